import type { Judged, Transaction } from '../../call/types.ts';
import { fieldValues } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';
import { remembered } from '../evidence.ts';
import type { PacketProof } from '../rule.ts';
import { firstSighting } from './twice.ts';

/** Delays of messages that went from the place of one source to that of another, by their own clocks. */
export interface Delays {
  count: number;
  /** The smallest one, µs; negative when the clocks disagree. */
  least: number;
  /** The message with the smallest delay, where it came from and where it arrived. */
  sent: PacketProof;
  arrived: PacketProof;
}

/** Hops of one conversation that are compared (a bound for hostile input). */
const MAX_HOPS = 16;

/** What messages that were seen in two sources tell about their clocks; by `from to`, as indexes of sources. */
export class ClockNotes {
  readonly delays = new Map<string, Delays>();

  conversation({ messages, transactions }: Judged): void {
    for (const [at, message] of messages.entries()) {
      if (message.repeat !== 'duplicate') continue;
      const other = firstSighting(messages, at);
      if (other !== undefined) this.#sightings(other, message);
    }
    const invites = transactions.filter(({ method, request }) => method === 'INVITE' && request);
    for (const near of invites.slice(0, MAX_HOPS)) {
      for (const far of invites.slice(0, MAX_HOPS)) if (isNext(near, far)) this.#hops(near, far);
    }
  }

  /** The sighting with the higher TTL is nearer to the sender. */
  #sightings(a: Message, b: Message): void {
    if (a.ttl > b.ttl) this.#delay(a, b);
    else if (b.ttl > a.ttl) this.#delay(b, a);
  }

  /** A request passes the near hop first, its responses the far one. */
  #hops(near: Transaction, far: Transaction): void {
    this.#delay(near.request as Message, far.request as Message);
    for (const response of far.responses) {
      const relayed = near.responses.find(
        ({ status, toTag }) =>
          status > 100 && status === response.status && toTag === response.toTag,
      );
      if (relayed !== undefined) this.#delay(response, relayed);
    }
  }

  #delay(sent: Message, arrived: Message): void {
    if (sent.source === arrived.source) return;
    const key = `${sent.source} ${arrived.source}`;
    const least = arrived.time - sent.time;
    const known = this.delays.get(key);
    if (known !== undefined) known.count += 1;
    if (known !== undefined && known.least <= least) return;
    this.delays.set(key, {
      count: known?.count ?? 1,
      least,
      sent: remembered(sent),
      arrived: remembered(arrived),
    });
  }
}

/** `far` is the same request one hop beyond `near`, whatever the clocks say: its Via stack holds the branch of `near`. */
function isNext(near: Transaction, far: Transaction): boolean {
  if (near === far || near.cseq !== far.cseq || near.branch === '') return false;
  if (near.server.address === '' || near.server.address !== far.client.address) return false;
  const [, second = ''] = fieldValues(far.request as Message, 'Via');
  return second.includes(near.branch);
}
