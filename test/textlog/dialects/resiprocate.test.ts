import { describe, expect, it } from 'vitest';
import { REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

const stamp = (ms: number): string =>
  `2026-03-01 10:15:42.${ms} | DEBUG |   RESIP:TRANSPORT | 812 t9 `;

describe('resiprocate', () => {
  it.each([1, 1 << 20])('reads both ways, step %d', (step) => {
    const log = `${stamp(417)}Transmitting to [ V4 198.51.100.2:5070 TCP target domain=example.com mFlowKey=0 ] tlsDomain= via [ V4 192.0.2.1:5080 TCP target domain=example.com mFlowKey=0 ]

${REQUEST}sigcomp id=
${stamp(500)}incoming from: [ V4 198.51.100.2:5070 TCP target domain=unspecified mFlowKey=4512 ]

${RESPONSE}
`;
    const { messages, source, unread } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        ...REQUEST_READ,
        line: 3,
        time: '2026-03-01T10:15:42.417Z',
        from: '192.0.2.1:5080',
        to: '198.51.100.2:5070',
        inferred: 0,
        transport: 'tcp',
      },
      {
        ...RESPONSE_READ,
        time: '2026-03-01T10:15:42.500Z',
        from: '198.51.100.2:5070',
        to: '192.0.2.1:5080',
        inferred: 2,
        transport: 'tcp',
      },
    ]);
    expect(source.dialect).toBe('resiprocate');
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('reads IPv6, and infers an own end that is not bound yet', () => {
    const log = `Transmitting to [ V6 2001:db8::2 port=5061 TLS targetDomain=example.com ] tlsDomain=example.com via [ V6 :: port=0 TLS ]\n\n${REQUEST}sigcomp id=\n`;
    expect(readLog(log).messages).toMatchObject([
      { from: '192.0.2.1:5080', to: '2001:db8::2:5061', inferred: 1, transport: 'tls' },
    ]);
  });

  it('takes rows about tuples for no envelope', () => {
    const log = `${stamp(417)}Connected to [ V4 198.51.100.2:5070 TCP ]\nincoming from: nowhere\n${RESPONSE}`;
    expect(readLog(log).source.dialect).toBe('plain-concatenated');
  });
});
