import { declineKind, type Decline, type DeclineKind } from '../../call/decline.ts';
import type { Call } from '../../call/types.ts';
import type { Confidence } from '../../model/vocabulary.ts';
import { hasField } from '../../sip/field.ts';
import { shown } from '../evidence.ts';
import type { Proof, RuleContext } from '../rule.ts';
import { us } from '../thresholds.ts';
import { fact } from './fact.ts';

/** Who or what refused the call; null when nobody did. All `decline-*` rules report one kind of it. */
const decline = fact((call: Call, { surroundings, thresholds }) =>
  declineKind(call, surroundings, {
    quick: us(thresholds['decline.quick']),
    human: us(thresholds['decline.human']),
    device: us(thresholds['decline.device']),
    pattern: thresholds['decline.pattern'],
  }),
);

/** The refusal if it is of this kind. */
export function declineOf(kind: DeclineKind, call: Call, context: RuleContext): Decline | null {
  const found = decline(call, context);
  return found?.kind === kind ? found : null;
}

/** Some `decline-*` rule says who or what refused. */
export function isDeclined(call: Call, context: RuleContext): boolean {
  const kind = decline(call, context)?.kind;
  return kind !== undefined && kind !== 'relayed' && kind !== 'unknown';
}

/** The call failed with one of these codes. */
export function failedWith(...codes: number[]): (call: Call) => boolean {
  return ({ final }) => final !== null && codes.includes(final.status);
}

/** What the finding of every decline has in common. */
export function declineFinding({ confidence }: Decline): {
  readonly severity: 'info';
  readonly confidence: Confidence;
  readonly status: 'present';
  readonly scope: 'call';
} {
  return { severity: 'info', confidence, status: 'present', scope: 'call' };
}

/** INVITE, ringing and refusal where it was made, then the refusal as the caller's side got it. */
export function declineProof({ refusal }: Decline, field?: string): [Proof, ...Proof[]] {
  const { hop, alerting, final, nearest } = refusal;
  const proof: Proof[] = [];
  if (hop.request !== null) proof.push(shown(hop.request));
  if (alerting !== null) proof.push(shown(alerting));
  // The field is quoted where it was written; a node on the way may have added it.
  const added = field !== undefined && !hasField(final, field);
  const last = nearest === final ? [] : [shown(nearest, added ? field : undefined)];
  const [first, ...rest] = [...proof, shown(final, field), ...last];
  return [first as Proof, ...rest];
}
