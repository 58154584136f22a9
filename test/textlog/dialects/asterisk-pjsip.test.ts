import { describe, expect, it } from 'vitest';
import { REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

const SENT = '<--- Transmitting SIP request (301 bytes) to UDP:198.51.100.2:5070 --->';
const RECEIVED = '<--- Received SIP response (213 bytes) from TCP:198.51.100.2:5070 --->';

describe('asterisk-pjsip', () => {
  it.each([1, 1 << 20])('reads the log file: a stamp without year in front, step %d', (step) => {
    const at = (time: string): string => `[Mar  1 ${time}] VERBOSE[812] res_pjsip_logger.c: `;
    const log = `${at('10:15:42')}${SENT}\n${REQUEST}\n${at('10:15:43')}${RECEIVED}\n${RESPONSE}\n`;
    const { messages, source, unread } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        ...REQUEST_READ,
        line: 2,
        time: '1970-03-01T10:15:42.000Z',
        from: '192.0.2.1:5080',
        to: '198.51.100.2:5070',
        inferred: 1,
        transport: 'udp',
      },
      {
        ...RESPONSE_READ,
        time: '1970-03-01T10:15:43.000Z',
        from: '198.51.100.2:5070',
        to: '192.0.2.1:5080',
        inferred: 2,
        transport: 'tcp',
      },
    ]);
    expect(source.dialect).toBe('asterisk-pjsip');
    expect(source.assumed).toEqual(expect.arrayContaining(['no-year', 'no-zone']));
    expect(unread).toEqual({});
  });

  it('reads the console, which has no time, and an IPv6 peer without brackets', () => {
    const log = `${SENT.replace('198.51.100.2:5070', '2001:db8::2:5070')}\n${REQUEST}\n`;
    const { messages, source } = readLog(log);
    expect(messages).toMatchObject([{ ...REQUEST_READ, time: '', to: '2001:db8::2:5070' }]);
    expect(source.assumed).toContain('no-clock');
  });

  it.each([
    'History Entry 3 Received from 198.51.100.2:5070 at 1772359200',
    'History Entry 3 (Received from 198.51.100.2:5070 at 1772359200)',
  ])('reads the history, whose stamp counts seconds since 1970: %s', (entry) => {
    const row = `<--- ${entry} --->`;
    expect(readLog(`${row}\n${RESPONSE}\n`).messages).toMatchObject([
      { ...RESPONSE_READ, time: '2026-03-01T10:00:00.000Z', from: '198.51.100.2:5070' },
    ]);
  });

  it('takes an envelope without a message for nothing', () => {
    const log = `${RECEIVED}\n\n== Setting global variable 'SIPDOMAIN' to 'example.com'\n`;
    expect(readLog(log).messages).toEqual([]);
    // A sentence about an envelope announces nothing.
    const about = `The logger prints "<--- Received SIP response" first.\n\n${RESPONSE}`;
    expect(readLog(about).source.dialect).toBe('plain-concatenated');
  });
});
