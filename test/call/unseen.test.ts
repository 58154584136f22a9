/** Taps that see one direction: what the caller does next tells what it was told. */
import { describe, expect, it } from 'vitest';
import { flowFromText } from '../../fixtures/dsl/index.ts';
import { CAST } from '../../fixtures/traces/cast.ts';
import type { Call } from '../../src/call/types.ts';
import { callsOf, diagnoseTrace, type Diagnosed } from '../helpers/judge.ts';

const told = (text: string): Diagnosed[] => diagnoseTrace(flowFromText(`${CAST}\n${text}`));

function callOf(text: string): Call {
  return callsOf(told(text))[0] ?? expect.fail('no call');
}

const INVITE = 'alice -> bob INVITE sip:1002@192.0.2.20 with sdp';
const ANSWERED = `
  ${INVITE}
  retransmit x2 A
  +1800ms bob -> alice 200 with sdp unseen
  +20ms alice -> bob ACK
`;

describe('an answer that was not captured', () => {
  it.each([
    ['the caller', '+60s alice -> bob BYE', 'caller'],
    ['the callee', '+60s bob -> alice BYE', 'callee'],
  ])('shows in the ACK, and the BYE of %s ends the call', (_, bye, release) => {
    const text = `${ANSWERED}\n${bye}\n @300s capture ends`;
    const call = callOf(text);
    expect(call).toMatchObject({
      outcome: 'answered',
      confidence: 'likely',
      stage: 'answered',
      release,
      final: null,
    });
    expect((call.milestones.bye ?? 0) - call.milestones.invite).toBe(61_820_000);
    expect(told(text).flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('shows in the ACK of a call that is still up', () => {
    expect(callOf(`${ANSWERED}\n @300s capture ends`)).toMatchObject({
      outcome: 'answered',
      confidence: 'likely',
      release: 'unknown',
    });
  });

  it('shows after a 100 and a 180 that were captured', () => {
    const text = `
      ${INVITE}
      +5ms bob -> alice 100
      +90ms bob -> alice 180
      +3s bob -> alice 200 with sdp unseen
      +20ms alice -> bob ACK
      @400s capture ends`;
    expect(callOf(text)).toMatchObject({ outcome: 'answered', stage: 'answered' });
    expect(told(text).flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('that the BYE calls broken is a dropped call', () => {
    const bye = '+60s bob -> alice BYE\n Reason: Q.850;cause=41';
    expect(callOf(`${ANSWERED}\n${bye}\n @300s capture ends`).outcome).toBe('dropped');
  });

  it('does not show in a BYE that nobody knew a dialog for', () => {
    const text = `${INVITE}\n +5ms bob -> alice 180 unseen\n +9s alice -> bob BYE\n +1ms bob -> alice 481`;
    expect(callOf(text).outcome).toBe('incomplete-pending');
  });

  it('does not show in the ACK to an earlier challenge', () => {
    const text = `
      ${INVITE}
      +5ms bob -> alice 401
      +5ms ${INVITE} with auth
      +2ms alice -> bob ACK
        Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKown
      @5s capture ends`;
    expect(callOf(text)).toMatchObject({ outcome: 'incomplete-pending', stage: 'pre-trying' });
  });
});

describe('a refusal that was not captured', () => {
  it('shows in the ACK on the branch of the INVITE', () => {
    const text = `${INVITE}\n +9s bob -> alice 486 unseen\n +2ms alice -> bob ACK\n @90s capture ends`;
    const call = callOf(text);
    expect(call).toMatchObject({
      outcome: 'incomplete-pending',
      confidence: 'likely',
      release: 'unknown',
    });
    expect((call.milestones.final ?? 0) - call.milestones.invite).toBe(9_002_000);
    expect(told(text).flatMap(({ findings }) => findings)).toEqual([]);
  });
});

describe('silence on a tap of one direction', () => {
  it.each([
    ['7 copies to the end', 'retransmit A', 'failed-timeout', 'likely'],
    ['3 copies, then nothing', 'retransmit x2 A', 'incomplete-pending', 'possible'],
    ['copies without a schedule', 'retransmit at 1s 2s 3s 30s', 'incomplete-pending', 'possible'],
  ])('%s', (_, copies, outcome, confidence) => {
    expect(callOf(`${INVITE}\n${copies}\n @90s capture ends`)).toMatchObject({
      outcome,
      confidence,
    });
  });

  it('is none where the caller sends a PRACK', () => {
    const text = `
      ${INVITE}
      retransmit A
      +32s bob -> alice 180 reliable unseen
      +20ms alice -> bob PRACK
      @90s capture ends`;
    expect(callOf(text)).toMatchObject({ outcome: 'incomplete-pending', confidence: 'likely' });
  });
});
