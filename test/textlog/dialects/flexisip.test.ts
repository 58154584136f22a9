import { describe, expect, it } from 'vitest';
import { RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

const STAMP = '2026-03-01 10:15:42:391 flexisip-debug-';

describe('flexisip', () => {
  it.each([1, 1 << 20])("reads Sofia's record behind its own stamp, step %d", (step) => {
    const log = `${STAMP}recv 213 bytes from tcp/[198.51.100.2]:5070 at 10:15:42.390114:
${'-'.repeat(72)}
${RESPONSE}${'-'.repeat(72)}
${STAMP}nta: received 200 OK for OPTIONS (1)
`;
    const { messages, source } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        ...RESPONSE_READ,
        line: 3,
        time: '2026-03-01T10:15:42.390Z',
        from: '198.51.100.2:5070',
        to: '192.0.2.1:5080',
        inferred: 2,
        transport: 'tcp',
      },
    ]);
    expect(source.dialect).toBe('flexisip');
  });

  it('takes no row about a message for a record', () => {
    const log = `${STAMP}tport_recv_iovec(0x5583) msg 0x5584 from (tcp/198.51.100.2:5070) has 443 bytes, veclen = 1
${STAMP}nta: received OPTIONS sip:gw@198.51.100.2 SIP/2.0 (CSeq 1)
`;
    expect(readLog(log).messages).toEqual([]);
  });

  it('is known by its other rows when there is no message', () => {
    const { messages, source } = readLog(
      `${STAMP}nta: sent OPTIONS (1) to tcp/198.51.100.2:5070\n`,
    );
    expect(messages).toEqual([]);
    expect(source.dialect).toBe('flexisip');
  });
});
