import { looksLikeSip } from '../sip/read.ts';
import { Decoding } from './encoding.ts';

/** Share of control characters above which a file is no text. */
const MAX_CONTROLS = 0.05;

/** Whether the beginning of a source is text, or at least begins with a SIP message (whose body may be anything). */
export function looksLikeText(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  if (looksLikeSip(head, 0, head.length)) return true;
  const text = new Decoding().decode(head, true);
  let controls = 0;
  for (const byte of text) if (isControl(byte)) controls += 1;
  return controls <= text.length * MAX_CONTROLS;
}

/** Everything below a blank but TAB, LF, VT, FF, CR, BS, BEL and ESC. */
function isControl(byte: number): boolean {
  return byte < 32 ? byte < 7 || (byte > 13 && byte !== 27) : byte === 127;
}
