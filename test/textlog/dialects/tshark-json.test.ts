import { describe, expect, it } from 'vitest';
import { REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

const A = ['192.0.2.1', '5080'] as const;
const B = ['198.51.100.2', '5060'] as const;
const wire = (text: string): string => text.replaceAll('\n', '\r\n');
const lineOf = (text: string): string => text.slice(0, text.indexOf('\n'));
const restOf = (text: string): string => wire(text.slice(text.indexOf('\n') + 1));
/** As many fields as a real dissection has: more than is looked at in front of a start line. */
const LAYERS = Object.fromEntries(
  Array.from({ length: 90 }, (_, index) => [`eth.field.${index}_resolved`, 'x'.repeat(40)]),
);

type Ends = readonly [readonly [string, string], readonly [string, string]];
const packet = (text: string, [from, to]: Ends, second: number): object => ({
  _index: 'packets-2026-03-01',
  _source: {
    layers: {
      frame: {
        'frame.time': 'Mar  1, 2026 11:00:00.250000000 CET',
        'frame.time_epoch': `17723592${second}.250000000`,
        'frame.protocols': 'eth:ethertype:ip:udp:sip:sdp',
      },
      eth: LAYERS,
      ip: { 'ip.src': from[0], 'ip.dst': to[0] },
      udp: { 'udp.srcport': from[1], 'udp.dstport': to[1], 'udp.port': '1' },
      sip: {
        [text.startsWith('SIP') ? 'sip.Status-Line' : 'sip.Request-Line']: lineOf(text),
        'sip.Request-Line_tree': { 'sip.resend': '0' },
        'sip.msg_hdr': restOf(text),
        'sip.msg_hdr_tree': { 'sip.Via': 'SIP/2.0/UDP 192.0.2.1:5080;branch=z9hG4bKa1' },
      },
    },
  },
});
const PACKETS = [packet(REQUEST, [A, B], 10), packet(RESPONSE, [B, A], 11)];
const a = A.join(':');
const b = B.join(':');
const READ = [
  { ...REQUEST_READ, time: '2026-03-01T10:00:10.250Z', from: a, to: b, transport: 'udp' },
  { ...RESPONSE_READ, time: '2026-03-01T10:00:11.250Z', from: b, to: a, transport: 'udp' },
];

describe('tshark-json', () => {
  it.each([1, 61, 5000, 1 << 20])('reads packets printed over many rows, step %d', (step) => {
    const { messages, source } = readLog(JSON.stringify(PACKETS, null, 2), { step });
    expect(messages).toMatchObject(READ);
    expect(messages).toHaveLength(2);
    expect(source).toMatchObject({ dialect: 'tshark-json', wrappers: ['json-object'] });
    expect(source.assumed).toBeUndefined();
  });

  it('reads the rows of -T ek, where every name has its protocol in front', () => {
    const rows = PACKETS.map((one) =>
      JSON.stringify(one).replace(
        /"(\w+)\.([\w.-]+)":/g,
        (_, protocol: string, field: string) =>
          `"${protocol}_${protocol}_${field.replaceAll('.', '_')}":`,
      ),
    );
    const index = '{"index":{"_index":"packets-2026-03-01"}}';
    const { messages } = readLog(rows.map((row) => `${index}\n${row}\n`).join(''));
    expect(messages).toMatchObject(READ);
    expect(messages).toHaveLength(2);
  });

  it('takes two messages of one segment, and the inner ends of a tunnel', () => {
    const row = JSON.stringify({
      'frame.time_epoch': '1772359210.250000000',
      'frame.protocols': 'eth:ip:udp:ip:tcp:tls:sip:sip',
      ip: { 'ip.src': ['10.0.0.1', A[0]], 'ip.dst': ['10.0.0.2', B[0]] },
      tcp: { 'tcp.srcport': A[1], 'tcp.dstport': B[1] },
      'sip.Request-Line': [lineOf(REQUEST), lineOf(REQUEST)],
      'sip.msg_hdr': [restOf(REQUEST), restOf(REQUEST)],
    });
    const end = { ...REQUEST_READ, from: a, to: b, transport: 'tls' };
    expect(readLog(`${row}\n`).messages).toMatchObject([end, end]);
  });

  it('takes packets without SIP, and fields that name a start line, for no message', () => {
    const other = { 'frame.time_epoch': '1.5', 'rtp.ssrc': '1' };
    const quoted = { 'frame.number': '1', 'sip.Request-Line': 'INVITE sip:a@b SIP/2.0' };
    const { messages, source } = readLog(JSON.stringify([other, quoted], null, 2));
    expect(messages).toEqual([]);
    expect(source.dialects).toBeUndefined();
  });
});
