/** Session-Expires read from the bytes of a message, as the recogniser of plain calls needs it. */
import { describe, expect, it } from 'vitest';
import { sessionInterval } from '../../src/call/session-interval.ts';

const of = (...lines: string[]): number =>
  sessionInterval(new TextEncoder().encode(['SIP/2.0 200 OK', ...lines].join('\r\n')));

describe('the session interval', () => {
  it.each([
    ['with a refresher', 'Session-Expires: 1800;refresher=uac', 1800],
    ['in its compact form', 'x: 90', 90],
    ['with blanks and in capitals', 'SESSION-EXPIRES \t: \t600 ;refresher=uas', 600],
  ])('is read %s', (_, line, seconds) => {
    expect(of('To: <sip:b@example.com>;tag=1', line, 'Content-Length: 0', '', '')).toBe(seconds);
  });

  it.each([
    ['without the field', 'Server: x'],
    ['in a field whose name only begins like it', 'Session-Expires-Not: 90'],
    ['in a field that only begins with the letter', 'X-Session: 90'],
    ['without a number', 'Session-Expires: soon'],
  ])('is 0 %s', (_, line) => {
    expect(of(line, '', '')).toBe(0);
  });

  it('is no matter of the body', () => {
    expect(of('Content-Length: 20', '', 'x: 90', '')).toBe(0);
  });

  it('is 0 in a message that is cut off', () => {
    expect(of('Session-Exp')).toBe(0);
    expect(sessionInterval(new Uint8Array(0))).toBe(0);
  });
});
