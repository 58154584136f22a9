import { concat } from '../../../fixtures/dsl/wire/bytes.ts';
import { ipPacket } from '../../../fixtures/dsl/wire/ip.ts';
import { udpDatagram } from '../../../fixtures/dsl/wire/udp.ts';
import { capture, number } from '../pcap-writer.ts';
import type { HostileShape } from '../shape.ts';

const FROM = { address: '192.0.2.10', port: 5060 };
const TO = { address: '198.51.100.1', port: 5060 };

/** A UDP packet around SIP text; the checksum is not told (RFC 768), because the text changes. */
function packet(text: string): Uint8Array {
  const datagram = udpDatagram(FROM, TO, new TextEncoder().encode(text.replaceAll('\n', '\r\n')));
  datagram.set([0, 0], 6);
  const fields = { from: FROM.address, to: TO.address, protocol: 17, ttl: 64, id: 0 };
  return concat([ipPacket(fields, datagram)]);
}

const request = (
  method: string,
  callId: string,
  branch: string,
  cseq: string,
  tag: string,
  body = '',
): Uint8Array =>
  packet(`${method} sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bK${branch}
From: <sip:alice@example.com>;tag=${tag}
To: <sip:bob@example.com>
Call-ID: ${callId}
CSeq: ${cseq} ${method}
Max-Forwards: 70
${body === '' ? '' : 'Content-Type: application/sdp\n'}Content-Length: ${body.replaceAll('\n', '\r\n').length}

${body}`);

/** Where runs of `#` begin, and how long they are. */
function placesIn(pattern: Uint8Array): (readonly [at: number, digits: number])[] {
  return [...Buffer.from(pattern).toString('latin1').matchAll(/#+/g)].map(
    ({ index, 0: run }) => [index, run.length] as const,
  );
}

/** A shape of one request with runs of `#` for its number. */
function numbered(
  id: string,
  method: string,
  parts: readonly [callId: string, branch: string, cseq: string],
  tag = '1',
  body = '',
): HostileShape {
  const pattern = request(method, ...parts, tag, body);
  const places = placesIn(pattern);
  return {
    id,
    chunks: (count) =>
      capture(count, pattern, (bytes, index) => {
        // A new IP identification: a repeat is a retransmission and no second sighting.
        bytes.writeUInt16BE((index % 0xffff) + 1, 4);
        for (const [at, digits] of places) number(bytes, at, digits, index);
      }),
  };
}

export const differentCallIds = numbered('different-call-ids', 'OPTIONS', [
  '########@a',
  '########',
  '1',
]);

export const differentCalls = numbered('different-calls', 'INVITE', [
  '########@a',
  '########',
  '1',
]);

/** Everybody asks for media at one place. */
export const oneMediaAddress = numbered(
  'one-media-address',
  'INVITE',
  ['########@a', '########', '1'],
  '1',
  `v=0
o=- 1 1 IN IP4 192.0.2.10
s=-
c=IN IP4 192.0.2.10
t=0 0
m=audio 40000 RTP/AVP 8
`,
);

/** A capture of one packet each. */
export const onePacketFiles: HostileShape = {
  id: 'one-packet-files',
  files: true,
  *chunks(count) {
    const pattern = request('OPTIONS', '########@a', '########', '1', '1');
    const places = placesIn(pattern);
    for (let index = 0; index < count; index += 1) {
      yield concat([
        ...capture(1, pattern, (bytes) => {
          for (const [at, digits] of places) number(bytes, at, digits, index);
        }),
      ]);
    }
  },
};

export const oneCallId = numbered('one-call-id', 'INFO', ['one@a', '########', '1########']);

/** New CSeq numbers: tries of one attempt. */
export const oneCallIdTries = numbered('one-call-id-tries', 'INVITE', [
  'one@a',
  '########',
  '1########',
]);

/** Equal CSeq numbers: targets of one attempt. */
export const oneCallIdTargets = numbered('one-call-id-targets', 'INVITE', [
  'one@a',
  '########',
  '1',
]);

/** New From tags: attempts of their own. */
export const oneCallIdAttempts = numbered(
  'one-call-id-attempts',
  'INVITE',
  ['one@a', '########', '1'],
  '########',
);

export const oneTransaction = numbered('one-transaction', 'INVITE', ['one@a', 'same', '1']);
