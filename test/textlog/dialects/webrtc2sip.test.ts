import { describe, expect, it } from 'vitest';
import { RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

describe('webrtc2sip', () => {
  it.each([1, 1 << 20])('reads what came over WebSocket, step %d', (step) => {
    // What the far end noted about the way here is not where the gateway listens.
    const message = RESPONSE.replace('Content-Length', 'content-length')
      .replace('UDP', 'WS')
      .replace(';branch', ';received=203.0.113.7;rport=6000;branch');
    const log = `*INFO: Receiving SIP o/ WebSocket message: ${message}\n*INFO: State machine: x0000\n`;
    const { messages, source } = readLog(log, { step });
    expect(messages).toMatchObject([
      { ...RESPONSE_READ, line: 1, time: '', to: '192.0.2.1:5080', inferred: 2, transport: 'ws' },
    ]);
    expect(messages).toHaveLength(1);
    expect(source.dialect).toBe('webrtc2sip');
  });

  it('takes a row about something else for no envelope', () => {
    const log = `*INFO: Receiving SIP o/ WebSocket ping\n${RESPONSE}`;
    expect(readLog(log).source.dialect).toBe('plain-concatenated');
  });
});
