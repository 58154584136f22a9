import type { Wrapper } from './wrapper.ts';

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
/** The address of a header field, or what Asterisk prints around messages: an XML body has its own `&lt;`, and neither behind it. */
const ADDRESS = /&lt;(?:(?:sips?|tel):|-{2,16}(?: |&gt;))/i;
const ENTITY = /&(?:(lt|gt|amp|quot|apos|nbsp)|#(\d{2,3})|#x([\da-f]{2}));/gi;

/** A page of a web interface, saved or copied from its source: `From: &lt;sip:…&gt;`. */
export const htmlEntities: Wrapper = {
  id: 'html-entities',
  mark: '&lt;',
  unwrap(row) {
    if (!ADDRESS.test(row)) return null;
    return {
      text: row.replace(ENTITY, (entity, name?: string, decimal?: string, hex?: string) => {
        if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
        const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
        return code > 31 && code < 127 ? String.fromCharCode(code) : entity;
      }),
    };
  },
};
