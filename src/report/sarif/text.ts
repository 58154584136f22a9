import { terminalText } from '../terminal-text.ts';

/** The SARIF gate: a message in which nothing is a link (`[text](target)`) or a placeholder (`{0}`), and nothing acts on a terminal. */
export function sarifText(text: string): string {
  const safe = terminalText(text);
  if (!safe.includes('](') && !/\{\d/.test(safe)) return safe;
  return safe
    .replaceAll(/[\\[\]]/g, '\\$&')
    .replaceAll('{', '{{')
    .replaceAll('}', '}}');
}

/** The path of a source as a URI reference: relative as it was given, `file:` for an absolute one. */
export function uriOf(path: string): string {
  const slashes = path.replaceAll('\\', '/');
  const encoded = slashes.split('/').map(encodedSegment).join('/');
  if (/^[a-z]:\//i.test(slashes)) return `file:///${slashes.slice(0, 2)}${encoded.slice(4)}`;
  if (slashes.startsWith('/')) return `file://${encoded.replace(/^\/+/, '/')}`;
  return encoded;
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Half of a surrogate pair has no UTF-8. */
function encodedSegment(segment: string): string {
  return encodeURIComponent(segment.replace(LONE_SURROGATE, '\ufffd'));
}
