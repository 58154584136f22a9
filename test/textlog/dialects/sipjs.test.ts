import { describe, expect, it } from 'vitest';
import {
  ASKED,
  BOTH_WAYS,
  REQUEST,
  REQUEST_READ,
  RESPONSE,
  RESPONSE_READ,
  prefixed,
} from '../messages.ts';
import { readLog } from '../read-log.ts';

const STAMP = 'Sun Mar 01 2026 11:15:42 GMT+0100 (Central European Standard Time)';

describe('sipjs', () => {
  it.each([1, 1 << 20])("reads the browser's date with its zone, step %d", (step) => {
    const log = `${STAMP} | sip.Transport | Sending WebSocket message:

${REQUEST}
sip-0.6.3.min.js:36 ${STAMP} | sip.transport | received WebSocket text message:

${RESPONSE}
${STAMP} | sip.user-agent-client | done
`;
    const { messages, source } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        ...REQUEST_READ,
        line: 3,
        time: '2026-03-01T10:15:42.000Z',
        from: '192.0.2.1:5080',
        to: '198.51.100.2:5060',
        inferred: 3,
      },
      {
        ...RESPONSE_READ,
        time: '2026-03-01T10:15:42.000Z',
        from: '198.51.100.2:5060',
        to: '192.0.2.1:5080',
        inferred: 3,
      },
    ]);
    expect(source).toMatchObject({ dialect: 'sipjs', assumed: ['addresses-inferred'] });
  });

  it('reads a quoted console with labels', () => {
    const log = `${STAMP} | sip.Transport | alice | Received WebSocket text message:\n\n${RESPONSE}`;
    expect(readLog(prefixed(`${log}\n`, '> ')).messages).toMatchObject([
      { ...RESPONSE_READ, time: '2026-03-01T10:15:42.000Z' },
    ]);
  });

  it('tells the direction', () => {
    const log = `${STAMP} | sip.Transport | Sending WebSocket message:\n\n${REQUEST}\n${STAMP} | sip.Transport | Received WebSocket text message:\n\n${ASKED}`;
    expect(readLog(log).messages).toMatchObject(BOTH_WAYS);
  });

  it('takes other rows of the transport for no envelope', () => {
    const log = `${STAMP} | sip.Transport | WebSocket opened wss://example.com/ws\n`;
    expect(readLog(log).messages).toEqual([]);
    const other = log.replace('WebSocket opened wss://example.com/ws', 'Sending WebSocket ping:');
    expect(readLog(`${other}\n${RESPONSE}`).source.dialect).toBe('plain-concatenated');
  });

  it('is known by its other rows when there is no message', () => {
    const { messages, source } = readLog(
      `${STAMP} | sip.UserAgent | Starting sip:1001@example.com\n`,
    );
    expect(messages).toEqual([]);
    expect(source.dialect).toBe('sipjs');
  });
});
