import type { Judged } from '../call/types.ts';
import type { Message } from '../sip/message.ts';
import { restsOnGuessedEnd } from './guessed-ends.ts';
import { mayStillRecover } from './recovery.ts';
import { RULES } from './registry.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';
import { maskOf, traitsOf } from './traits.ts';

/** Longest error text that a finding quotes, in characters. */
const MAX_ERROR = 200;

/** Combinations of traits whose rules are remembered, per kind (a bound for hostile input). */
const MAX_COMBINATIONS = 1000;

/** A function that runs these rules over a conversation; a rule that throws costs its own findings and nothing else. */
export function engine(
  rules: readonly Rule[],
): (conversation: Judged, context: RuleContext) => Finding[] {
  const masked = rules.map((rule) => ({ rule, needs: maskOf(rule.needs ?? []) }));
  /** The rules to ask, by kind and traits: conversations of a capture share few combinations. */
  const asked = new Map<Judged['kind'], Map<number, readonly Rule[]>>();
  const rulesFor = (kind: Judged['kind'], traits: number): readonly Rule[] => {
    let byTraits = asked.get(kind);
    if (byTraits === undefined) asked.set(kind, (byTraits = new Map()));
    const known = byTraits.get(traits);
    if (known !== undefined) return known;
    const list = masked
      .filter(({ rule, needs }) => rule.kinds.includes(kind) && (traits & needs) === needs)
      .map(({ rule }) => rule);
    if (byTraits.size < MAX_COMBINATIONS) byTraits.set(traits, list);
    return list;
  };
  return (conversation, context) => {
    const findings: Finding[] = [];
    for (const rule of rulesFor(conversation.kind, traitsOf(conversation))) {
      try {
        if (rule.applies?.(conversation) === false) continue;
        for (const finding of rule.check(conversation, context)) {
          findings.push(hedged(finding, conversation, context));
        }
      } catch (error) {
        findings.push(crashed(rule, conversation, error));
      }
    }
    return findings;
  };
}

/** Runs every rule over a judged conversation, in the order of the registry. */
export const diagnose = engine(RULES);

/**
 * What rests on a message that was not seen is no more than likely where the capture is known to lack packets, or
 * stopped before that message was due (docs/architecture.md: the absence rule); so is what a node did that a log does not name.
 */
function hedged(finding: Finding, conversation: Judged, context: RuleContext): Finding {
  if (finding.confidence !== 'proven' || finding.status !== 'present') return finding;
  const { source } = conversation.messages[0] as Message;
  const isSilence = finding.evidence.some(({ kind }) => kind === 'silence');
  const isOpen =
    (isSilence && context.below.isLossy(source)) ||
    restsOnGuessedEnd(finding) ||
    mayStillRecover(finding, conversation, context);
  return isOpen ? { ...finding, confidence: 'likely' } : finding;
}

/** A defect of ours, made visible where it happened (the first message stands for the conversation). */
function crashed({ id }: Rule, { messages }: Judged, error: unknown): Finding<'rule-crashed'> {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    rule: 'rule-crashed',
    severity: 'warning',
    confidence: 'proven',
    status: 'present',
    scope: 'call',
    args: { crashedRule: id, message: message.slice(0, MAX_ERROR) },
    evidence: [{ kind: 'message', message: messages[0] as Message }],
  };
}
