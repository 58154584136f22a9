/** A message line by line, with what a reader looks for first. */
export type LineKind = 'start' | 'named' | 'key' | 'field' | 'body';

export interface MessageLine {
  readonly kind: LineKind;
  /** Field name with its colon, or the type of an SDP line; empty for others. */
  readonly name: string;
  readonly rest: string;
}

/** Compact forms (RFC 3261 §7.3.3) of the fields that matter. */
const COMPACT: Readonly<Record<string, string>> = {
  v: 'via',
  f: 'from',
  t: 'to',
  i: 'call-id',
  m: 'contact',
};

/** What tells messages, dialogs and reasons apart. */
const KEY = new Set(['via', 'from', 'to', 'call-id', 'cseq', 'contact', 'reason', 'warning']);
/** Of a session description: whose it is, where the media go, and what they are. */
const KEY_SDP = new Set(['o', 'c', 'm']);

/** `fields`: header fields that evidence names, in lower case. */
export function messageLines(text: readonly string[], fields: readonly string[]): MessageLine[] {
  const named = new Set(fields);
  const blank = text.indexOf('');
  const headersEnd = blank < 0 ? text.length : blank;
  let before: LineKind = 'field';
  return text.map((whole, index): MessageLine => {
    if (index === 0) return { kind: 'start', name: '', rest: whole };
    if (index >= headersEnd) {
      const [, type] = /^([a-z])=/.exec(whole) ?? [];
      if (type === undefined) return { kind: 'body', name: '', rest: whole };
      return { kind: KEY_SDP.has(type) ? 'key' : 'body', name: `${type}=`, rest: whole.slice(2) };
    }
    // A folded line belongs to the field above it.
    if (/^[ \t]/.test(whole)) return { kind: before, name: '', rest: whole };
    const colon = whole.indexOf(':');
    if (colon < 0) return { kind: 'field', name: '', rest: whole };
    const written = whole.slice(0, colon).trim().toLowerCase();
    const full = COMPACT[written] ?? written;
    before = named.has(full) || named.has(written) ? 'named' : KEY.has(full) ? 'key' : 'field';
    return { kind: before, name: whole.slice(0, colon + 1), rest: whole.slice(colon + 1) };
  });
}
