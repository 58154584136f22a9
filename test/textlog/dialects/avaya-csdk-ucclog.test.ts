import { describe, expect, it } from 'vitest';
import { BODY, HEADER, INVITE, OK, read } from './call.ts';

const row = (millis: string, text: string) =>
  `2026-03-04 10:00:00.${millis} D [21480] [CSDK::SIP] ${text}`;

describe('avaya-csdk-ucclog', () => {
  it('reads messages between braces', () => {
    const { messages, source } = read([
      row('123', 'SENDING 450 bytes to 198.51.100.2:5061 {'),
      '',
      ...INVITE,
      '}',
      row('200', 'CSIPConnection::Send() : Connection instance = 1'),
      row('456', 'RECEIVED 250 bytes from 198.51.100.2:5061 {'),
      '',
      ...OK,
      '}',
    ]);
    expect(messages).toMatchObject([
      {
        line: 3,
        time: '2026-03-04T10:00:00.123Z',
        from: '192.0.2.1:5060',
        to: '198.51.100.2:5061',
        inferred: 1,
        transport: 'udp',
        body: BODY,
      },
      {
        time: '2026-03-04T10:00:00.456Z',
        from: '198.51.100.2:5061',
        to: '192.0.2.1:5060',
        inferred: 2,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('avaya-csdk-ucclog');
  });

  it('ends a body of unknown length at the brace', () => {
    const text = [...HEADER.slice(0, -2), 'Content-Type: text/plain', '', 'hello'];
    const { messages } = read([
      row('123', 'SENDING 450 bytes to 198.51.100.2:5061 {'),
      ...text,
      '}',
      'no part of it',
    ]);
    expect(messages).toMatchObject([{ body: 'hello\r\n' }]);
  });

  it('takes the row of a socket for no envelope', () => {
    const { messages, source } = read([
      row('123', 'TLSSocket (6696) SENDING 450 bytes of SIP/2.0 to 198.51.100.2'),
      ...OK,
    ]);
    expect(messages).toHaveLength(1);
    expect(source.dialect).toBe('plain-concatenated');
  });
});
