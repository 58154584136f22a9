/** Header fields that responses to unreadable requests blame, as they name them. */
const FIELDS = [
  'Content-Length',
  'Content-Type',
  'Max-Forwards',
  'Record-Route',
  'Request-URI',
  'Call-ID',
  'Contact',
  'Session-Expires',
  'Proxy-Require',
  'Require',
  'Expires',
  'Route',
  'CSeq',
  'From',
  'Via',
  'To',
  'SDP',
] as const;

/** A field may be named with other separators: `Content Length`, `callid`. */
const PATTERNS = FIELDS.map((name) => ({
  name,
  pattern: new RegExp(String.raw`\b${name.replace('-', '[- _]?')}\b`, 'i'),
}));

/** A `to` or `from` within a sentence is no header field: these count in capitals only. */
const WORDS: ReadonlySet<string> = new Set([
  'From',
  'To',
  'Via',
  'Route',
  'Contact',
  'Require',
  'Expires',
]);

/** The header field that a phrase or a warning is about; '' when it names none. */
export function namedField(text: string): string {
  for (const { name, pattern } of PATTERNS) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined && (!WORDS.has(name) || found.startsWith(name.charAt(0)))) return name;
  }
  return '';
}
