/** Ends that rows of unknown dialects name, and rows that name addresses for other reasons. Rows are one character a byte. */
import { describe, expect, it } from 'vitest';
import { endsIn, toldEnds } from '../../../src/textlog/ends/told-ends.ts';

const A = '192.0.2.11:5060';
const B = '198.51.100.1:5080';
const bytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

describe('rows that name both ends', () => {
  it.each([
    `2026-03-02 09:01:40.000 RECV udp ${A} -> ${B}`,
    `2026-03-02 09:01:40.000 SEND udp ${B} <- ${A}`,
    `10:00:00 ${A} => ${B} (UDP)`,
    `10:00:00 ${A} --> ${B} UDP`,
    `udp:${A} ---> udp:${B}`,
    `${A} → ${B} UDP`,
    `${B} ← ${A} UDP`,
    `<h3>10:00:00 ${A} &rarr; ${B} UDP</h3>`,
    `Nov 24 16:00:00 sbc1 proxy[991]: INFO: [${A}>${B}] udp msg: `,
    `2026-03-02T09:01:40Z ${A}/UDP to ${B}/UDP`,
    `Sending datagram (651 Bytes) from ${A} to ${B}, Tag 0 (UDP):`,
    `DEBUG sip.transport: received from ${A} on ${B} UDP:`,
    `DEBUG sip.transport: received 300 bytes from ${A} (udp) via ${B}`,
    `sent message to ${B} from ${A} over UDP`,
    `sent to ${B} via ${A} (UDP)`,
    `[sip] src=${A} dst=${B} proto=udp`,
    'src_ip=192.0.2.11 src_port=5060 dst_ip=198.51.100.1 dst_port=5080 transport=UDP',
    'src=192.0.2.11 spt=5060 dst=198.51.100.1 dpt=5080 proto=UDP',
    `from: ${A}, to: ${B}, udp`,
    `<msg ts="2026-03-02T09:01:40Z" proto="udp" from="${A}" to="${B}"><![CDATA[`,
    `2026-03-02T09:01:40Z|DEBUG|sip.transport|${A}|${B}|UDP|`,
    `received from ${A} to ${B} udp`,
  ])('%s', (row) => {
    const { from, fromPort, to, toPort, transport } = endsIn(bytes(row)) ?? {};
    const join = (host?: string, port?: string): string =>
      port === undefined ? `${host}` : `${host}:${port}`;
    expect([join(from, fromPort), join(to, toPort)]).toEqual([A, B]);
    expect(transport?.toLowerCase()).toBe('udp');
  });

  it.each([
    ['[2001:db8::1]:5060 -> [2001:db8::2]:5080 tls', '[2001:db8::1]:5060', '[2001:db8::2]:5080'],
    ['src=2001:db8::1 dst=2001:db8::2', '[2001:db8::1]', '[2001:db8::2]'],
    ['**16:00:00.000** 192.0.2.11 to 198.51.100.1', '192.0.2.11', '198.51.100.1'],
    [
      'sbc1.example.com:5060 -> 198.51.100.1:5061 TLS',
      'sbc1.example.com:5060',
      '198.51.100.1:5061',
    ],
    ['TCP 192.0.2.11 -> 198.51.100.1', '192.0.2.11', '198.51.100.1'],
  ])('%s', (row, from, to) => {
    expect(endsIn(row)).toMatchObject({ from, to });
  });
});

describe('rows that name one end', () => {
  it.each([
    [`DEBUG sip.transport: received from ${A} UDP:`, false],
    [`SipEp: 1700-SIP: Sent SIP packet to ${A}`, true],
    [`24-Nov-2025 16:00:00.000   Send Msg to ${A} tid=1a2b:`, true],
    [`10:00:00 RECV udp ${A}`, false],
    [`10:00:00 TX ${A}`, true],
    [`24.11.25 16:00:00.000  --> 651 bytes to ${A}`, true],
    [`24.11.25 16:00:00.000  <-- 651 bytes from ${A}`, false],
    [`<<< ${A}`, false],
  ])('%s', (row, sent) => {
    expect(endsIn(row)).toMatchObject({ remote: A, sent });
  });

  it('under keys, with the direction', () => {
    expect(endsIn(`dir=in peer=${A} tcp`)).toMatchObject({
      remote: A,
      way: 'in',
      transport: 'tcp',
    });
  });
});

describe('rows that name addresses for other reasons', () => {
  it.each([
    `Failover from ${A} to ${B}`,
    `gateway moved ${A} -> ${B}`,
    `NAT mapping ${A} -> ${B}`,
    `RTP 192.0.2.11:20000 -> 198.51.100.1:30000 started`,
    `route changed: ${A} => ${B}`,
    `connected to ${A}`,
    `failed to send to ${A}: timeout`,
    `peer ${A} registered, expires in 3600`,
    `peer=${A} status=OK`,
    'upgraded module 1.2.3.4 -> 1.2.3.5',
    'schema 1.2.3.4 to 1.2.3.5',
    'firmware 10.20.30.40 → 10.20.30.41 rolled out',
    'main.c:120 -> util.c:133',
    'state:12 -> state:13',
    'wrote trace to disk at 10.20.30.40',
    'sent alarm mail to 192.0.2.99',
    `call of sip:1001@${A} to sip:1002@${B}`,
    `sip:1001@${A} -> sip:1002@${B}`,
    `> ${A}`,
    'from: 10:00:00 to: 11:00:00',
    '300.1.2.3:5060 -> 400.1.2.3:5060',
    `The customer says that every request sent from ${A} to ${B} on Monday got its answer only after ten whole seconds`,
    'kernel: IN=eth0 OUT= MAC=aa SRC=192.0.2.11 DST=198.51.100.1 LEN=520 TOS=0x00 PREC=0x00 TTL=64 ID=0 DF PROTO=UDP SPT=5060 DPT=5060 LEN=500',
    '',
  ])('%s', (row) => {
    expect(endsIn(bytes(row))).toBeNull();
  });
});

describe('the rows above a message', () => {
  it('are asked behind what stands in front of it, the nearest first', () => {
    expect(toldEnds(`${A} -> ${B} `, [`${B} -> ${A}`])).toMatchObject({ from: A, to: B });
    expect(toldEnds('', ['---', `${B} -> ${A}`, `${A} -> ${B}`])).toMatchObject({ from: B, to: A });
  });

  it('are not asked past a row that tells of something else', () => {
    const row = 'The gateway has been asked about this call a second time';
    expect(toldEnds('', [row, `${A} -> ${B}`])).toBeNull();
  });

  it('take no time to speak of, whatever they hold', () => {
    const rows = [
      '192.0.2.1:5060 ',
      'from 192.0.2.1 ',
      'a=1.2.3.4 ',
      'x.1-',
      '[::',
      '- > <',
      'sent to ',
    ];
    const started = performance.now();
    for (const row of rows) endsIn(row.repeat(240).slice(0, 240));
    expect(performance.now() - started).toBeLessThan(200);
  });
});
