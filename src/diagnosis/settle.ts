import type { Judged } from '../call/types.ts';
import type { RuleId } from '../model/rule-args.ts';
import type { Outcome } from '../model/vocabulary.ts';
import type { BelowSip } from './below-sip.ts';
import type { Finding } from './rule.ts';

/** Findings that say that the connection, and nobody's decision, ended a call. */
const TRANSPORT: ReadonlySet<RuleId> = new Set<RuleId>([
  'icmp-unreachable',
  'tcp-connect-failed',
  'tcp-reset-mid-transaction',
  'tls-handshake-failed',
  'dns-failure',
]);

/** Outcomes that only say that nothing came, or that a node gave up. */
const UNEXPLAINED: ReadonlySet<Outcome> = new Set<Outcome>([
  'failed-timeout',
  'failed-capacity',
  'failed-server',
  'failed-routing',
  'incomplete-pending',
]);

/**
 * What was found below SIP has the last word on a call that nothing in its messages explains; and a time-out is no more
 * than likely where the capture is known to lack packets.
 */
export function settle(judged: Judged, findings: readonly Finding[], below: BelowSip): void {
  if (judged.kind !== 'call' || !UNEXPLAINED.has(judged.outcome)) return;
  const cause = findings.find(
    ({ rule, status, scope, severity, confidence }) =>
      TRANSPORT.has(rule) &&
      status === 'present' &&
      scope === 'call' &&
      severity === 'error' &&
      confidence !== 'possible',
  );
  if (cause !== undefined) {
    judged.outcome = 'failed-transport';
    judged.confidence = 'likely';
    judged.release = 'network';
    return;
  }
  const source = judged.messages[0]?.source ?? 0;
  if (judged.outcome === 'failed-timeout' && judged.final === null && below.isLossy(source)) {
    judged.confidence = 'likely';
  }
}
