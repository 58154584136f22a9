import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

const wire = (rows: readonly string[]): string => rows.map((row) => `${row}\r\n`).join('');

describe('json-lines', () => {
  it('takes the ends, the transport, the direction and the time from the fields beside the message', () => {
    const { messages, source } = read([
      JSON.stringify({
        '@timestamp': '2026-03-01T10:00:00.123456Z',
        source: { ip: '192.0.2.1', port: 5070 },
        destination: { ip: '198.51.100.2', port: 5060 },
        network: { transport: 'udp' },
        message: wire(INVITE),
      }),
      JSON.stringify({
        payload: wire(OK),
        ts: 1772359200456789,
        direction: 'outbound',
        remote_addr: '192.0.2.1',
        remote_port: '5070',
        proto: 'TLS',
      }),
    ]);
    expect(messages).toMatchObject([
      {
        line: 1,
        time: '2026-03-01T10:00:00.123Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5060',
        inferred: 0,
        transport: 'udp',
        body: BODY,
      },
      {
        time: '2026-03-01T10:00:00.456Z',
        from: '198.51.100.2:5060',
        to: '192.0.2.1:5070',
        transport: 'tls',
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('json-lines');
  });

  it('leaves a row of a log to its own dialect', () => {
    const rows = ['<--- Received SIP request (500 bytes) from UDP:192.0.2.1:5070 --->', ...INVITE];
    const { messages, source } = read(rows.map((row) => JSON.stringify({ message: `${row}\n` })));
    expect(messages).toMatchObject([{ from: '192.0.2.1:5070', body: BODY }]);
    expect(source.dialect).toBe('asterisk-pjsip');
  });

  it('takes a message that only mentions one for none', () => {
    const { messages } = read([JSON.stringify({ message: 'INVITE sip:a@b SIP/2.0 was refused' })]);
    expect(messages).toEqual([]);
  });
});

it('takes a status that a record names for no message', () => {
  const record = { message: 'SIP/2.0 486 Busy Here', src_ip: '192.0.2.1' };
  expect(read([JSON.stringify(record)]).messages).toEqual([]);
});
