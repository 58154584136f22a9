import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

describe('genesys-sipserver', () => {
  it('reads peer, transport and direction', () => {
    const { messages, source } = read([
      '10:00:00.123: SIPTR: Received [0,TCP] 450 bytes from 192.0.2.1:5070 <<<<<',
      ...INVITE,
      '',
      '10:00:00.456: Sending  [0,TCP] 250 bytes to 192.0.2.1:5070 >>>>>',
      ...OK,
    ]);
    expect(messages).toMatchObject([
      {
        line: 2,
        time: '1970-01-01T10:00:00.123Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5060',
        inferred: 2,
        transport: 'tcp',
        body: BODY,
      },
      {
        time: '1970-01-01T10:00:00.456Z',
        from: '198.51.100.2:5060',
        to: '192.0.2.1:5070',
        inferred: 1,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('genesys-sipserver');
  });

  it('takes arrows alone for no envelope', () => {
    const { source } = read(['10:00:00.123: Received something <<<<<', ...OK]);
    expect(source.dialect).toBe('plain-concatenated');
  });
});
