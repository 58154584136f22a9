import type { Hiding } from './hiding.ts';
import { hideSdp } from './sdp.ts';
import { hideXml } from './xml.ts';

/** Bodies within bodies; what lies deeper is dropped. */
const MAX_DEPTH = 4;
/** Parts of one multipart body that are looked at; what follows them is dropped. */
const MAX_PARTS = 64;

/** How what has fields of its own is hidden; handed in, because such things lie in one another. */
export interface Nested {
  message(text: string, hiding: Hiding): string;
  fields(text: string, hiding: Hiding): string;
}

/** What stands in a message's headers about its body. */
export interface BodyKind {
  /** Value of Content-Type, '' when there is none. */
  readonly type: string;
  readonly isEncoded: boolean;
}

/** A body that is as long and of the same shape: descriptions hidden value by value, what people wrote is dropped. */
export function hideBody(
  text: string,
  { type, isEncoded }: BodyKind,
  hiding: Hiding,
  nested: Nested,
): string {
  if (text === '' || isEncoded || hiding.depth > MAX_DEPTH) return filler(text);
  const name = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(type)?.[1]?.toLowerCase() ?? '';
  if (name === 'application/sdp' || (name === '' && text.startsWith('v='))) {
    return hideSdp(text, hiding);
  }
  const deeper = { ...hiding, depth: hiding.depth + 1 };
  if (name.startsWith('multipart/')) return multipart(text, type, deeper, nested);
  if (name === 'message/sipfrag' || name === 'message/sip') return nested.message(text, deeper);
  if (/^application\/(?:[\w.-]+\+)?xml$/.test(name)) return hideXml(text, hiding.names);
  if (name === 'application/simple-message-summary') return nested.fields(text, hiding);
  return filler(text);
}

/** Nothing but line ends and the number of bytes. */
function filler(text: string): string {
  return text.replace(/[^\r\n]+/g, (run) => 'x'.repeat(run.length));
}

/** Parts between delimiters (RFC 2046 §5.1), each with fields and a body of its own. */
function multipart(text: string, type: string, hiding: Hiding, nested: Nested): string {
  const given = /;\s*boundary\s*=\s*(?:"([^"]{1,256})"|([^\s;,"]{1,256}))/i.exec(type);
  const boundary = given?.[1] ?? given?.[2] ?? /^--(\S{1,256})/m.exec(text)?.[1] ?? '';
  if (boundary === '') return filler(text);
  const delimiter = `--${hiding.names.token(boundary)}`;
  return text
    .split(`--${boundary}`)
    .map((part, at) => (at === 0 || at > MAX_PARTS ? filler(part) : hidePart(part, hiding, nested)))
    .join(delimiter);
}

/** Behind a delimiter: the rest of its line, fields, an empty line, a body. */
function hidePart(text: string, hiding: Hiding, nested: Nested): string {
  const start = text.indexOf('\n') + 1;
  if (start === 0) return /^--\s*$/.test(text) ? text : filler(text);
  const rest = text.slice(0, start);
  return (
    (/^-{0,2}[ \t\r\n]*$/.test(rest) ? rest : filler(rest)) +
    nested.fields(text.slice(start), hiding)
  );
}
