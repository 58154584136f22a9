import { producerOf } from '../../call/producer.ts';
import type { Call, Transaction } from '../../call/types.ts';
import { fieldLines } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';
import { parseNameAddrs } from '../../sip/values/name-addr.ts';

/** Longest address that is quoted, in characters. */
const MAX_CONTACT = 120;

/** A 3xx that the caller's side got, and where it sends the call. */
export interface Redirect {
  readonly hop: Transaction;
  readonly final: Message;
  /** Who made it: the server of `hop`, or a node behind it. */
  readonly node: string;
  /** First Contact without its parameters, '' without one. */
  readonly target: string;
}

/** The redirections of an attempt, in order (RFC 3261 §8.1.3.4). */
export function redirectsOf({ rounds }: Call): Redirect[] {
  return rounds.flatMap(({ hops }) => {
    const [hop] = hops;
    const final = hop?.final ?? null;
    if (hop === undefined || final === null || final.status < 300 || final.status > 399) return [];
    const node = producerOf(hop, final).hop.server.name;
    return [{ hop, final, node, target: contactOf(final) }];
  });
}

/** The first address of a response's Contact; '' without one. */
export function contactOf(response: Message): string {
  for (const line of fieldLines(response, 'Contact')) {
    for (const { uri } of parseNameAddrs(line)) {
      if (uri !== null) return (uri.text.split(';', 1)[0] as string).slice(0, MAX_CONTACT);
    }
  }
  return '';
}
