import type { Endpoint } from '../model/packet.ts';
import type { Message } from '../sip/message.ts';

/** Where and when a packet was seen, and between whom: what is left of a message that was let go. */
export interface Seen {
  readonly source: number;
  readonly frame: number;
  readonly offset: number;
  /** µs */
  readonly time: number;
  readonly from: Endpoint;
  readonly to: Endpoint;
  /** In the notation of the protocol: `REGISTER`, `200 OK`, `ICMP 3/3`, `TCP RST`. */
  readonly what: string;
}

/** Longest reason phrase that is remembered, in characters. */
const MAX_PHRASE = 60;

export function seen(message: Message): Seen {
  const { source, frame, offset, time, sender, receiver, status, method, phrase } = message;
  const what = status === 0 ? method : `${status} ${phrase.slice(0, MAX_PHRASE)}`.trim();
  return { source, frame, offset, time, from: sender, to: receiver, what };
}
