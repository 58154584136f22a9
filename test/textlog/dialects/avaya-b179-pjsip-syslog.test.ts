import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

const row = (second: number, text: string) =>
  `<142>Mar  4 10:00:0${second} konfsip[1166:1225]: ${text}`;

describe('avaya-b179-pjsip-syslog', () => {
  it('reads messages between the envelope and 81 dashes', () => {
    const { messages, source } = read([
      row(1, 'TX 450 bytes Request msg INVITE/cseq=1 (tdta0x341fb8) to tls 198.51.100.2:5061:'),
      ...INVITE,
      '-'.repeat(81),
      row(1, 'TRA: State changed from Null to Calling, event=TX_MSG'),
      row(
        2,
        'RX 250 bytes Response msg 200/INVITE/cseq=1 (rdata0x342af4) from tls 198.51.100.2:5061:',
      ),
      ...OK,
      '-'.repeat(81),
    ]);
    expect(messages).toMatchObject([
      {
        line: 2,
        time: '1970-03-04T10:00:01.000Z',
        from: '192.0.2.1:5060',
        to: '198.51.100.2:5061',
        inferred: 1,
        transport: 'tls',
        body: BODY,
      },
      {
        time: '1970-03-04T10:00:02.000Z',
        from: '198.51.100.2:5061',
        to: '192.0.2.1:5060',
        inferred: 2,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('avaya-b179-pjsip-syslog');
  });

  it('leaves the row of any other program to PJSIP', () => {
    const { source } = read([
      '10:00:01.123 pjsua_core.c TX 450 bytes Request msg INVITE/cseq=1 (tdta0x1) to TLS 198.51.100.2:5061:',
      ...OK,
    ]);
    expect(source.dialect).toBe('pjsip');
  });
});
