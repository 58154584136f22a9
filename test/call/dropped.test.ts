/** A 2xx that the callee repeats because no ACK comes. */
import { describe, expect, it } from 'vitest';
import { flowFromText } from '../../fixtures/dsl/index.ts';
import { CAST } from '../../fixtures/traces/cast.ts';
import { callsOf, diagnoseTrace } from '../helpers/judge.ts';

const UP = `
  alice -> bob INVITE sip:1002@192.0.2.20 with sdp
  +80ms bob -> alice 180
  +4s bob -> alice 200 with sdp
`;

function outcomeOf(text: string): string {
  const [call] = callsOf(diagnoseTrace(flowFromText(`${CAST}\n${UP}\n${text}`)));
  return `${call?.outcome} ${call?.confidence}`;
}

describe('an answer that nobody acknowledges', () => {
  it.each([
    ['repeated to the end, no BYE', 'retransmit x10 G\n @90s capture ends'],
    ['given up with a BYE', 'retransmit x10 G\n +32s bob -> alice BYE\n @90s capture ends'],
    ['repeated for 3.5 s', 'retransmit x3 G\n @90s capture ends'],
    ['given up early', 'retransmit x3 G\n +10s bob -> alice BYE\n @20s capture ends'],
    [
      'repeated in spite of an ACK, and given up',
      'retransmit x10 G\n +15ms alice -> bob ACK\n +32s bob -> alice BYE\n @90s capture ends',
    ],
  ])('is a dropped call: %s', (_, text) => {
    expect(outcomeOf(text)).toBe('dropped likely');
  });

  it.each([
    ['two copies', 'retransmit x1 G\n @90s capture ends'],
    ['1.5 s of copies', 'retransmit x2 G\n @90s capture ends'],
    ['a capture that ends after 20 s', 'retransmit x6 G\n @20s capture ends'],
    ['an ACK', 'retransmit x10 G\n +31900ms alice -> bob ACK\n @90s capture ends'],
    [
      'a BYE before most copies: the trace is replayed',
      '+10ms alice -> bob ACK\n +20ms bob -> alice BYE\n +5ms alice -> bob 200\n +4s bob -> alice 200 for INVITE\n retransmit x4 G\n @90s capture ends',
    ],
    [
      'an ACK that arrives late, and a callee who hangs up at 32 s',
      'retransmit x5 G\n +12s alice -> bob ACK\n +20s bob -> alice BYE\n @90s capture ends',
    ],
    [
      'an ACK that crosses copies of its 2xx, and a callee who hangs up soon',
      'retransmit x3 G\n +2s alice -> bob ACK\n +4s bob -> alice BYE\n @90s capture ends',
    ],
    ['a caller who hangs up', 'retransmit x4 G\n +12s alice -> bob BYE\n @90s capture ends'],
    ['a callee who hangs up later', 'retransmit x4 G\n +90s bob -> alice BYE\n @190s capture ends'],
    ['a caller who goes on', 'retransmit x4 G\n +20s alice -> bob INFO\n @190s capture ends'],
  ])('is none with %s', (_, text) => {
    expect(outcomeOf(text)).toBe('answered proven');
  });
});

describe('a session that is not refreshed', () => {
  const session = (interval: string, rest: string): string =>
    outcomeOf(
      `Session-Expires: ${interval}\n +10ms alice -> bob ACK\n ${rest}\n +40s capture ends`,
    );

  it.each([
    ['1800;refresher=uac', '+1768s bob -> alice BYE\n +5ms alice -> bob 200'],
    ['1800', '+1800s alice -> bob BYE\n +5ms bob -> alice 200'],
    [
      '90;refresher=uac',
      '+45s alice -> bob UPDATE\n retransmit x2 E\n +15s bob -> alice BYE\n +5ms alice -> bob 200',
    ],
  ])('of %s is dropped when its time is over', (interval, rest) => {
    expect(session(interval, rest)).toBe('dropped likely');
  });

  it.each([
    ['1800', '+1700s bob -> alice BYE\n +5ms alice -> bob 200'],
    ['90', '+60s bob -> alice BYE\n +5ms alice -> bob 200'],
    [
      '1800',
      '+900s alice -> bob UPDATE\n +5ms bob -> alice 200\n Session-Expires: 1800\n +868s bob -> alice BYE\n +5ms alice -> bob 200',
    ],
  ])('of %s may just end', (interval, rest) => {
    expect(session(interval, rest)).toBe('answered proven');
  });
});
