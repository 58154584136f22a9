import { isAccepted, pairsOf } from '../../../call/offer-answer/lines.ts';
import type { Call } from '../../../call/types.ts';
import type { Transport } from '../../../model/packet.ts';
import type { Message } from '../../../sip/message.ts';
import { type Crypto, cryptosOf } from '../../../sip/sdp/security.ts';
import { isNegotiated, negotiation, proofOf } from '../../facts/sdp.ts';
import type { Rule } from '../../rule.ts';

/** Transports that anybody on the way can read. */
const CLEAR: ReadonlySet<Transport> = new Set<Transport>(['udp', 'tcp', 'sctp', 'ws']);

/** The keys of SRTP were agreed on in readable signalling: the encryption protects from nobody who sees both (RFC 4568 §8). */
export const srtpKeyInClear: Rule<'srtp-key-in-clear', Call> = {
  id: 'srtp-key-in-clear',
  severity: 'warning',
  tier: 'policy',
  kinds: ['call'],
  applies: isNegotiated,
  check(call, context) {
    for (const exchange of negotiation(call, context).exchanges) {
      const answer = exchange.answer?.message ?? null;
      if (answer === null || !isReadable(answer)) continue;
      const keys = pairsOf(exchange)
        .filter(isAccepted)
        .flatMap(({ offered, answered }) => [...cryptosOf(answered), ...cryptosOf(offered)])
        .filter(({ inline }) => inline);
      const accepted = pairsOf(exchange).some(
        (pair) => isAccepted(pair) && cryptosOf(pair.answered).some(({ inline }) => inline),
      );
      if (!accepted) continue;
      return [
        {
          rule: 'srtp-key-in-clear',
          severity: 'warning',
          confidence: 'proven',
          status: 'present',
          scope: 'call',
          args: {
            transport: answer.transport.toUpperCase(),
            sender: exchange.offer.message.sender.name,
            receiver: exchange.offer.message.receiver.name,
            suites: suitesOf(keys),
          },
          evidence: proofOf(exchange),
        },
      ];
    }
    return [];
  },
};

function isReadable({ transport }: Message): boolean {
  return CLEAR.has(transport);
}

function suitesOf(keys: readonly Crypto[]): string[] {
  return [...new Set(keys.map(({ suite }) => suite))];
}
