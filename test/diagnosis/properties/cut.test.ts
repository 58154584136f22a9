/** A capture that stops early may leave things open, but what it proves stays true when the rest is read too. */
import { describe, expect, it } from 'vitest';
import { flow, type Sighting, type Trace } from '../../../fixtures/dsl/index.ts';
import { OUTCOME_CLASS } from '../../../src/model/outcome-class.ts';
import { diagnoseTrace } from '../../helpers/judge.ts';
import { NAMED_TRACES, type NamedTrace } from './named-traces.ts';

/** These speak of the moment at which the capture stopped, and say so. */
const OF_THE_END: ReadonlySet<string> = new Set(['trying-capture-ended', 'no-final-response']);

/** What the whole trace says more exactly, with more known: the rule → those that take its place. */
const REFINED: Readonly<Record<string, readonly string[]>> = {
  'hold-state': ['hold-not-resumed', 'hold-both-sides'],
  'max-forwards-low': ['resp-482-loop', 'resp-483-hops'],
  'noninvite-no-response': ['bye-unanswered'],
  'trying-downstream-silent': ['transport-failover'],
};

/** What is said of each conversation. */
interface Told {
  /** `Call-ID rule`; only what is proven, or all of it. */
  readonly findings: ReadonlySet<string>;
  /** Outcomes of failed calls by Call-ID, with the same limit. */
  readonly failures: ReadonlyMap<string, string>;
}

function told(trace: Trace, { thresholds }: NamedTrace, provenOnly: boolean): Told {
  const findings = new Set<string>();
  const failures = new Map<string, string>();
  for (const { judged, findings: found } of diagnoseTrace(trace, thresholds)) {
    for (const { rule, confidence, status } of found) {
      const proven = confidence === 'proven' && status === 'present';
      if (proven || !provenOnly) findings.add(`${judged.callId} ${rule}`);
    }
    if (judged.kind !== 'call' || OUTCOME_CLASS[judged.outcome] !== 'failure') continue;
    if (judged.confidence === 'proven' || !provenOnly) {
      failures.set(judged.callId, judged.outcome);
    }
  }
  return { findings, failures };
}

/** A capture may go on for a while after a message and still stop before the next one, µs; what comes later is another try. */
const LONGEST_WAIT = 32_000_000;
const [NTP] = flow`@0s capture ends`.sightings as [Sighting];

/** The trace up to its `end`th message, and the same with the time that passed until the next one. */
function cuts({ hosts, sightings }: Trace, end: number): Trace[] {
  const kept = sightings.slice(0, end);
  const time = kept.at(-1)?.time ?? 0;
  const next = sightings[end]?.time ?? time;
  const wait = { ...NTP, time: Math.min(next - 1, time + LONGEST_WAIT) };
  const stopped = { hosts, sightings: kept };
  return wait.time > time ? [stopped, { hosts, sightings: [...kept, wait] }] : [stopped];
}

describe('cut after every message, nothing is proven that the whole trace refutes', () => {
  it.each(NAMED_TRACES.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { length } = one.trace.sightings;
    const whole = told(one.trace, one, false);
    const refuted = new Set<string>();
    for (let end = 1; end < length; end += 1) {
      for (const cut of cuts(one.trace, end)) {
        const { findings, failures } = told(cut, one, true);
        for (const finding of findings) {
          const [callId, rule = ''] = finding.split(' ');
          const same = [rule, ...(REFINED[rule] ?? [])].map((id) => `${callId} ${id}`);
          if (OF_THE_END.has(rule) || same.some((key) => whole.findings.has(key))) continue;
          refuted.add(`after ${end} messages: ${finding}`);
        }
        for (const [callId, outcome] of failures) {
          if (whole.failures.has(callId)) continue;
          refuted.add(`after ${end} messages: ${callId} ${outcome}`);
        }
      }
    }
    expect([...refuted]).toEqual([]);
  });
});
