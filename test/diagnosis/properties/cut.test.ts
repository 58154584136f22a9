/** A capture that stops early may leave things open, but what it proves stays true when the rest is read too. */
import { describe, expect, it } from 'vitest';
import type { Trace } from '../../../fixtures/dsl/index.ts';
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

/** `Call-ID rule` of what is said of each conversation; only what is proven, or all of it. */
function told(trace: Trace, { thresholds }: NamedTrace, provenOnly: boolean): Set<string> {
  const said = diagnoseTrace(trace, thresholds).flatMap(({ judged, findings }) =>
    findings
      .filter(
        ({ confidence, status }) =>
          !provenOnly || (confidence === 'proven' && status === 'present'),
      )
      .map(({ rule }) => `${judged.callId} ${rule}`),
  );
  return new Set(said);
}

describe('cut after every message, nothing is proven that the whole trace refutes', () => {
  it.each(NAMED_TRACES.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { sightings } = one.trace;
    const whole = told(one.trace, one, false);
    const refuted: string[] = [];
    for (let end = 1; end < sightings.length; end += 1) {
      const cut = { ...one.trace, sightings: sightings.slice(0, end) };
      for (const finding of told(cut, one, true)) {
        const [callId, rule = ''] = finding.split(' ');
        const same = [rule, ...(REFINED[rule] ?? [])].map((id) => `${callId} ${id}`);
        if (OF_THE_END.has(rule) || same.some((key) => whole.has(key))) continue;
        refuted.push(`after ${end} messages: ${finding}`);
      }
    }
    expect(refuted).toEqual([]);
  });
});
