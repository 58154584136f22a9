import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

const printed = (rows: readonly string[]) =>
  rows.map(
    (one) => `<134>Mar  4 10:00:00 netlogger:${one === '' ? '' : `${' '.repeat(14)}${one}`}`,
  );

describe('ingate', () => {
  it('reads rows that are indented behind a tag each', () => {
    const { messages, source, unread } = read([
      '<30>Mar  4 10:00:00 netlogger: Info: sipfw: recv from 192.0.2.1:5070 via 198.51.100.2:5061 TLS connection 2:',
      ...printed(INVITE),
      '<30>Mar  4 10:00:01 netlogger: Info: sipfw: send sf (0x1381b50) to 192.0.2.1:5070 via 198.51.100.2:5061 TLS connection 2:',
      ...printed(OK),
    ]);
    expect(messages).toMatchObject([
      {
        line: 2,
        time: '1970-03-04T10:00:00.000Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5061',
        inferred: 0,
        transport: 'tls',
        body: BODY,
      },
      {
        time: '1970-03-04T10:00:01.000Z',
        from: '198.51.100.2:5061',
        to: '192.0.2.1:5070',
        inferred: 0,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('ingate');
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('takes another row of the firewall for no envelope', () => {
    const { source } = read([
      '<30>Mar  4 10:00:00 netlogger: Info: sipfw: SIP/2.0 parser started',
      ...OK,
    ]);
    expect(source.dialect).toBe('plain-concatenated');
  });
});
