import { describe, expect, it } from 'vitest';
import { REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

const READ = `
<--- SIP read from TCP:198.51.100.2:5070 --->
${RESPONSE}
<------------->
--- (7 headers 0 lines) ---
`;

describe('asterisk-chan_sip', () => {
  it.each([1, 1 << 20])('reads its envelopes, step %d', (step) => {
    const log = `Reliably Transmitting (no NAT) to 198.51.100.2:5070:
${REQUEST}
---
Retransmitting #1 (no NAT) to 198.51.100.2:5070:
${REQUEST}
---
${READ}
<--- Transmitting (NAT) to 198.51.100.3:5060 --->
${RESPONSE}
<------------>
`;
    const { messages, source } = readLog(log, { step });
    const sent = { from: '192.0.2.1:5080', to: '198.51.100.2:5070', inferred: 1, transport: 'udp' };
    expect(messages).toMatchObject([
      { ...REQUEST_READ, ...sent, line: 2, time: '' },
      { ...REQUEST_READ, ...sent },
      {
        ...RESPONSE_READ,
        from: '198.51.100.2:5070',
        to: '192.0.2.1:5080',
        inferred: 2,
        transport: 'tcp',
      },
      // What is sent is printed without its transport: Via tells.
      { ...RESPONSE_READ, to: '198.51.100.3:5060', transport: 'udp' },
    ]);
    expect(messages).toHaveLength(4);
    expect(source.dialect).toBe('asterisk-chan_sip');
  });

  it('reads the form of 1.2, without transport and end mark', () => {
    const log = `<-- SIP read from 198.51.100.2:5070: \n${RESPONSE}\n`;
    expect(readLog(log).messages).toMatchObject([
      { ...RESPONSE_READ, from: '198.51.100.2:5070', transport: 'udp' },
    ]);
  });

  it('takes a stamp in front of every row', () => {
    const log = READ.replaceAll(/^(.*)$/gm, '[Mar  1 10:15:42] $1');
    expect(readLog(log).messages).toMatchObject([
      { ...RESPONSE_READ, time: '1970-03-01T10:15:42.000Z', from: '198.51.100.2:5070' },
    ]);
  });

  it('takes a keep-alive for no message, and keeps what follows apart from it', () => {
    const keepAlive = `<--- SIP read from UDP:198.51.100.9:5064 --->\njaK\n\n<------------->\n--- (0 headers 0 lines) Nat keepalive ---\n`;
    expect(readLog(keepAlive).messages).toEqual([]);
    expect(readLog(keepAlive + RESPONSE).messages).toMatchObject([{ from: '', inferred: 2 }]);
  });
});
