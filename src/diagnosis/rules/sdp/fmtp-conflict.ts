import { audioInUse } from '../../../call/offer-answer/codecs.ts';
import { pairsOf } from '../../../call/offer-answer/lines.ts';
import type { Exchange } from '../../../call/offer-answer/types.ts';
import type { Call } from '../../../call/types.ts';
import { codecName, codecsOf, sameCodec, type Codec } from '../../../sip/sdp/codecs.ts';
import { answererOf, isNegotiated, milderIfWorked, negotiation, proofOf } from '../../facts/sdp.ts';
import type { Rule } from '../../rule.ts';

/** Codecs of which both sides must pack frames alike. */
const PACKED: ReadonlySet<string> = new Set(['AMR', 'AMR-WB']);
/** Any of them means octet-aligned packing (RFC 4867 §8.1). */
const ALIGNED =
  /(?:^|;)\s*(?:(?:octet-align|crc|robust-sorting)\s*=\s*1|interleaving\s*=\s*\d+)\s*(?=;|$)/i;

/**
 * Both sides have AMR in common, and the answer packs its frames in a way that was not offered: octet-aligned here, bandwidth-efficient
 * there. Such parameters hold in both directions (RFC 4867 §8.3.1), so neither side can read what the other sends. G.729 with
 * and without annex B, modes and packet times may differ without harm and are not judged.
 */
export const fmtpConflict: Rule<'fmtp-conflict', Call> = {
  id: 'fmtp-conflict',
  severity: 'error',
  tier: 'negotiation',
  kinds: ['call'],
  applies: isNegotiated,
  check(call, context) {
    for (const exchange of negotiation(call, context).exchanges) {
      const conflict = conflictOf(exchange);
      if (conflict === null) continue;
      return [
        {
          rule: 'fmtp-conflict',
          severity: milderIfWorked(call, 'error'),
          confidence: 'proven',
          status: 'present',
          scope: 'call',
          args: { ...conflict, node: answererOf(exchange) },
          evidence: proofOf(exchange),
        },
      ];
    }
    return [];
  },
};

function conflictOf(
  exchange: Exchange,
): { codec: string; offered: 'octet' | 'bandwidth'; answered: 'octet' | 'bandwidth' } | null {
  const answered = audioInUse(exchange)?.first;
  if (answered === undefined || !PACKED.has(answered.name.toUpperCase())) return null;
  const pair = pairsOf(exchange).find(({ offered }) => offered.kind === 'audio');
  const same =
    pair === undefined ? [] : codecsOf(pair.offered).filter((one) => sameCodec(one, answered));
  const [first] = same;
  if (first === undefined || same.some((one) => packingOf(one) === packingOf(answered)))
    return null;
  return {
    codec: codecName(answered),
    offered: packingOf(first),
    answered: packingOf(answered),
  };
}

function packingOf({ fmtp }: Codec): 'octet' | 'bandwidth' {
  return ALIGNED.test(fmtp) ? 'octet' : 'bandwidth';
}
