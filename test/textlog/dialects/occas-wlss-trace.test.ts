import { describe, expect, it } from 'vitest';
import { INVITE, INVITE_LINE, OK, read } from './call.ts';

const head = (clock: string, text: string) => [
  `####<Mar 4, 2026 ${clock} PDT> <Info> <WLSS.Trace> <host1> <myserver>`,
  " <ExecuteThread: '11' for queue: 'sip.transport.Default'> <<WLS Kernel>> <> ",
  `<BEA- 331802> <SIP Tracer: logger Message: ${text}`,
];

describe('occas-wlss-trace', () => {
  it('recognises the log, and finds no message where there is no start line', () => {
    const { messages, source } = read([
      ...head('7:12:08 PM', 'To: <sip:100@198.51.100.2>'),
      ...INVITE.slice(1),
      '>',
    ]);
    expect(messages).toEqual([]);
    expect(source.dialect).toBe('occas-wlss-trace');
  });

  it('reads the message where there is one, and its twelve hours', () => {
    const { messages } = read([
      ...head('7:12:08 PM', INVITE_LINE),
      ...INVITE.slice(1),
      '>',
      ...head('12:01:00 AM', 'SIP/2.0 200 OK'),
      ...OK.slice(1),
      '>',
    ]);
    expect(messages).toMatchObject([
      {
        line: 3,
        time: '2026-03-05T02:12:08.000Z',
        from: '192.0.2.1:5060',
        to: '198.51.100.2:5060',
        inferred: 3,
        transport: 'udp',
        startLine: INVITE_LINE,
      },
      { time: '2026-03-04T07:01:00.000Z' },
    ]);
    expect(messages).toHaveLength(2);
  });

  it('takes another WebLogic row for nothing', () => {
    const { source } = read([
      '####<Mar 4, 2026 7:12:08 PM PDT> <Info> <WLSS.Engine> <host1> <myserver> SIP/2.0',
    ]);
    expect(source.dialect).toBeUndefined();
  });
});
