import { METHODS } from '../../sip/methods.ts';
import type { Dialect } from '../dialect.ts';
import { unprefixed } from '../rewriting/unprefixed.ts';
import { stringEnd, unescaped } from '../wrappers/literal-escapes.ts';

/** Characters of a string that are kept. */
const MAX_TEXT = 1 << 20;

/** A debugger's view of a message buffer (`bt full` of Kamailio, OpenSIPS …): a pointer and a C string, broken by the terminal anywhere. */
export const kamailioGdb: Dialect = {
  id: 'kamailio-gdb',
  patterns: ['SIP/2.0', ...METHODS].map((word) => ({
    mark: `"${word} `,
    row: new RegExp(`\\b0x[0-9a-f]{4,16} (?:<[^>]{1,80}> )?"(?=${word} )`),
  })),
  rewrite(match, _facts, first) {
    const start = match.index + match[0].length;
    const content = unprefixed(/^\S.*? (?=\s+\w+ = )/.exec(first)?.[0] ?? '');
    let end = stringEnd(first, start);
    let text = first.slice(start, end);
    let isOpen = end === first.length;
    return (row) => {
      if (row === null) return unescaped(text).split('\n');
      if (!isOpen || text.length > MAX_TEXT) return false;
      const more = content(row);
      end = stringEnd(more, 0);
      isOpen = end === more.length;
      text += more.slice(0, end);
      return null;
    };
  },
};
