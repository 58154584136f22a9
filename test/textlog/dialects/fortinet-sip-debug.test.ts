import { describe, expect, it } from 'vitest';
import { BODY, INVITE, INVITE_LINE, OK, OK_LINE, read } from './call.ts';

const AT = '2026-03-04 10:00:00 sip port 26';
const wire = (rows: readonly string[]) => `${rows.join('\r\n')}\r\n`;
const hex = (text: string) => Buffer.from(text, 'latin1').toString('hex');
const dots = (text: string) => text.replaceAll(/[\r\n]/g, '.');

describe('fortinet-sip-debug', () => {
  it('reads the hex, and the ends of the row before', () => {
    const invite = wire(INVITE);
    const ok = wire(OK);
    const { messages, source, unread } = read([
      `${AT} locate session for 192.0.2.1:5070 -> 198.51.100.2:5060`,
      `${AT} 192.0.2.1:5070 -> 198.51.100.2:5060`,
      `${AT} read [(0,${invite.length})`,
      `(${hex(invite)})(${dots(invite)})]`,
      `${AT} 198.51.100.2:5060 -> 192.0.2.1:5070`,
      `${AT} read [(0,${ok.length})`,
      // A terminal broke the row.
      `(${hex(ok).slice(0, 80)}`,
      `${hex(ok).slice(80)})(${dots(ok)})]`,
    ]);
    expect(messages).toMatchObject([
      {
        line: 4,
        time: '2026-03-04T10:00:00.000Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5060',
        inferred: 0,
        transport: 'udp',
        startLine: INVITE_LINE,
        body: BODY,
      },
      { line: 8, from: '198.51.100.2:5060', to: '192.0.2.1:5070', inferred: 0, startLine: OK_LINE },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('fortinet-sip-debug');
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('makes do with the dots', () => {
    const { messages } = read([`${AT} read [(0,500)`, `(${dots(wire(INVITE))})]`]);
    expect(messages).toMatchObject([
      { from: '192.0.2.1:5060', inferred: 3, startLine: INVITE_LINE, body: BODY },
    ]);
  });

  it('takes other rows and other hex for nothing', () => {
    const { messages } = read([
      `${AT} 192.0.2.1:5070 -> 198.51.100.2:5060`,
      `${AT} read [(0,40)`,
      `(${hex('x'.repeat(40))})(SIP/2.0 is not said here)]`,
      'nothing more',
      ...OK,
    ]);
    expect(messages).toMatchObject([{ line: 5, startLine: OK_LINE }]);
  });
});
