import { describe, expect, it } from 'vitest';
import { BODY, INVITE, INVITE_LINE, OK, OK_LINE, read } from './call.ts';

describe('voxeo-tropo', () => {
  it('takes the direction in front of the start line, and the bracket for the end', () => {
    const header = INVITE.filter((one) => !one.startsWith('Content-Length'));
    const { messages, source } = read([
      `2026-03-04 10:00:00,123 [udp/0.0.0.0/5060-t-4] #SIP#: (i)[${INVITE_LINE}`,
      ...header.slice(1),
      '] #[1]',
      'a=no part of it',
      `2026-03-04 10:00:00,456 [udp/0.0.0.0/5060-t-4] #SIP#: (o)[${OK_LINE}`,
      ...OK.slice(1),
      ']',
    ]);
    expect(messages).toMatchObject([
      {
        line: 1,
        time: '2026-03-04T10:00:00.123Z',
        from: '192.0.2.1:5060',
        to: '198.51.100.2:5060',
        inferred: 3,
        transport: 'udp',
        startLine: INVITE_LINE,
        body: BODY,
      },
      {
        time: '2026-03-04T10:00:00.456Z',
        from: '198.51.100.2:5060',
        to: '192.0.2.1:5060',
        startLine: OK_LINE,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('voxeo-tropo');
  });

  it('reads a message on one row', () => {
    const { messages, source } = read([
      `2026-03-04 10:00:00,123 #SIP#: (o)[${INVITE.join('\\r\\n')}\\r\\n] #[1]`,
    ]);
    expect(messages).toMatchObject([{ startLine: INVITE_LINE, body: BODY }]);
    expect(source).toMatchObject({ dialect: 'voxeo-tropo', wrappers: ['literal-escapes'] });
  });

  it('takes a list for no envelope', () => {
    const { source } = read(['as said under (i)[1] and (o)[2], SIP/2.0', ...OK]);
    expect(source.dialect).toBe('plain-concatenated');
  });
});
