import type { Dialect } from '../dialect.ts';

/** Longest message that is collected, in hex digits. */
const MAX_HEX = 1 << 17;
const OPENING = /\(((?:[0-9a-fA-F]{2}){16}[0-9a-fA-F\s]*)(\)?)/;
const MORE = /^([0-9a-fA-F\s]+)(\)?)/;

/**
 * FortiGate, `diagnose debug application sip`: the two ends, `read` or `write`, then the message as hex and once more with a dot for every
 * byte that is no text. Without hex (debug level 32) the dots have to do.
 */
export const fortinetSipDebug: Dialect = {
  id: 'fortinet-sip-debug',
  patterns: [
    {
      mark: 'sip port ',
      row: /sip port \d{1,9} (?<from>\S{1,80}:\d{1,5}) -> (?<to>\S{1,80}:\d{1,5})\s*$/,
    },
    ...[true, false].map((adds) => ({
      mark: 'sip port ',
      row: /sip port \d{1,9} (?<way>read|write) \[\(\d{1,7},(?<size>\d{1,7})\)/,
      adds,
    })),
  ],
  rewrite() {
    let hex = '';
    let open = false;
    return (row) => {
      if (row === null) return open ? rowsOf(hex) : null;
      if (open && row.trim() === '') return null;
      const found = open ? MORE.exec(row) : OPENING.exec(row);
      if (found === null) {
        if (!open) return dotted(row) ?? row;
        open = false;
        return rowsOf(hex);
      }
      hex = `${open ? hex : ''}${(found[1] ?? '').replace(/\s+/g, '')}`;
      open = found[2] === '' && hex.length < MAX_HEX;
      return open ? null : rowsOf(hex);
    };
  },
};

function rowsOf(hex: string): readonly string[] {
  const pairs = hex.slice(0, MAX_HEX).match(/../g) ?? [];
  const text = pairs.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('');
  return text.split('\n');
}

/** `(INVITE sip:… SIP/2.0..Via: …`: two dots were CR and LF. */
function dotted(row: string): readonly string[] | null {
  const found =
    /\(((?:[A-Z]{3,16} \S{1,1000} SIP\/2\.0|SIP\/2\.0 [1-6]\d\d [^.]{0,100})\.\..{0,65000})$/.exec(
      row,
    );
  return found === null ? null : (found[1] ?? '').replace(/\)\]?\s*$/, '').split('..');
}
