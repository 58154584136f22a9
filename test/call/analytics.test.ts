import { describe, expect, it } from 'vitest';
import { analyticsBlock } from '../../src/call/analytics.ts';
import { readMessage } from '../../src/sip/read.ts';
import { reasonsOf } from '../../src/sip/reasons.ts';

function block(phrase: string, reason: string) {
  const text = `SIP/2.0 603 ${phrase}\r\nCSeq: 1 INVITE\r\n${reason}\r\nContent-Length: 0\r\n\r\n`;
  const bytes = new TextEncoder().encode(text);
  const message = readMessage(bytes, 0, bytes.length) ?? expect.fail('unreadable');
  return analyticsBlock(message, message, reasonsOf(message));
}

const NETWORK_BLOCKED = 'Network Blocked';

describe('recognition of 603+', () => {
  it.each([
    ['Decline', '', null],
    ['Decline', 'Reason: Q.850;cause=21', null],
    ['Decline', 'Reason: SIP;cause=603;text="url=https://a.example"', null],
    [NETWORK_BLOCKED, '', 'reason-missing'],
    [NETWORK_BLOCKED, 'Reason: Q.850;cause=21', 'reason-missing'],
    [NETWORK_BLOCKED, 'Reason: SIP;cause=603;text="v=analytics2;tel=+1202"', 'version-missing'],
    [NETWORK_BLOCKED, 'Reason: SIP;cause=603;text="v=analytics1;"', 'no-contact'],
    ['network BLOCKED', 'Reason: SIP;cause=603;text="V=Analytics1;tel=+1202"', ''],
    ['Rejected', 'Reason: SIP;cause=603;text="v=analytics1;tel=+1202"', 'phrase-rewritten'],
    [NETWORK_BLOCKED, 'Reason: SIP;cause=487, Q.850;cause=21;text="v=analytics1;tel=+1202"', ''],
    [NETWORK_BLOCKED, 'Reason: SIP;cause=603;text=v=analytics1;tel=+1202;location=LN', ''],
  ])('%s | %s', (phrase, reason, fault) => {
    expect(block(phrase, reason)?.fault ?? null).toBe(fault);
  });
});

describe('the redress contact', () => {
  const contact = (text: string) => {
    const found = block(NETWORK_BLOCKED, `Reason: SIP;cause=603;text="v=analytics1;${text}"`);
    return found === null ? null : [found.url, found.tel, found.email, found.id].filter(Boolean);
  };

  it.each([
    ['url=https://redress.example.com:8443/a?b=1#c', ['https://redress.example.com:8443/a?b=1#c']],
    ['tel=+1 (202) 555-0123', ['+12025550123']],
    ['email=redress@example.com;id=BLK_1-2', ['redress@example.com', 'BLK_1-2']],
    ['url=http://redress.example.com/', []],
    ['url=javascript:alert(1)', []],
    ['url=https://user@evil.example/', []],
    ['url=https://a.example/<script>', []],
    [`url=https://a.example/${'x'.repeat(500)}`, []],
    ['tel=call me maybe', []],
    ['email=a@b@c', []],
    ['email=redress@example.com\u001B[2J', []],
    ['id=../../etc/passwd', []],
    [`id=${'x'.repeat(65)}`, []],
  ])('%s', (text, shown) => {
    expect(contact(text)).toEqual(shown);
  });
});
