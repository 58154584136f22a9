import type { RuleId } from '../model/rule-args.ts';
import { CONFIDENCES, SEVERITIES, STATUSES } from '../model/vocabulary.ts';
import type { Message } from '../sip/message.ts';
import { ASIDE, EXPLAINS } from './explains.ts';
import { RULES } from './registry.ts';
import { TIERS, type Finding } from './rule.ts';

/** The findings of one conversation, put in relation. */
export interface Ranking {
  /** The one that says best why it went as it did; null when there are none. */
  readonly primary: Finding | null;
  /** Each explained finding with the one that explains it directly. */
  readonly causedBy: ReadonlyMap<Finding, Finding>;
}

/**
 * Picks the primary finding and links consequences to their causes; a pure function of the findings. For a call that
 * `failed`, only a finding that can say why may be primary: its slowness is not the reason for its 403.
 */
export function rankFindings(findings: readonly Finding[], failed = false): Ranking {
  const causedBy = new Map<Finding, Finding>();
  for (const finding of findings) {
    const [cause] = findings
      .filter((other) => explains(other, finding) && isSureOf(other, finding))
      // What cannot be the reason of a failure does not take that place from a finding that can.
      .filter((other) => !(failed && isAside(other) && !isAside(finding)))
      .sort(byWeight);
    if (cause !== undefined) causedBy.set(finding, cause);
  }
  const [primary] = findings
    .filter((finding) => !causedBy.has(finding) && !(failed && isAside(finding)))
    .sort(byWeight);
  return { primary: primary ?? null, causedBy };
}

/** The rows of the table by their cause: most findings explain nothing. */
const BY_CAUSE = new Map<RuleId, (typeof EXPLAINS)[number][]>();
for (const row of EXPLAINS) {
  const same = BY_CAUSE.get(row.cause);
  if (same === undefined) BY_CAUSE.set(row.cause, [row]);
  else same.push(row);
}

/** About the call's quality, or a blemish of one message. */
function isAside({ rule, scope, severity }: Finding): boolean {
  return ASIDE.has(rule) || (scope === 'message' && severity !== 'error');
}

function explains(cause: Finding, effect: Finding): boolean {
  const rows = BY_CAUSE.get(cause.rule);
  if (rows === undefined || cause === effect) return false;
  return rows.some(
    (row) =>
      row.explains.includes(effect.rule) &&
      (row.ofCall !== true || cause.scope === 'call') &&
      (row.sameMessage !== true || shareMessage(cause, effect)) &&
      (row.sameRequest !== true || shareMessage(cause, effect, isRequest)),
  );
}

/** What is not settled yet may only say more about the very message that another finding is about. */
function isSureOf(cause: Finding, effect: Finding): boolean {
  return cause.status === 'present' || shareMessage(cause, effect, isResponse);
}

function shareMessage(
  a: Finding,
  b: Finding,
  counts: (message: Message) => boolean = () => true,
): boolean {
  const messages = new Set(a.evidence.map((proof) => proof.kind === 'message' && proof.message));
  return b.evidence.some(
    (proof) => proof.kind === 'message' && messages.has(proof.message) && counts(proof.message),
  );
}

function isRequest({ status }: Message): boolean {
  return status === 0;
}

function isResponse({ status }: Message): boolean {
  return status !== 0;
}

/** What a finding weighs, most important first; lower comes first. */
const WEIGHTS: readonly ((finding: Finding) => number)[] = [
  // What explains the call before what is only about its quality, one of its hops or one of its messages.
  ({ rule, scope }) => (ASIDE.has(rule) || scope === 'leg' || scope === 'message' ? 1 : 0),
  ({ status }) => STATUSES.indexOf(status),
  ({ severity }) => SEVERITIES.indexOf(severity),
  ({ rule }) => tierOf(rule),
  ({ confidence }) => CONFIDENCES.indexOf(confidence),
  ({ rule }) => orderOf(rule),
];

function byWeight(a: Finding, b: Finding): number {
  for (const weigh of WEIGHTS) {
    const difference = weigh(a) - weigh(b);
    if (difference !== 0) return difference;
  }
  return 0;
}

const BY_ID = new Map<RuleId, { tier: number; order: number }>(
  RULES.map(({ id, tier }, order) => [id, { tier: TIERS[tier], order }]),
);

function tierOf(rule: RuleId): number {
  return BY_ID.get(rule)?.tier ?? Number.POSITIVE_INFINITY;
}

function orderOf(rule: RuleId): number {
  return BY_ID.get(rule)?.order ?? Number.POSITIVE_INFINITY;
}
