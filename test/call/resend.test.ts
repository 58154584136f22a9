/** A refusal that a client's stack answers by itself is no end before that could have been seen. */
import { describe, expect, it } from 'vitest';
import { flowFromText } from '../../fixtures/dsl/index.ts';
import { CAST } from '../../fixtures/traces/cast.ts';
import { callsOf, diagnoseTrace } from '../helpers/judge.ts';

const INVITE = 'alice -> proxy INVITE sip:1002@example.com with sdp';
const refused = (code: number, below = ''): string => `${INVITE}
  +5ms proxy -> alice ${code}
  ${below}
  alice -> proxy ACK`;

/** Outcome and confidence of the call, and what is said of it above info. */
function judgedAs(text: string): string {
  const diagnosed = diagnoseTrace(flowFromText(`${CAST}\n${text}`));
  const [call] = callsOf(diagnosed);
  const loud = diagnosed.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule),
  );
  return [call?.outcome, call?.confidence, ...loud].join(' ');
}

const MIN_SE = '  Min-SE: 600';

describe('a capture that stops right after', () => {
  it.each([
    ['a challenge', refused(407)],
    ['a challenge of the other side', refused(401)],
    ['the least session interval', refused(422, MIN_SE)],
    ['an extension that is not known', refused(420, '  Unsupported: 100rel')],
    ['a challenge whose nonce was too old', again(' stale=true')],
  ])('%s says nothing of how the call ends', (_, text) => {
    expect(judgedAs(text)).toBe('incomplete-pending proven');
  });

  it.each([
    ['a busy phone', refused(486), 'busy proven'],
    ['credentials that are refused', again(''), 'failed-auth likely'],
    ['a number that is too short', refused(484), 'failed-number likely resp-484-digits'],
  ])('%s knows the end', (_, text, expected) => {
    expect(judgedAs(text)).toMatch(new RegExp(`^${expected}`));
  });
});

/** Credentials, and the same realm asks once more. */
function again(stale: string): string {
  return `${refused(407)}
  +5ms ${INVITE} with auth
  +5ms proxy -> alice 407
    -Proxy-Authenticate
    Proxy-Authenticate: Digest realm="example.com", nonce="bb22"${stale === '' ? '' : ','}${stale}
  alice -> proxy ACK`;
}

describe('with the time after it', () => {
  it.each([
    [4, 'incomplete-pending proven'],
    [10, 'failed-auth likely auth-no-retry'],
    [40, 'failed-auth proven auth-no-retry'],
  ])('a challenge is, %i s later, %s', (seconds, expected) => {
    expect(judgedAs(`${refused(407)}\n +${seconds}s capture ends`)).toMatch(
      new RegExp(`^${expected}`),
    );
  });

  it('a session interval was not mended', () => {
    expect(judgedAs(`${refused(422, MIN_SE)}\n +10s capture ends`)).toMatch(/^failed-\S+ proven/);
  });
});

describe('a CANCEL without a final response', () => {
  const cancelled = `${INVITE}
    +5ms proxy -> alice 100
    +100ms proxy -> alice 180
    +4s alice -> proxy CANCEL
    +5ms proxy -> alice 200 for CANCEL`;
  it.each([
    [1, 'cancelled-by-caller likely'],
    [40, 'cancelled-by-caller proven'],
  ])('has, %i s later, the outcome %s', (seconds, expected) => {
    expect(judgedAs(`${cancelled}\n +${seconds}s capture ends`)).toMatch(
      new RegExp(`^${expected}`),
    );
  });
});

describe('a next try that was not captured', () => {
  const answered = (words: string): string => `${refused(401)}
    +20ms ${INVITE} with auth ${words}
    +5ms proxy -> alice 100
    +1s proxy -> alice 200 with sdp
    alice -> proxy ACK
    +20s alice -> proxy BYE
    proxy -> alice 200
    +40s capture ends`;
  it.each([
    ['', 'answered proven'],
    ['unseen', 'incomplete-pending likely'],
  ])('shows in its responses %s', (words, expected) => {
    expect(judgedAs(answered(words))).toBe(expected);
  });
});
