/** Start of an HTTP/1.1 request or response (RFC 9112 §2), as far as a WebSocket handshake needs it. */

/** Longest head that is waited for, in bytes. */
export const MAX_HTTP_HEAD = 8192;
const CR = 13;
const LF = 10;
const GET = [71, 69, 84, 32];
const HTTP = [72, 84, 84, 80, 47, 49, 46];

export interface HttpHead {
  /** First byte after the head. */
  readonly end: number;
  /** 0 for a request. */
  readonly status: number;
  /** Values by lower-case name; repeated fields are joined with commas. */
  readonly fields: ReadonlyMap<string, string>;
}

/** Whether the bytes can be the beginning of a request with GET or of a response. */
export function mayBeHttp(bytes: Uint8Array, start: number, end: number): boolean {
  return begins(bytes, start, end, GET) || begins(bytes, start, end, HTTP);
}

function begins(bytes: Uint8Array, start: number, end: number, text: readonly number[]): boolean {
  const length = Math.min(text.length, end - start);
  for (let at = 0; at < length; at += 1) if (bytes[start + at] !== text[at]) return false;
  return length > 0;
}

/** The head at `start`; undefined while its empty line has not come. */
export function readHttpHead(bytes: Uint8Array, start: number, end: number): HttpHead | undefined {
  const limit = Math.min(end, start + MAX_HTTP_HEAD);
  let blank = -1;
  for (let at = start; at + 3 < limit && blank < 0; at += 1) {
    const isEnd = bytes[at] === CR && bytes[at + 1] === LF && bytes[at + 2] === CR;
    if (isEnd && bytes[at + 3] === LF) blank = at;
  }
  if (blank < 0) return undefined;
  let text = '';
  for (let at = start; at < blank; at += 1) text += String.fromCharCode(bytes[at]!);
  const [first = '', ...lines] = text.split('\r\n');
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    const before = fields.get(name);
    fields.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  const status = first.startsWith('HTTP/') ? Number.parseInt(first.slice(9, 12), 10) || 0 : 0;
  return { end: blank + 4, status, fields };
}

/** Whether a comma-separated field has the token, in any case. */
export function hasToken(head: HttpHead, field: string, token: string): boolean {
  const tokens = (head.fields.get(field) ?? '').toLowerCase().split(',');
  return tokens.some((one) => one.trim() === token);
}

/** Asks for a WebSocket, or grants it (RFC 6455 §4.1, §4.2.2). */
export function isUpgrade(head: HttpHead): boolean {
  return hasToken(head, 'upgrade', 'websocket');
}
