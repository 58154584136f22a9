import type { Names } from './names.ts';
import { trimmed } from './text.ts';
import { uri } from './uri.ts';

/** Longer tags are not taken apart, characters. */
const LONGEST_TAG = 4096;
/** Attributes that say what kind of thing an element is. */
const KEPT =
  /^(?:xmlns(?::[\w.-]+)?|version|encoding|standalone|state|direction|type|event|code|cause|rel|mode)$/i;
const URI = /^(?:sips?|tel|pres|im|mailto|cid|https?|urn):/i;

/** Texts and attribute values of an XML document hidden; its elements stay. */
export function hideXml(text: string, names: Names): string {
  return text.replace(/<[^<>]*>?|[^<]+/g, (piece) => {
    if (!piece.startsWith('<')) return value(piece, names);
    return piece.length > LONGEST_TAG ? names.strict(piece) : tag(piece, names);
  });
}

function tag(text: string, names: Names): string {
  // A comment is somebody's text.
  if (text.startsWith('<!--')) return names.strict(text);
  return text.replace(
    /([\w:.-]+)(\s*=\s*)("[^"]*"|'[^']*')/g,
    (all, name: string, equals: string, quoted: string) => {
      if (KEPT.test(name)) return all;
      const quote = quoted.charAt(0);
      return `${name}${equals}${quote}${value(quoted.slice(1, -1), names)}${quote}`;
    },
  );
}

/** Entities stay. */
function value(text: string, names: Names): string {
  const [before, core, after] = trimmed(text);
  if (URI.test(core)) return before + uri(core, names) + after;
  return text
    .split(/(&#?[a-z0-9]{1,8};)/i)
    .map((part, at) => (at % 2 === 1 ? part : names.strict(part)))
    .join('');
}
