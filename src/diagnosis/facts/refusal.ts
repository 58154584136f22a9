/** The final response that ended a set-up, read where it was made; all `resp-*` rules tell one kind of it. */
import { openedAt } from '../../call/hops.ts';
import { OUTCOME_BY_CODE } from '../../call/outcome-codes.ts';
import { agentOf, producerOf } from '../../call/producer.ts';
import type { Call, Transaction } from '../../call/types.ts';
import { OUTCOME_CLASS } from '../../model/outcome-class.ts';
import type { Refusal, RefusalRuleId } from '../../model/response-args.ts';
import type { Outcome } from '../../model/vocabulary.ts';
import { field, hasField } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';
import { parseWarnings } from '../../sip/values/warning.ts';
import { requestOf, shown } from '../evidence.ts';
import type { Proof } from '../rule.ts';
import { isDeclined } from './decline.ts';
import { fact } from './fact.ts';
import { RULE_OF_CODE, STATE_LOST, TOLD_ELSEWHERE } from './refusal-codes.ts';
import { mayBeStuck, stuck } from './stuck.ts';

/** Longest text of a response that is quoted, in characters. */
const MAX_TEXT = 120;

export interface Refused {
  /** The rule that tells it. */
  readonly rule: RefusalRuleId;
  /** The hop whose server refused, its request as it arrived there, and the response as it left. */
  readonly hop: Transaction;
  readonly request: Message | null;
  readonly final: Message;
  /** The response as the caller's side got it; `final` when only one hop was seen. */
  readonly nearest: Message;
  /** The INVITE, or its first ringing, to the refusal on that hop, µs; NaN without a clock. */
  readonly afterUs: number;
  readonly rangUs: number | null;
  /** The call counts as failed, and not as something that people decided. */
  readonly failed: boolean;
  readonly args: Refusal;
}

/** Outcomes that other findings tell in full. */
const NOT_REFUSED: ReadonlySet<Outcome> = new Set<Outcome>([
  'answered-elsewhere',
  'scan-or-attack',
  'no-answer',
  'cancelled-by-caller',
  // The next try was due when the capture ended.
  'incomplete-pending',
]);

/** Codes whose words decide about the outcome, so that there is no usual one. */
const WORDED: ReadonlySet<number> = new Set([402, 403]);

/** A cheap look whether the set-up ended in a failure response. */
export function mayBeRefused({ stage, final, outcome }: Call): boolean {
  return stage !== 'answered' && final !== null && final.status >= 300 && !NOT_REFUSED.has(outcome);
}

/** The refusal of a call; null when it was answered, given up, or when `trying-*` or `decline-*` tell it. */
export const refusal = fact((call: Call, context): Refused | null => {
  const { invite, final, outcome } = call;
  if (invite === null || final === null || !mayBeRefused(call)) return null;
  const failed = OUTCOME_CLASS[outcome] === 'failure';
  if (!failed && TOLD_ELSEWHERE.has(final.status)) return null;
  if (final.status === STATE_LOST) return null;
  if (mayBeStuck(call) && stuck(call, context) !== null) return null;
  if (final.status > 600 && isDeclined(call, context)) return null;
  const { hop, message } = producerOf(invite, final);
  const rang = hop.responses.find(({ status }) => status === 180) ?? null;
  return {
    rule: ruleOf(message.status, outcome),
    hop,
    request: hop.request,
    final: message,
    nearest: final,
    afterUs: message.time - openedAt(hop),
    rangUs: rang === null ? null : message.time - rang.time,
    failed,
    args: {
      code: message.status,
      phrase: message.phrase.trim().slice(0, MAX_TEXT),
      node: hop.server.name,
      agent: agentOf(message).slice(0, MAX_TEXT),
      reason: (message.hasReason ? (field(message, 'Reason') ?? '') : '').slice(0, MAX_TEXT),
      warning: warningOf(message),
      outcome,
    },
  };
});

/** Where a Reason makes something else of the code, what the code is about would be misleading. */
function ruleOf(status: number, outcome: Outcome): RefusalRuleId {
  const usual = WORDED.has(status) || (OUTCOME_BY_CODE[status] ?? outcome) === outcome;
  return (usual ? RULE_OF_CODE[status] : undefined) ?? 'resp-other';
}

function warningOf(message: Message): string {
  const [first] = parseWarnings(field(message, 'Warning') ?? '');
  return first === undefined ? '' : `${first.code} ${first.text}`.trim().slice(0, MAX_TEXT);
}

/** The request and its refusal where it was made, then the refusal as the caller's side got it. */
export function refusalProof(
  { hop, final, nearest }: Refused,
  quoted?: string,
): [Proof, ...Proof[]] {
  const proof: Proof[] = hop.request === null ? [] : [requestOf(hop)];
  const header = quoted !== undefined && hasField(final, quoted) ? quoted : reasonOf(final);
  proof.push(shown(final, header));
  if (nearest !== final) proof.push(shown(nearest));
  return proof as [Proof, ...Proof[]];
}

/** Where nothing special is to be shown, what the response gives as its reason. */
function reasonOf(final: Message): string | undefined {
  if (final.hasReason) return 'Reason';
  return hasField(final, 'Warning') ? 'Warning' : undefined;
}
