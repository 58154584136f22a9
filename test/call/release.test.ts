/** Who ended a call that was refused: the callee only where something shows that it was the callee. */
import { describe, expect, it } from 'vitest';
import { flowFromText } from '../../fixtures/dsl/index.ts';
import { CAST } from '../../fixtures/traces/cast.ts';
import { judged } from '../helpers/judged.ts';

/** Outcome and release of the call. */
function ends(text: string): [string, string] {
  const [call] = judged(flowFromText(`${CAST}\n${text}\n+40s capture ends`));
  if (call?.kind !== 'call') throw new Error('no call');
  return [call.outcome, call.release];
}

const viaProxy = (node: string, final: string, headers = ''): string => `
  alice -> proxy INVITE sip:1002@example.com with sdp
  +2ms proxy -> alice 100
  +1ms proxy -> ${node} INVITE sip:1002@192.0.2.20
  +200ms ${node} -> proxy ${final}
    ${headers}
  proxy -> ${node} ACK
  proxy -> alice ${final}
  alice -> proxy ACK`;

describe('a refusal', () => {
  it.each([
    ['a phone', viaProxy('bob', '480'), 'callee'],
    ['a PBX behind the proxy', viaProxy('pbx', '480'), 'network'],
    ['a node that does not say what it is', viaProxy('gw', '480'), 'unknown'],
    ['a node that forbids it', viaProxy('gw', '403'), 'network'],
    [
      'the proxy itself',
      'alice -> proxy INVITE sip:1002@example.com with sdp\n +2ms proxy -> alice 480\n alice -> proxy ACK',
      'network',
    ],
    [
      'a node that rang',
      'alice -> gw INVITE sip:1002@203.0.113.9 with sdp\n +80ms gw -> alice 180\n +9s gw -> alice 480\n alice -> gw ACK',
      'callee',
    ],
    [
      'a gateway that names the user',
      viaProxy('gw', '480', 'Reason: Q.850;cause=31;location=U'),
      'callee',
    ],
    [
      'a gateway that names the network',
      viaProxy('bob', '480', 'Reason: Q.850;cause=31;location=LN'),
      'network',
    ],
    ['a busy callee, whoever says so', viaProxy('pbx', '486'), 'callee'],
  ])('by %s', (_, text, release) => {
    expect(ends(text)[1]).toBe(release);
  });

  it('for a rule of the network is not the callee’s', () => {
    expect(ends(viaProxy('gw', '480', 'Reason: Q.850;cause=21;location=LN'))).toEqual([
      'failed-policy',
      'network',
    ]);
    expect(ends(viaProxy('pbx', '403', 'Reason: Q.850;cause=21'))).toEqual([
      'failed-policy',
      'network',
    ]);
    expect(ends(viaProxy('bob', '480', 'Reason: Q.850;cause=21'))).toEqual([
      'declined-user',
      'callee',
    ]);
  });
});

describe('a caller who had gone', () => {
  const cancelled = (final: string): string => `
    alice -> proxy INVITE sip:1002@example.com with sdp
    +80ms proxy -> alice 180
    +5s alice -> proxy CANCEL
    +2ms proxy -> alice 200 for CANCEL
    ${final}
    alice -> proxy ACK`;

  it('is what a 408 long after the CANCEL means', () => {
    expect(ends(cancelled('+32s proxy -> alice 408 for INVITE'))).toEqual([
      'cancelled-by-caller',
      'caller',
    ]);
  });

  it('is not what one that crossed it means', () => {
    expect(ends(cancelled('+9ms proxy -> alice 408 for INVITE'))[0]).toBe('failed-timeout');
  });
});
