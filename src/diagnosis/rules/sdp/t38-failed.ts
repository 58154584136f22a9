import { isAccepted, isOn, pairsOf } from '../../../call/offer-answer/lines.ts';
import type { Exchange } from '../../../call/offer-answer/types.ts';
import type { Call } from '../../../call/types.ts';
import { codecName, codecsOf } from '../../../sip/sdp/codecs.ts';
import { isT38 } from '../../../sip/sdp/fax.ts';
import {
  answererOf,
  isNegotiatedOrRefused,
  negotiation,
  offererOf,
  proofOf,
} from '../../facts/sdp.ts';
import type { Rule } from '../../rule.ts';

/** Refusals after which the offer is made again: credentials, glare, an INVITE still under way. */
const RETRIED: ReadonlySet<number> = new Set([401, 407, 491]);
/** A call that ends within this after the refusal had no other way to send its fax, µs. */
const SOON = 30_000_000;

const G711: ReadonlySet<string> = new Set(['PCMU', 'PCMA']);

/** Fax relay was asked for and refused (ITU-T T.38 Annex D); some devices then go on in G.711. */
export const t38Failed: Rule<'t38-failed', Call> = {
  id: 't38-failed',
  severity: 'error',
  tier: 'negotiation',
  kinds: ['call'],
  applies: isNegotiatedOrRefused,
  check(call, context) {
    const { exchanges } = negotiation(call, context);
    const asked = exchanges.filter(({ offer }) =>
      offer.description.media.some((media) => isT38(media) && isOn(media)),
    );
    const refused = asked.find(isRefused);
    if (refused === undefined || asked.some(isTaken)) return [];
    const { refusal, answer } = refused;
    const end = call.milestones.bye ?? (call.milestones.answer === null ? 0 : Number.NaN);
    const ended = end - (answer?.message ?? refusal)!.time <= SOON;
    const fallback = ended ? '' : fallbackOf(exchanges.slice(exchanges.indexOf(refused) + 1));
    return [
      {
        rule: 't38-failed',
        severity: ended ? 'error' : fallback === '' ? 'warning' : 'info',
        confidence: 'proven',
        status: 'present',
        scope: 'dialog',
        args: {
          asker: offererOf(refused),
          node: answererOf(refused),
          code: refusal?.status ?? 0,
          phrase: refusal?.phrase ?? '',
          ended,
          fallback,
        },
        evidence: proofOf(refused),
      },
    ];
  },
};

/** G.711, in which a fax goes as tones, where both sides agreed on it afterwards; '' when they did not. */
function fallbackOf(later: readonly Exchange[]): string {
  for (const exchange of later) {
    for (const pair of pairsOf(exchange)) {
      const codec = isAccepted(pair) ? codecsOf(pair.answered)[0] : undefined;
      if (codec !== undefined && G711.has(codec.name.toUpperCase())) return codecName(codec);
    }
  }
  return '';
}

function isRefused(exchange: Exchange): boolean {
  const { answer, refusal } = exchange;
  if (refusal !== null) return !RETRIED.has(refusal.status);
  return answer !== null && !isTaken(exchange) && !answer.description.cut;
}

function isTaken(exchange: Exchange): boolean {
  return pairsOf(exchange).some(
    ({ offered, answered }) => isT38(offered) && isOn(offered) && isOn(answered),
  );
}
