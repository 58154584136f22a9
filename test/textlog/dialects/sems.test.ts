import { describe, expect, it } from 'vitest';
import { REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

const prefix = (second: number): string =>
  `Mar  1 10:15:${second} sbc1 sems[812]: [udp_trsp.cpp:371] DEBUG: `;

describe('sems', () => {
  it.each([1, 1 << 20])('reads both ways, step %d', (step) => {
    const log = `${prefix(42)}send  msg to 198.51.100.2:5070
--++--
${REQUEST}--++--
${prefix(43)}vv M [|] u recvd msg via TCP from 198.51.100.2:5070 vv
--++--
${RESPONSE}--++--
`;
    const { messages, source } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        ...REQUEST_READ,
        line: 3,
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
    expect(source.dialect).toBe('sems');
  });

  it('reads the older row, which has no peer', () => {
    const log = `${prefix(42)}send  msg\n--++--\n${REQUEST}--++--\n`;
    expect(readLog(log).messages).toMatchObject([
      { ...REQUEST_READ, from: '192.0.2.1:5080', to: '198.51.100.2:5060', inferred: 3 },
    ]);
  });

  it('takes a sentence for no envelope', () => {
    const log = `could not send  msg to the gateway\n--++--\n${RESPONSE}--++--\n`;
    expect(readLog(log).source.dialect).toBe('plain-concatenated');
  });
});
