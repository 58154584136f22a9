/** Longest text in front of a row that is searched for a thread, in characters. */
export const MAX_SEARCHED = 200;

/**
 * Where logs name the process, thread or task that wrote a row, the most certain first: `tag[pid]` and `app[pid:tid]` of syslog and
 * loggers (with the host in front of it, so that two hosts in one file stay apart), logcat's `PID TID D`, and named ones.
 */
const FORMS: readonly RegExp[] = [
  /(?:(?<=\s)[A-Za-z][^\s:[\]]{0,62} )?[A-Za-z][\w./-]{0,62}\[\d{1,10}(?::\d{1,12})?\]/d,
  /(?<=\d\d:\d\d:\d\d\.\d{3} ) *\d{1,7} +\d{1,7}(?= [VDIWEF] )/d,
  /\b(?:thread|tid|pid)[ =:#-]{1,2}\w{1,20}/di,
];

/** Where in the text its thread is named, as [from, to); null when it is not. */
export function threadIn(text: string): readonly [number, number] | null {
  if (!/[\d\]]/.test(text)) return null;
  for (const form of FORMS) {
    const found = form.exec(text)?.indices?.[0];
    if (found !== undefined) return found;
  }
  return null;
}
