import { COMMA, SP } from '../sip/bytes.ts';

/** How far back a cut is looked for, in bytes. */
const MAX_BACK = 1 << 18;
const BRACE = 123;
const BRACE_END = 125;

/** Index behind the last `},` within [at, end) that another `{` follows, near `end`; -1 for none. */
export function betweenRecords(bytes: Uint8Array, at: number, end: number): number {
  const first = Math.max(at + 2, end - MAX_BACK);
  for (let cut = end; cut >= first; cut -= 1) {
    if (bytes[cut - 1] !== COMMA || bytes[cut - 2] !== BRACE_END) continue;
    if (bytes[bytes[cut] === SP ? cut + 1 : cut] === BRACE) return cut;
  }
  return -1;
}
