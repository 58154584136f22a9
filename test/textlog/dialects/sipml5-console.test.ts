import { describe, expect, it } from 'vitest';
import { ASKED, BOTH_WAYS, REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

describe('sipml5-console', () => {
  it.each([1, 1 << 20])('reads start lines glued to the direction, step %d', (step) => {
    const log = `State machine: Started_2_InProgress
SEND: ${REQUEST}
tsk_utils.js (line 110)
recv=${RESPONSE}
tsk_utils.js (line 110)
`;
    const { messages, source } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        ...REQUEST_READ,
        line: 2,
        time: '',
        from: '192.0.2.1:5080',
        to: '198.51.100.2:5060',
        inferred: 3,
      },
      { ...RESPONSE_READ, from: '198.51.100.2:5060', to: '192.0.2.1:5080' },
    ]);
    expect(source.dialect).toBe('sipml5-console');
  });

  it('tells the direction', () => {
    const log = `SEND: ${REQUEST}\nrecv=${ASKED}`;
    expect(readLog(log).messages).toMatchObject(BOTH_WAYS);
  });

  it('takes the words elsewhere for no envelope', () => {
    const log = `RESEND: ${RESPONSE}\nbytes recv=213\n\n${RESPONSE}`;
    const { messages, source } = readLog(log);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('app-glued-startline');
  });
});
