import type { Dialect } from '../dialect.ts';

/** A dash, as it may be encoded, or a note, where there is no body. */
const NOTHING = /^(?:[-\s\u0080\u0093\u0096\u00e2]*|-+\*+MESSAGE BODY DELETED\*+-+)$/;
/** Pseudo fields between the record's first row and `Start-Line`, rows at most. */
const MAX_PSEUDO = 64;

/**
 * Microsoft Lync and Skype for Business Server, S4 protocol records (OCSLogger, Snooper). The message is written anew: the start line
 * and the body are named like fields, no empty line divides header and body, and one in a wrapped field means nothing.
 */
export const microsoftLync: Dialect = {
  id: 'microsoft-lync',
  patterns: [
    {
      mark: '$$begin_record',
      row: /::(?<time>\d\d\/\d\d\/\d{4}-\d\d:\d\d:\d\d\.\d{3})\S{0,20} [^$]{0,200}\$\$begin_record/,
    },
    { mark: 'Direction: ', row: /(?:^|\s)Direction: (?<way>incoming|outgoing)/, adds: true },
    { mark: 'Peer: ', row: /(?:^|\s)Peer: (?<remote>[^\s;]{1,255})/, adds: true },
  ],
  end: /(?:^|\s)\$\$end_record$/,
  rewrite() {
    let prefix: string | null = null;
    let inBody = false;
    let waited = 0;
    return (row) => {
      if (row === null) return null;
      if (prefix === null) {
        const at = row.indexOf('Start-Line: ');
        if (at < 0) return (waited += 1) > MAX_PSEUDO ? false : null;
        prefix = row.slice(0, at);
        return prefix + row.slice(at + 12);
      }
      if (inBody) return row;
      const text = row.slice(prefix.length);
      if (text.trim() === '') return null;
      if (!text.startsWith('Message-Body:')) return row;
      inBody = true;
      const first = text.slice(13).trimStart();
      return NOTHING.test(first) ? prefix : [prefix, prefix + first];
    };
  },
};
