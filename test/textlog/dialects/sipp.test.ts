import { describe, expect, it } from 'vitest';
import { ASKED, BOTH_WAYS, REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

const DASHES = '-'.repeat(47);

describe('sipp', () => {
  it.each([1, 1 << 20])('reads both generations, step %d', (step) => {
    const log = `${DASHES} 2026-03-01 10:15:42.417383
UDP message sent (301 bytes):

${REQUEST}
${DASHES} 2026-03-01T10:15:42.500000+02:00
TCP message received [213] bytes:

${RESPONSE}
`;
    const { messages, source, unread } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        ...REQUEST_READ,
        line: 4,
        time: '2026-03-01T10:15:42.417Z',
        from: '192.0.2.1:5080',
        to: '198.51.100.2:5060',
        inferred: 3,
        transport: 'udp',
      },
      {
        ...RESPONSE_READ,
        time: '2026-03-01T08:15:42.500Z',
        from: '198.51.100.2:5060',
        to: '192.0.2.1:5080',
        inferred: 3,
        transport: 'tcp',
      },
    ]);
    expect(source.dialect).toBe('sipp');
    expect(source.assumed).toContain('addresses-inferred');
    expect(unread).toEqual({});
  });

  it('tells the direction', () => {
    const log = `${DASHES} 2026-03-01 10:15:42.417383\nUDP message sent (301 bytes):\n\n${REQUEST}\n${DASHES} 2026-03-01 10:15:42.500000\nUDP message received [213] bytes :\n\n${ASKED}`;
    expect(readLog(log).messages).toMatchObject(BOTH_WAYS);
  });

  it('takes a message that is repeated under "Unexpected" for no second one', () => {
    const log = `${DASHES} 2026-03-01 10:15:42.417383
UDP message received [213] bytes :

${RESPONSE}
${DASHES}
Unexpected UDP message received:

${RESPONSE}
${DASHES} 2026-03-01 10:15:43.000000
UDP message sent (301 bytes):

${REQUEST}
`;
    const { messages, unread } = readLog(log);
    expect(messages).toMatchObject([RESPONSE_READ, REQUEST_READ]);
    expect(messages).toHaveLength(2);
    expect(unread['text-not-sip']).toBeGreaterThan(0);
  });

  it('takes other dashes and other messages for nothing', () => {
    const log = `${DASHES}-- 2026-03-01 10:15:42.417383
UDP message lost (recv).
${DASHES} 2026-03-01 10:15:43.000000
UDP control message received [9] bytes:

call 1-77
`;
    expect(readLog(log).messages).toEqual([]);
  });

  it('is known by its other rows when there is no message', () => {
    const { messages, source } = readLog(
      'sipp: The following events occured:\n2026-03-01 10:15:42.417383 1772360142.417383: (1) No valid Call-ID\n',
    );
    expect(messages).toEqual([]);
    expect(source.dialect).toBe('sipp');
  });
});
