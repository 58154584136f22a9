import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

describe('cisco-cucm-sdl', () => {
  it('reads TCP and UDP rows; the transport of TCP is that of Via', () => {
    const tls = INVITE.map((row) => row.replace('SIP/2.0/UDP', 'SIP/2.0/TLS'));
    const { messages, source, unread } = read([
      '00000101.002 |10:00:00.123 |AppInfo  |SIPTcp - wait_SdlReadRsp: Incoming SIP TCP message from 192.0.2.1 on port 49152 index 7 with 500 bytes:',
      '[1,NET]',
      ...tls,
      '00000102.001 |10:00:00.200 |AppInfo  |Digit analysis: match(pi="2")',
      '00000103.001 |10:00:00.456 |AppInfo  |SIPUdp - wait_SdlSPISignal: Outgoing SIP UDP message to 192.0.2.1:[5062]:',
      '[2,NET]',
      ...OK,
    ]);
    expect(messages).toMatchObject([
      {
        line: 3,
        time: '1970-01-01T10:00:00.123Z',
        from: '192.0.2.1:49152',
        to: '198.51.100.2:5060',
        inferred: 2,
        transport: 'tls',
        body: BODY,
      },
      {
        time: '1970-01-01T10:00:00.456Z',
        from: '198.51.100.2:5060',
        to: '192.0.2.1:5062',
        inferred: 1,
        transport: 'udp',
        body: '',
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source).toMatchObject({ dialect: 'cisco-cucm-sdl' });
    expect(source.assumed).toContain('no-date');
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('takes no row about a connection for an envelope', () => {
    const { messages, source } = read([
      '00000101.002 |10:00:00.123 |AppInfo  |SIPTcp - wait_SdlReadRsp: SIP TCP message from nowhere, SIP/2.0',
    ]);
    expect(messages).toEqual([]);
    expect(source.dialect).toBeUndefined();
  });
});
