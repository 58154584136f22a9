import { describe, expect, it } from 'vitest';
import { flowFromText } from '../../fixtures/dsl/index.ts';
import { CAST } from '../../fixtures/traces/cast.ts';
import { diagnoseTrace } from '../helpers/judge.ts';

/** Kind, outcome and final code of every conversation of a flow. */
function outcomes(text: string): [string, string, number | null][] {
  return diagnoseTrace(flowFromText(`${CAST}\n${text}`)).map(({ judged }) => [
    judged.kind,
    judged.outcome,
    judged.final?.status ?? null,
  ]);
}

const END = '+60s capture ends';
const REGISTER = 'alice -> proxy REGISTER';

describe('how a registration stands', () => {
  it.each([
    ['registered', `${REGISTER}\n +3ms proxy -> alice 200`, 200],
    [
      'registered',
      `${REGISTER}\n +3ms proxy -> alice 401\n +3ms ${REGISTER} with auth\n +3ms proxy -> alice 200`,
      200,
    ],
    [
      'refreshed',
      `${REGISTER}\n +3ms proxy -> alice 200\n +30m ${REGISTER}\n +3ms proxy -> alice 200`,
      200,
    ],
    ['deregistered', `${REGISTER}\n Expires: 0\n +3ms proxy -> alice 200`, 200],
    ['deregistered', `${REGISTER}\n Contact: *\n Expires: 0\n +3ms proxy -> alice 200`, 200],
    ['queried', `${REGISTER}\n -Contact\n +3ms proxy -> alice 200`, 200],
    ['refused', `${REGISTER}\n +3ms proxy -> alice 403`, 403],
    ['challenged', `${REGISTER}\n +3ms proxy -> alice 401`, 401],
    [
      'failed-auth',
      `${REGISTER}\n +3ms proxy -> alice 401\n +3ms ${REGISTER} with wrong-auth\n +3ms proxy -> alice 401`,
      401,
    ],
    ['redirected', `${REGISTER}\n +3ms proxy -> alice 302`, 302],
    [
      'refused',
      `${REGISTER}\n +3ms proxy -> alice 200\n +30m ${REGISTER}\n +3ms proxy -> alice 503`,
      503,
    ],
    [
      'unanswered',
      `bob -> proxy OPTIONS\n +3ms proxy -> bob 200\n proxy -> alice OPTIONS\n +3ms alice -> proxy 200\n ${REGISTER}\n retransmit E`,
      null,
    ],
  ])('%s', (outcome, flow, code) => {
    expect(outcomes(`${flow}\n ${END}`)).toContainEqual(['registration', outcome, code]);
  });

  it('is that of its last settled request', () => {
    const refresh = `${REGISTER}\n +3ms proxy -> alice 200\n +30m ${REGISTER}`;
    expect(outcomes(`${refresh}\n +3s capture ends`)).toEqual([
      ['registration', 'registered', 200],
    ]);
    const challenged = `${refresh}\n +3ms proxy -> alice 401`;
    expect(outcomes(`${challenged}\n +3s capture ends`)).toEqual([
      ['registration', 'registered', 200],
    ]);
  });

  it('is final as soon as an answer to the last challenge was refused', () => {
    const refused = `${REGISTER}
      +3ms proxy -> alice 401
      +3ms ${REGISTER} with wrong-auth
      +3ms proxy -> alice 401`;
    const over = '+20ms capture ends';
    expect(outcomes(`${refused}\n ${over}`)).toEqual([['registration', 'failed-auth', 401]]);
    // The nonce is blamed: the client will answer once more.
    const stale = `${refused}\n  WWW-Authenticate: Digest realm="example.com", nonce="bb22", stale=true`;
    expect(outcomes(`${stale}\n ${over}`)).toEqual([['registration', 'incomplete-pending', null]]);
    // Credentials of an earlier time: the server may only have forgotten their nonce.
    const old = `${REGISTER}
        Authorization: Digest username="1001", realm="example.com", nonce="old", uri="sip:example.com", response="00112233445566778899aabbccddeeff"
      +3ms proxy -> alice 401`;
    expect(outcomes(`${old}\n ${over}`)).toEqual([['registration', 'incomplete-pending', null]]);
  });

  it('counts a new start without credentials as another try', () => {
    const refused = `${REGISTER}
      +3ms proxy -> alice 401
      +3ms ${REGISTER} with wrong-auth
      +3ms proxy -> alice 401`;
    const trace = flowFromText(
      `${CAST}\n${refused}\n +20s ${REGISTER} cseq=3\n +3ms proxy -> alice 401\n ${END}`,
    );
    const [found] = diagnoseTrace(trace);
    expect(found?.judged.kind === 'registration' && found.judged.tries.length).toBe(2);
  });

  it('is open where the capture ends too early or shows one direction only', () => {
    expect(outcomes(`${REGISTER}\n +3s capture ends`)).toEqual([
      ['registration', 'incomplete-pending', null],
    ]);
    expect(outcomes(`${REGISTER}\n ${END}`)).toEqual([['registration', 'incomplete-unseen', null]]);
    // Responses alone: whether the client answered the challenge went the other way.
    expect(outcomes(`${REGISTER} unseen\n +3ms proxy -> alice 401\n ${END}`)).toEqual([
      ['registration', 'incomplete-unseen', null],
    ]);
  });

  it('is that nearest to the device, over all hops', () => {
    const relayed = `${REGISTER}
      +1ms proxy -> pbx REGISTER
      +3ms pbx -> proxy 503
      +1ms proxy -> alice 500`;
    expect(outcomes(`${relayed}\n ${END}`)).toEqual([['registration', 'refused', 500]]);
  });

  it('is a scan, whoever answers', () => {
    const scan = `${REGISTER}\n User-Agent: friendly-scanner\n +3ms proxy -> alice 401`;
    expect(outcomes(`${scan}\n ${END}`)).toEqual([['registration', 'scan-or-attack', 401]]);
  });
});

describe('how what is neither call nor registration stands', () => {
  it.each([
    ['probe', 'answered', 'alice -> proxy OPTIONS\n +3ms proxy -> alice 200', 200],
    ['probe', 'refused', 'alice -> proxy OPTIONS\n +3ms proxy -> alice 404', 404],
    ['message', 'delivered', 'alice -> proxy MESSAGE\n +3ms proxy -> alice 200', 200],
    ['message', 'accepted', 'alice -> proxy MESSAGE\n +3ms proxy -> alice 202', 202],
    [
      'publication',
      'published',
      'alice -> proxy PUBLISH\n Expires: 600\n +3ms proxy -> alice 200',
      200,
    ],
    [
      'publication',
      'unpublished',
      'alice -> proxy PUBLISH\n Expires: 0\n +3ms proxy -> alice 200',
      200,
    ],
    [
      'subscription',
      'subscribed',
      'alice -> pbx SUBSCRIBE\n +3ms pbx -> alice 200\n pbx -> alice NOTIFY\n Subscription-State: active\n +1ms alice -> pbx 200',
      200,
    ],
    [
      'subscription',
      'unsubscribed',
      'alice -> pbx SUBSCRIBE\n +3ms pbx -> alice 200\n pbx -> alice NOTIFY\n Subscription-State: terminated;reason=timeout\n +1ms alice -> pbx 200',
      200,
    ],
    ['subscription', 'refused', 'alice -> pbx SUBSCRIBE\n +3ms pbx -> alice 489', 489],
    ['subscription', 'notified', 'pbx -> alice NOTIFY\n +1ms alice -> pbx 200', 200],
    ['other', 'accepted', 'alice -> pbx INFO new\n +1ms pbx -> alice 200', 200],
  ])('%s %s', (kind, outcome, flow, code) => {
    expect(outcomes(`${flow}\n ${END}`)).toEqual([[kind, outcome, code]]);
  });

  it('whatever its method is called', () => {
    const [method] = ['constructor'];
    const flow = `alice -> pbx raw
      | ${method} sip:a@example.com SIP/2.0
      | Via: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bKc
      | From: <sip:a@example.com>;tag=1
      | To: <sip:b@example.com>
      | Call-ID: c
      | CSeq: 1 ${method}
      |
      |`;
    expect(outcomes(`${flow}\n ${END}`)).toEqual([['other', 'incomplete-unseen', null]]);
  });
});
