import type { Call, Transaction } from '../../../call/types.ts';
import type { Message } from '../../../sip/message.ts';
import { silence } from '../../evidence.ts';
import { invites } from '../../facts/invites.ts';
import { strayAck } from '../../facts/stray-acks.ts';
import type { Rule } from '../../rule.ts';

/** Copies of a failure, its first sighting not included, that nobody confirmed. */
const COPIES = 2;

/**
 * A 3xx–6xx to an INVITE was repeated (Timer G, RFC 3261 §17.2.1) and no ACK was seen on that hop: the client is gone, or
 * the response does not reach it. Scanners, which never acknowledge, are left out.
 */
export const ackMissingNon2xx: Rule<'ack-missing-non2xx', Call> = {
  id: 'ack-missing-non2xx',
  severity: 'warning',
  tier: 'race',
  kinds: ['call'],
  needs: ['repeated'],
  applies: ({ outcome, transactions }) =>
    outcome !== 'scan-or-attack' && transactions.some(isUnconfirmed),
  check(call, context) {
    for (const hop of invites(call, context)) {
      if (!isUnconfirmed(hop) || strayAck(hop, call) !== null) continue;
      const final = hop.final as Message;
      const copies = copiesOf(hop, final);
      const last = copies.at(-1) as Message;
      const visible = context.surroundings.sawDirection(hop.client, hop.server);
      return [
        {
          rule: 'ack-missing-non2xx',
          severity: 'warning',
          confidence: visible ? 'proven' : 'possible',
          status: visible ? 'present' : 'inconclusive',
          scope: 'leg',
          args: {
            code: final.status,
            phrase: final.phrase,
            node: final.sender.name,
            peer: final.receiver.name,
            copies: copies.length + 1,
            elapsedUs: last.time - final.time,
          },
          evidence: [
            { kind: 'message', message: final, copies: copies.length + 1 },
            silence(final.receiver, final.sender, final.time, last.time, 'ACK'),
          ],
        },
      ];
    }
    return [];
  },
};

function copiesOf({ repeatedResponses }: Transaction, final: Message): readonly Message[] {
  return repeatedResponses.filter(
    ({ status, receiver }) => status === final.status && receiver === final.receiver,
  );
}

function isUnconfirmed(hop: Transaction): boolean {
  const { method, final, ack } = hop;
  if (method !== 'INVITE' || final === null || final.status < 300 || ack !== null) return false;
  return copiesOf(hop, final).length >= COPIES;
}
