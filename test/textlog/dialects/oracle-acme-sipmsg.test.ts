import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

const DASHES = '-'.repeat(40);

describe('oracle-acme-sipmsg', () => {
  it('reads both ends, and no media control record', () => {
    const { messages, source, unread } = read([
      DASHES,
      'Mar  4 10:00:00.123 On [0:0]198.51.100.2:5060 received from 192.0.2.1:5070',
      '',
      ...INVITE,
      '',
      '----MBCD Evt',
      'Mar  4 10:00:00.200 On 127.0.0.1:2945 sent to 127.0.0.1:2944',
      'mbcdEvent=FLOW ADD',
      'FlowID=65541',
      DASHES,
      'Mar  4 10:00:00.456 On [0:0][2001:db8::2]:5060 sent to [2001:db8::1]:5070',
      ...OK,
      DASHES,
    ]);
    expect(messages).toMatchObject([
      {
        line: 4,
        time: '1970-03-04T10:00:00.123Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5060',
        inferred: 0,
        transport: 'udp',
        body: BODY,
      },
      {
        time: '1970-03-04T10:00:00.456Z',
        from: '2001:db8::2:5060',
        to: '2001:db8::1:5070',
        inferred: 0,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source).toEqual({ dialect: 'oracle-acme-sipmsg', assumed: ['no-year', 'no-zone'] });
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('takes prose for no envelope', () => {
    const { source } = read([
      'The INVITE was sent to 192.0.2.1:5060 and received from nobody.',
      ...OK,
    ]);
    expect(source.dialect).toBe('plain-concatenated');
  });
});
