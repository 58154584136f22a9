import { producerOf } from '../../call/producer.ts';
import type { Transaction } from '../../call/types.ts';
import type { Message } from '../../sip/message.ts';

/** The hops from `root` to the one whose server made `response`, both included. */
export function pathOf(root: Transaction, response: Message): Transaction[] {
  const path: Transaction[] = [];
  for (let hop: Transaction | null = producerOf(root, response).hop; hop !== null;) {
    path.unshift(hop);
    hop = hop === root ? null : hop.upstream;
  }
  return path;
}
