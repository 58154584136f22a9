import { utf8 } from '../bytes.ts';
import { LENIENCY } from '../leniency.ts';
import type { Message } from '../message.ts';
import { sdpSpan } from './body.ts';
import type { SessionDescription } from './description.ts';
import { readSdp } from './read.ts';

/** What makes a body incomplete as captured. */
const CUT = LENIENCY.bodyTooShort | LENIENCY.cutBySnapLength;

/** The session description that a message carries, read anew at each call; null when it has none. */
export function sdpOf(message: Message): SessionDescription | null {
  const span = sdpSpan(message);
  if (span === null) return null;
  return readSdp(utf8(message.bytes, span.start, span.end), (message.leniency & CUT) !== 0);
}
