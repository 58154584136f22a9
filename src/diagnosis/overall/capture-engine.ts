import type { CaptureFinding, CaptureRule } from './capture-rule.ts';
import type { CaptureNotes } from './notes.ts';
import { CAPTURE_RULES } from '../registry.ts';
import type { RuleContext } from '../rule.ts';

/** Longest error text that a finding quotes, in characters. */
const MAX_ERROR = 200;

/** Runs the rules about sources and endpoints; one that throws costs its own findings and nothing else. */
export function diagnoseCapture(
  notes: CaptureNotes,
  context: RuleContext,
  rules: readonly CaptureRule[] = CAPTURE_RULES,
): CaptureFinding[] {
  const findings: CaptureFinding[] = [];
  for (const rule of rules) {
    try {
      findings.push(...rule.check(notes, context));
    } catch (error) {
      findings.push(crashed(rule, error));
    }
  }
  return findings;
}

function crashed({ id }: CaptureRule, error: unknown): CaptureFinding<'rule-crashed'> {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    rule: 'rule-crashed',
    severity: 'warning',
    confidence: 'proven',
    status: 'present',
    scope: 'capture',
    args: { crashedRule: id, message: message.slice(0, MAX_ERROR) },
    evidence: [{ kind: 'counter', source: 0, frame: 0, offset: 0, what: id, value: 1 }],
    calls: [],
  };
}
