import type { Message, Repeat } from '../sip/message.ts';

/** A second sighting of one packet comes this soon after the first, µs. */
const SIGHTING_WINDOW = 50_000;
/** Two packets with the same IP identification are the same packet only within this time, µs (the 16-bit counter wraps). */
const IP_ID_WINDOW = 1_000_000;
/** Earlier copies that are compared (a bound for hostile input). */
const LOOK_BACK = 16;

/**
 * Tells a second sighting of the same packet (SPAN of two ports, `-i any`, another capture point) from a
 * retransmission, which is a new packet with a new IP identification.
 */
export function repeatOf(message: Message, first: Message, copies: readonly Message[]): Repeat {
  const oldest = Math.max(0, copies.length - LOOK_BACK);
  for (let at = copies.length - 1; at >= oldest; at -= 1) {
    if (isSameSighting(message, copies[at] as Message)) return 'duplicate';
  }
  return isSameSighting(message, first) ? 'duplicate' : 'retransmission';
}

function isSameSighting(message: Message, other: Message): boolean {
  const apart = message.time - other.time;
  const identified = message.ipId > 0 && other.ipId > 0;
  // The clocks of two capture points may be far apart; a transaction is over long before the counter comes round.
  if (message.source !== other.source && identified && message.ipId === other.ipId) {
    return message.sameBytes(other);
  }
  if (apart > IP_ID_WINDOW) return false;
  // The stamps of a log may be too coarse to tell, or none: what it has twice was sent twice.
  if (message.ttl < 0 && message.source === other.source && !(apart > 0)) return false;
  if (message.source !== other.source && apart < SIGHTING_WINDOW) return message.sameBytes(other);
  const elsewhere = message.sender !== other.sender || message.receiver !== other.receiver;
  const pointOrTtl = message.point !== other.point || message.ttl !== other.ttl;
  if (identified && message.ipId !== other.ipId) {
    // A router keeps the identification; a relay that re-sends the same bytes does not.
    return elsewhere && apart < SIGHTING_WINDOW && message.sameBytes(other);
  }
  if (!identified && apart >= SIGHTING_WINDOW) return false;
  if (!identified && !elsewhere && !pointOrTtl && apart > SIGHTING_WINDOW / 5) return false;
  return message.sameBytes(other);
}
