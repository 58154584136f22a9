import { type Difference, differencesOf } from '../../../call/offer-answer/differences.ts';
import type { Exchange, Misstep } from '../../../call/offer-answer/types.ts';
import { keptVersions } from '../../../call/offer-answer/versions.ts';
import type { Call } from '../../../call/types.ts';
import type { OfferAnswerFault } from '../../../model/sdp-args.ts';
import { shown } from '../../evidence.ts';
import {
  answererOf,
  isNegotiated,
  milderIfWorked,
  negotiation,
  proofOf,
  worked,
} from '../../facts/sdp.ts';
import type { Finding, Rule } from '../../rule.ts';

type Violation = Finding<'offer-answer-violation'>;

/** Without media on both sides afterwards, as a rule; the others are mostly survived. */
const GRAVE: ReadonlySet<OfferAnswerFault> = new Set<OfferAnswerFault>([
  'no-answer',
  'no-offer',
  'ack-without-answer',
  'line-kind',
]);
/** Findings for one call; the same device makes the same mistake again. */
const MAX_FINDINGS = 3;

/**
 * Offer and answer did not go as RFC 3264 §5–8, RFC 3261 §13.2.1 and RFC 6337 have it. A call that worked without any
 * description evidently was captured without its bodies.
 */
export const offerAnswerViolation: Rule<'offer-answer-violation', Call> = {
  id: 'offer-answer-violation',
  severity: 'error',
  tier: 'negotiation',
  kinds: ['call'],
  applies: isNegotiated,
  check(call, context) {
    const { exchanges, missteps } = negotiation(call, context);
    const findings = [
      ...missteps
        .filter(({ fault }) => fault !== 'no-offer' || exchanges.length > 0 || !worked(call))
        .map((misstep) => ofMisstep(call, misstep)),
      ...exchanges.flatMap((exchange) =>
        differencesOf(exchange).map((difference) => ofDifference(call, exchange, difference)),
      ),
      ...keptVersions(exchanges).map(({ before, after }) =>
        violation(call, 'version-kept', {
          args: { node: after.sender.name },
          evidence: [shown(before), shown(after)],
        }),
      ),
    ];
    const byFault = new Map(findings.toReversed().map((finding) => [finding.args.fault, finding]));
    return [...byFault.values()].toReversed().slice(0, MAX_FINDINGS);
  },
};

function ofMisstep(call: Call, { fault, message, offer }: Misstep): Violation {
  return violation(call, fault, {
    args: { node: message.sender.name },
    evidence: offer === null ? [shown(message)] : [shown(offer), shown(message)],
  });
}

function ofDifference(
  call: Call,
  exchange: Exchange,
  { fault, media, offered, answered }: Difference,
): Violation {
  return violation(call, fault, {
    args: { node: answererOf(exchange), media, offered, answered },
    evidence: proofOf(exchange),
  });
}

function isUp({ milestones }: Call): boolean {
  return milestones.answer !== null && milestones.bye === null;
}

function violation(
  call: Call,
  fault: OfferAnswerFault,
  {
    args,
    evidence,
  }: {
    readonly args: Partial<Violation['args']> & { readonly node: string };
    readonly evidence: Violation['evidence'];
  },
): Violation {
  return {
    rule: 'offer-answer-violation',
    severity: milderIfWorked(call, GRAVE.has(fault) ? 'error' : 'warning'),
    // The description that is missing so far may still come while the call is up.
    confidence: fault === 'no-offer' && isUp(call) ? 'likely' : 'proven',
    status: 'present',
    scope: 'dialog',
    args: { fault, media: '', offered: '', answered: '', ...args },
    evidence,
  };
}
