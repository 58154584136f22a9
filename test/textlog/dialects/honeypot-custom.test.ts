import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

const RULER = '-'.repeat(25);

describe('honeypot-custom', () => {
  it('reads what was received; the own end is not named', () => {
    const { messages, source, unread } = read([
      'Source: 203.0.113.9:1083',
      'Datetime: 2026-03-01 10:00:00.123456',
      '',
      'Message:',
      '',
      ...INVITE,
      '',
      '',
      RULER,
      'Source: 203.0.113.9:4956',
      'Datetime: 2026-03-01 10:00:00.456789',
      '',
      'Message:',
      '',
      ...INVITE.slice(0, 8),
      'Content-Type: text/plain',
      'Content-Length: 500',
      '',
      'It goes on',
      RULER,
      'and the log too',
    ]);
    expect(messages).toMatchObject([
      {
        line: 6,
        time: '2026-03-01T10:00:00.123Z',
        from: '203.0.113.9:1083',
        to: '198.51.100.2:5060',
        inferred: 2,
        transport: 'udp',
        body: BODY,
      },
      { time: '2026-03-01T10:00:00.456Z', from: '203.0.113.9:4956', body: 'It goes on\r\n' },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('honeypot-custom');
    expect(unread['text-message-cut']).toBe(1);
  });

  it('takes a source that is no address for no envelope', () => {
    expect(read(['Source: the mailing list', ...OK]).source.dialect).toBe('plain-concatenated');
  });
});
