import { describe, expect, it } from 'vitest';
import { REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

describe('sippy', () => {
  it.each([1, 1 << 20])('reads the day in front of the month, step %d', (step) => {
    const log = `01 Mar 10:15:42.417/GLOBAL/b2bua: SENDING message to 198.51.100.2:5070:
${REQUEST}
01 Mar 10:15:42.500/a1@192.0.2.1/b2bua[812]: RECEIVED message from [2001:db8::2]:5070:
${RESPONSE}
`;
    const { messages, source } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        ...REQUEST_READ,
        line: 2,
        time: '1970-03-01T10:15:42.417Z',
        from: '192.0.2.1:5080',
        to: '198.51.100.2:5070',
        inferred: 1,
        transport: 'udp',
      },
      {
        ...RESPONSE_READ,
        time: '1970-03-01T10:15:42.500Z',
        from: '2001:db8::2:5070',
        to: '192.0.2.1:5080',
        inferred: 2,
      },
    ]);
    expect(source.dialect).toBe('sippy');
    expect(source.assumed).toEqual(expect.arrayContaining(['no-year', 'no-zone']));
  });

  it('takes what was not sent, and other sentences, for no envelope', () => {
    const log = `01 Mar 10:15:42.417/GLOBAL/b2bua: DISCARDING message to 198.51.100.2:5070:\n${RESPONSE}`;
    expect(readLog(log).source.dialect).toBe('plain-concatenated');
    expect(readLog(`RECEIVED message from the switchboard:\n${RESPONSE}`).source.dialect).toBe(
      'plain-concatenated',
    );
  });
});
