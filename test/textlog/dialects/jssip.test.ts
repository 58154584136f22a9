import { describe, expect, it } from 'vitest';
import { ASKED, BOTH_WAYS, REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

const browser = (message: string): string =>
  message.replace('UDP 192.0.2.1:5080', 'WSS df7jal23ls0d.invalid');

describe('jssip', () => {
  it.each([1, 1 << 20])('reads the console of Node, with its time, step %d', (step) => {
    const log = `2026-03-01T10:15:42.417Z JsSIP:WebSocketInterface send()
2026-03-01T10:15:42.418Z JsSIP:Transport sending message:

${browser(REQUEST)}
 +12ms
2026-03-01T10:15:42.500Z JsSIP:Transport received text message:

${browser(RESPONSE)}
 +82ms
`;
    const { messages, source } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        ...REQUEST_READ,
        line: 4,
        time: '2026-03-01T10:15:42.418Z',
        // A browser does not know its own address.
        from: '',
        to: '198.51.100.2:5060',
        inferred: 2,
        transport: 'wss',
      },
      {
        ...RESPONSE_READ,
        time: '2026-03-01T10:15:42.500Z',
        from: '198.51.100.2:5060',
        to: '',
        inferred: 1,
      },
    ]);
    expect(source.dialect).toBe('jssip');
  });

  it('reads a start line that DevTools glued to the row, and the rows of 0.x', () => {
    const log = `jssip.min.js:9 JsSIP:Transport received text message:${RESPONSE}
JsSIP | TRANSPORT | sending WebSocket message:

${REQUEST}
`;
    const { messages, source } = readLog(log);
    expect(messages).toMatchObject([
      { ...RESPONSE_READ, time: '', to: '192.0.2.1:5080' },
      { ...REQUEST_READ, from: '192.0.2.1:5080', to: '198.51.100.2:5060' },
    ]);
    expect(source).toMatchObject({ dialect: 'jssip' });
    expect(source.assumed).toContain('no-clock');
  });

  it('tells the direction', () => {
    const log = `JsSIP:Transport sending message:\n\n${REQUEST}\nJsSIP:Transport received text message:\n\n${ASKED}`;
    expect(readLog(log).messages).toMatchObject(BOTH_WAYS);
  });

  it('takes a row about the socket for no envelope', () => {
    const log = `JsSIP:WebSocketInterface received WebSocket message +32s\n\n${RESPONSE}`;
    expect(readLog(log).source.dialect).toBe('plain-concatenated');
    expect(readLog('JsSIP:Transport sending message:\n\nping\n').messages).toEqual([]);
  });

  it('is known by its other rows when there is no message', () => {
    const { messages, source } = readLog(
      'JsSIP | TRANSPORT | WebSocket connected: ws://192.0.2.9:5065 jssip-0.2.1.js:655\n',
    );
    expect(messages).toEqual([]);
    expect(source.dialect).toBe('jssip');
  });
});
