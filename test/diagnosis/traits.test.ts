import { expect, it } from 'vitest';
import { flowFromText } from '../../fixtures/dsl/index.ts';
import { CAST } from '../../fixtures/traces/cast.ts';
import { named } from '../../fixtures/traces/index.ts';
import { maskOf, type Trait, traitsOf } from '../../src/diagnosis/traits.ts';
import { diagnoseTrace } from '../helpers/judge.ts';

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
  'repeated',
  'several-invites',
];

function traitsIn(trace: ReturnType<typeof flowFromText>): Trait[] {
  const [first] = diagnoseTrace(trace);
  const mask = traitsOf(first?.judged ?? expect.fail('no conversation'));
  return ALL.filter((trait) => (mask & maskOf([trait])) !== 0);
}

it('sees what a stuck set-up has', () => {
  expect(traitsIn(named('trying-capture-ended-40s').trace)).toEqual(['no-final']);
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
    'repeated',
    'several-invites',
  ]);
});
