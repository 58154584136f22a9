import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

const field = (rows: readonly string[]): string => `"${rows.join('\n').replaceAll('"', '""')}\n"`;

describe('csv', () => {
  it('reads a quoted column over many rows', () => {
    const rows = INVITE.map((row) => row.replace('From: ', 'From: "A, B" '));
    const { messages, source, unread } = read([
      'time,method,proto,message,status',
      `2026-03-01 10:00:00.123456,INVITE,TLS,${field(rows)},0`,
      `"2026-03-01 10:00:00.456789","INVITE","UDP",${field(OK)},200`,
    ]);
    expect(messages).toMatchObject([
      { line: 2, time: '2026-03-01T10:00:00.123Z', transport: 'tls', inferred: 3, body: BODY },
      { time: '2026-03-01T10:00:00.456Z', transport: 'udp' },
    ]);
    expect(messages[0]?.text).toContain('From: "A, B" <sip:200@192.0.2.1>;tag=f1\r\n');
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('csv');
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('takes a start line in quotes for no column', () => {
    const { messages } = read([`he said,"INVITE sip:a@b SIP/2.0", and hung up`, 'From: me']);
    expect(messages).toEqual([]);
  });
});
