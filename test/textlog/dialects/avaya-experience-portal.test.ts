import { describe, expect, it } from 'vitest';
import { BODY, INVITE, INVITE_LINE, OK, OK_LINE, read } from './call.ts';

const row = (millis: string, text: string) =>
  `@2026-03-04 10:00:00,${millis}||FINEST|SIP|8513|FileName=sip/SIPTCP.cpp,LineNumber=1|${text}`;

describe('avaya-experience-portal', () => {
  it('reads a start line behind "<" and both ends', () => {
    const { messages, source } = read([
      row('123', `RCV sock=136:0 src=192.0.2.1:5070 dst=198.51.100.2:31000 <${INVITE_LINE}`),
      ...INVITE.slice(1),
      '>|',
      row('456', `SND sock=136:0 src=198.51.100.2:31000 dst=192.0.2.1:5070 <${OK_LINE}`),
      ...OK.slice(1),
      '>|',
    ]);
    expect(messages).toMatchObject([
      {
        line: 1,
        time: '2026-03-04T10:00:00.123Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:31000',
        inferred: 0,
        transport: 'udp',
        startLine: INVITE_LINE,
        body: BODY,
      },
      {
        time: '2026-03-04T10:00:00.456Z',
        from: '198.51.100.2:31000',
        to: '192.0.2.1:5070',
        startLine: OK_LINE,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('avaya-experience-portal');
  });

  it('reads the older form, with CR as ^M and a note behind a start line', () => {
    const shown = (rows: readonly string[]) => rows.map((one) => `${one}^M`);
    const { messages, source } = read([
      row(
        '123',
        `cUAInterface::SendToNetwork: To 198.51.100.2:5062[71:0] <^${INVITE_LINE}^M <- the call goes out`,
      ),
      ...shown(INVITE.slice(1)),
      row('456', `SIPTCP::ProcessRead: <${OK_LINE}^M`),
      ...shown(OK.slice(1)),
    ]);
    expect(messages).toMatchObject([
      {
        from: '192.0.2.1:5060',
        to: '198.51.100.2:5062',
        inferred: 1,
        startLine: INVITE_LINE,
        body: BODY,
      },
      { to: '192.0.2.1:5060', inferred: 3, startLine: OK_LINE },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.wrappers).toEqual(['notes']);
  });

  it('takes a row without a start line for nothing', () => {
    const { messages, source } = read([row('123', 'RCV sock=136:0 keep-alive, SIP/2.0')]);
    expect(messages).toEqual([]);
    expect(source.dialect).toBeUndefined();
  });
});
