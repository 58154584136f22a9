import { ipPacket, ipv4Header } from '../../../fixtures/dsl/wire/ip.ts';
import { concat } from '../../../fixtures/dsl/wire/bytes.ts';
import { ACK, PSH, SYN, TcpConnection } from '../../../fixtures/dsl/wire/carry/tcp-connection.ts';
import { capture } from '../pcap-writer.ts';
import type { HostileShape } from '../shape.ts';

const FIELDS = { from: '10.0.0.1', to: '198.51.100.1', protocol: 6, ttl: 64, id: 0 };
const FRAGMENT_FLAGS = 6;
const PROTOCOL = 9;
const SOURCE = 12;

const segment = (flags: number, text: string): Uint8Array => {
  const ends = [FIELDS.from, FIELDS.to].map((address) => ({ address, port: 5060 }));
  const bytes = new TcpConnection().segment(ends[0]!, ends[1]!, flags, Buffer.from(text));
  return ipPacket(FIELDS, bytes);
};

/** A SYN from another address each, and nothing after it. */
export const halfOpen: HostileShape = {
  id: 'half-open-streams',
  chunks: (count) =>
    capture(count, segment(SYN, ''), (packet, index) => {
      packet.writeUInt32BE(0x0a00_0000 + index, SOURCE);
    }),
};

/** The beginning of a message from another address each, and nothing after it. */
export const begunStreams: HostileShape = {
  id: 'begun-streams',
  chunks: (count) =>
    capture(
      count,
      segment(PSH | ACK, 'INVITE sip:bob@example.com SIP/2.0\r\nVia: '),
      (packet, index) => packet.writeUInt32BE(0x0a00_0000 + index, SOURCE),
    ),
};

/** Header fields without end from another address each; none that SIP needs, so nothing of it is a message. */
export const endlessHeads: HostileShape = {
  id: 'endless-heads',
  chunks: (count) =>
    capture(
      count,
      segment(PSH | ACK, `INVITE sip:bob@example.com SIP/2.0\r\n${'X: y\r\n'.repeat(10_000)}`),
      (packet, index) => packet.writeUInt32BE(0x0a00_0000 + index, SOURCE),
    ),
};

/** The first fragment of another datagram each, and nothing after it. */
export const firstFragments: HostileShape = {
  id: 'first-fragments',
  chunks(count) {
    const payload = Buffer.alloc(64, 'INVITE sip:bob@example.com SIP/2.0\r\n');
    const header = ipv4Header({ ...FIELDS, protocol: 17 }, payload.length, 0x2000);
    return capture(count, concat([header, payload]), (packet, index) => {
      packet.writeUInt32BE(0x0a00_0000 + index, SOURCE);
      packet.writeUInt16BE(index & 0xffff, 4);
    });
  },
};

/** By turns a SYN and a first fragment, each from another address. */
export const halfOpenAndFragments: HostileShape = {
  id: 'half-open-and-fragments',
  chunks: (count) =>
    capture(count, segment(SYN, ''), (packet, index) => {
      const fragment = index % 2 === 1;
      packet.writeUInt16BE(fragment ? 0x2000 : 0, FRAGMENT_FLAGS);
      packet[PROTOCOL] = fragment ? 17 : 6;
      packet.writeUInt32BE(0x0a00_0000 + index, SOURCE);
    }),
};
