import { describe, expect, it } from 'vitest';
import { refusal } from '../../fixtures/traces/decline/shape.ts';
import { named } from '../../fixtures/traces/index.ts';
import { declineKind } from '../../src/call/decline.ts';
import { Registrations } from '../../src/call/registrations.ts';
import { quicklyRefused } from '../../src/call/refusals.ts';
import { NONE } from '../../src/call/store.ts';
import { judge } from '../../src/call/judge.ts';
import { stuckSetup } from '../../src/call/stuck.ts';
import type { Call, Surroundings } from '../../src/call/types.ts';
import { unansweredInvites } from '../../src/call/unanswered.ts';
import type { Trace } from '../../fixtures/dsl/index.ts';
import { callsOf, collectTrace, diagnoseTrace } from '../helpers/judge.ts';

const NOTHING_KNOWN: Surroundings = {
  captureStart: Number.NaN,
  captureEnd: Number.NaN,
  sawDirection: () => true,
  sawReceiver: () => false,
  otherCallsSentBy: () => 0,
  correlatedLegs: () => ({ seen: 0, calls: [] }),
  registrations: new Registrations(),
  stretchEnd: () => Number.NaN,
  quickRefusals: () => ({ refusals: 0, callees: 0 }),
};

const callOf = (trace: Trace): Call => callsOf(diagnoseTrace(trace))[0] ?? expect.fail('no call');

/** The same call out of a log that has no clock. */
function withoutClock(trace: Trace): Call {
  const { messages } = callOf(trace);
  for (const message of messages) message.time = Number.NaN;
  const [call] = judge(messages, NOTHING_KNOWN);
  return call?.kind === 'call' ? call : expect.fail('no call');
}

describe('outcome of a decline', () => {
  it.each([
    [
      'a public network',
      refusal('gw', undefined, '9ms', '603', 'Reason: Q.850;cause=21;location=TN'),
      'blocked-network',
    ],
    [
      'a private network',
      refusal('gw', undefined, '9ms', '603', 'Reason: Q.850;cause=21;location=RPN'),
      'declined-auto',
    ],
    [
      'the user',
      refusal('gw', '90ms', '2s', '603', 'Reason: Q.850;cause=21;location=U'),
      'declined-user',
    ],
    ['a busy user', refusal('gw', '90ms', '2s', '603', 'Reason: Q.850;cause=17'), 'busy'],
    ['nothing tells whom', refusal('gw', undefined, '705ms', '603'), 'declined-user'],
    ['no finger is so fast', refusal('gw', undefined, '305ms', '603'), 'declined-auto'],
    ['a feature', refusal('gw', '90ms', '2s', '603', 'Reason: Q.850;cause=24'), 'declined-auto'],
  ] as const)('%s', (_, trace, outcome) => {
    expect(callOf(trace).outcome).toBe(outcome);
  });

  it('is never "proven" when it is a person', () => {
    const call = callOf(named('decline-human').trace);
    expect(call).toMatchObject({
      outcome: 'declined-user',
      confidence: 'likely',
      release: 'callee',
    });
  });
});

describe('a quick refusal', () => {
  it.each([
    ['603', undefined, '2900ms', true],
    ['403', undefined, '100ms', true],
    ['603', undefined, '3100ms', false],
    ['603', '100ms', '300ms', false],
    ['486', undefined, '100ms', false],
  ])('%s, ringing after %s, refused after %s: %s', (code, ringing, after, quick) => {
    const { store, conversations } = collectTrace(refusal('gw', ringing, after, code));
    expect(quicklyRefused(store, conversations.at(0)) !== NONE).toBe(quick);
  });
});

describe('without a clock', () => {
  it('nobody is told apart by the time they took', () => {
    const call = withoutClock(named('decline-human').trace);
    expect(declineKind(call, NOTHING_KNOWN)).toBeNull();
    expect(call).toMatchObject({ outcome: 'declined-user', confidence: 'possible' });
  });

  it('what the response says still counts', () => {
    const call = withoutClock(named('603plus-sip').trace);
    expect(declineKind(call, NOTHING_KNOWN)?.kind).toBe('analytics-603plus');
  });

  it('nothing is stuck and nothing unanswered', () => {
    expect(stuckSetup(withoutClock(named('trying-then-408-32s').trace), NOTHING_KNOWN)).toBeNull();
    expect(
      stuckSetup(withoutClock(named('trying-capture-ended-40s').trace), NOTHING_KNOWN),
    ).toBeNull();
    const silent = withoutClock(named('invite-no-response').trace);
    expect(unansweredInvites(silent, NOTHING_KNOWN)).toEqual([]);
  });
});
