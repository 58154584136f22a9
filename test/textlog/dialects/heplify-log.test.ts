import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

const row = (fields: string, message: readonly string[]): string =>
  `2026/03/01 10:00:09.676068 file.go:20: INFO &HEP{Version:2,${fields},ProtoType:1,NodeID:2002,NodePW:,Payload:${JSON.stringify(
    message.map((one) => `${one}\r\n`).join(''),
  )},CID:,Vlan:0,}`;

describe('heplify-log', () => {
  it('reads one packet a row; its own stamp counts, not that of the row', () => {
    const { messages, source } = read([
      row(
        'Protocol:17,SrcIP:192.0.2.1,DstIP:198.51.100.2,SrcPort:5070,DstPort:5060,Tsec:1772359200,Tmsec:1234',
        INVITE,
      ),
      row(
        'Protocol:6,SrcIP:2001:db8::2,DstIP:2001:db8::1,SrcPort:5060,DstPort:5070,Tsec:1772359200,Tmsec:456789',
        OK,
      ),
    ]);
    expect(messages).toMatchObject([
      {
        line: 1,
        time: '2026-03-01T10:00:00.001Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5060',
        inferred: 0,
        transport: 'udp',
        body: BODY,
      },
      {
        time: '2026-03-01T10:00:00.456Z',
        from: '2001:db8::2:5060',
        to: '2001:db8::1:5070',
        inferred: 0,
        transport: 'tcp',
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('heplify-log');
    expect(source.assumed).toBeUndefined();
  });

  it('takes a packet of another protocol for no message', () => {
    const fields =
      'Protocol:17,SrcIP:192.0.2.1,DstIP:192.0.2.2,SrcPort:1,DstPort:2,Tsec:1772359200,Tmsec:1';
    expect(read([row(fields, ['{"type":200,"agent":"SIP/2.0"}'])]).messages).toEqual([]);
  });
});
