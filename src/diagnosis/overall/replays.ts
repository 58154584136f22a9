import type { Transaction } from '../../call/types.ts';
import { credentialsOf } from '../../sip/auth-fields.ts';
import { hasField } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';
import { remembered } from '../evidence.ts';
import type { PacketProof } from '../rule.ts';
import type { CallMark } from './capture-rule.ts';
import type { Recorded } from './notes.ts';

/** Credentials that are remembered, replays (more of the same say no more), and transactions of one conversation that are looked at (bounds for hostile input). */
const MAX_USES = 20_000;
const MAX_REPLAYS = 20;
const MAX_TRANSACTIONS = 64;
/** Longest nonce and response that are told from others, in characters. */
const MAX_TEXT = 128;

/** Credentials that were accepted. */
export interface Use {
  readonly address: string;
  readonly username: string;
  readonly callId: string;
  /** When it was sent and when it was accepted, µs. */
  readonly sent: number;
  readonly accepted: number;
  readonly request: PacketProof;
  readonly response: PacketProof;
  readonly mark: CallMark | null;
  readonly other: CallMark | null;
}

/** The same credentials, accepted again from elsewhere. */
export interface Replay {
  readonly first: Use;
  readonly again: Use;
}

/** Digests that were accepted, to find those that came twice. */
export class ReplayNotes {
  readonly replays: Replay[] = [];
  /** Credentials that were not compared because of a bound. */
  left = 0;
  readonly #uses = new Map<string, Use>();

  conversation(recorded: Recorded): void {
    let looked = 0;
    for (const transaction of recorded.judged.transactions) {
      const { request, final } = transaction;
      if (request === null || final === null || final.status < 200 || final.status >= 300) continue;
      if (!hasField(request, 'Authorization') && !hasField(request, 'Proxy-Authorization'))
        continue;
      looked += 1;
      if (looked > MAX_TRANSACTIONS) return;
      this.#add(transaction, request, final, recorded);
    }
  }

  #add({ client }: Transaction, request: Message, final: Message, { mark, other }: Recorded): void {
    if (client.address === '') return;
    for (const { username, nonce, response, cnonce, nc, qop } of credentialsOf(request)) {
      // Without a nonce count of the client, one nonce gives one response (RFC 2069): a device may repeat it anywhere.
      if (qop === '' || nc === '' || cnonce === '' || response === '') continue;
      const use: Use = {
        address: client.address,
        username: username.slice(0, MAX_TEXT),
        callId: request.callId,
        sent: request.time,
        accepted: final.time,
        request: remembered(request),
        response: remembered(final),
        mark,
        other,
      };
      const key = `${nonce.slice(0, MAX_TEXT)} ${response.slice(0, MAX_TEXT)}`;
      const known = this.#uses.get(key);
      if (known === undefined) {
        if (this.#uses.size < MAX_USES) this.#uses.set(key, use);
        else this.left += 1;
      } else if (this.replays.length < MAX_REPLAYS) {
        if (isReplay(known, use)) this.replays.push({ first: known, again: use });
        else if (isReplay(use, known)) this.replays.push({ first: use, again: known });
      }
    }
  }
}

/** Who relays a request does so before it is answered; who replays it comes after. */
function isReplay(first: Use, again: Use): boolean {
  return (
    again.address !== first.address && again.callId !== first.callId && again.sent > first.accepted
  );
}
