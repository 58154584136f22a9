import { expect, it } from 'vitest';
import { flowFromText } from '../../fixtures/dsl/index.ts';
import { CAST } from '../../fixtures/traces/cast.ts';
import { named } from '../../fixtures/traces/index.ts';
import { diagnose, engine } from '../../src/diagnosis/engine.ts';
import type { RuleId } from '../../src/model/rule-args.ts';
import { RULES } from '../../src/diagnosis/registry.ts';
import { maskOf, type Trait, traitsOf } from '../../src/diagnosis/traits.ts';
import { diagnoseTrace } from '../helpers/judge.ts';
import { CASES } from './cases/index.ts';

const ALL: readonly Trait[] = [
  'ack',
  'bye',
  'cancel',
  'register',
  'options',
  'challenge',
  'redirect',
  'client-error',
  'server-error',
  'global-failure',
  'answer',
  'no-final',
  'failure',
  'invite-failed',
  'trouble',
  'repeated',
  'several-invites',
];

function traitsIn(trace: ReturnType<typeof flowFromText>): Trait[] {
  const [first] = diagnoseTrace(trace);
  const mask = traitsOf(first?.judged ?? expect.fail('no conversation'));
  return ALL.filter((trait) => (mask & maskOf([trait])) !== 0);
}

it('sees what a stuck set-up has', () => {
  expect(traitsIn(named('trying-capture-ended-40s').trace)).toEqual(['no-final', 'trouble']);
});

it('sees requests, challenges, answers and repeats', () => {
  const flow = flowFromText(`${CAST}
    alice -> proxy INVITE
    +5ms proxy -> alice 407
    +5ms alice -> proxy ACK
    +5ms alice -> proxy INVITE cseq=2
    +5ms proxy -> alice 100
    +500ms proxy -> alice 200
      retransmit x1 T1
    +600ms alice -> proxy ACK`);
  expect(traitsIn(flow)).toEqual([
    'ack',
    'challenge',
    'client-error',
    'answer',
    'failure',
    'invite-failed',
    'trouble',
    'repeated',
    'several-invites',
  ]);
});

/** Here the trait is part of the condition, not only a quick way to see that it cannot hold. */
const CONDITIONS: ReadonlySet<RuleId> = new Set<RuleId>(['subscribe-failed']);

it('keeps no rule from what it would find', () => {
  const unmasked = engine(RULES.map((rule) => ({ ...rule, needs: [] })));
  const hidden = CASES.flatMap(({ rule, name, trace, thresholds }) => {
    const [all = [], asked = []] = [unmasked, diagnose].map((ask) =>
      diagnoseTrace(trace, thresholds, ask).flatMap(({ findings }) =>
        findings.map((finding) => finding.rule),
      ),
    );
    const lost = all.filter((one) => !asked.includes(one) && !CONDITIONS.has(one));
    return lost.map((one) => `${one} in ${rule}: ${name}`);
  });
  expect(hidden).toEqual([]);
});
