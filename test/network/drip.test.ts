/** Streams that come byte by byte, or are made to be looked at again and again: time in proportion to their length. */
import { describe, expect, it } from 'vitest';
import { UnreadTally } from '../../src/model/unread.ts';
import { PacketDecoder } from '../../src/network/decoder.ts';
import { looksLikeSip } from '../../src/sip/read.ts';
import { sipStreams } from '../../src/sip/streams.ts';
import { request } from './websocket-bytes.ts';
import { asPacket, concat, text, u16 } from './packet-bytes.ts';
import { read, Talk } from './reading.ts';

const LENGTH = 40_000;
/** Some 3 µs a segment are normal; looking at all of a long head again for each takes fifty. */
const MOST_MS = 1000;

const filled = (head: string, byte: number): Uint8Array =>
  concat(text(head), new Uint8Array(LENGTH).fill(byte));
const repeated = (part: string): Uint8Array => text(part.repeat(Math.ceil(LENGTH / part.length)));

const DRIPS: Readonly<Record<string, Uint8Array>> = {
  'a header field without end': filled('INVITE sip:a@b SIP/2.0\r\nX: ', 97),
  'a body': filled('INVITE sip:a@b SIP/2.0\r\nCall-ID: a\r\nContent-Length: 250000\r\n\r\n', 97),
  'header fields without end': text(`INVITE sip:a@b SIP/2.0\r\n${'X: y\r\n'.repeat(LENGTH / 6)}`),
  'status lines': repeated('SIP/2.0 200 OK\r\n'),
  'a line without end': filled('A', 97),
  'line ends': filled('\r', 10),
  'an HTTP head without end': filled('GET /ws HTTP/1.1\r\nX: ', 97),
  'a WebSocket frame': concat(
    text(request()),
    [0x81, 0xff, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0],
    new Uint8Array(LENGTH).fill(65),
  ),
  'WebSocket fragments': concat(
    text(request()),
    [0x01, 0x80, 0, 0, 0, 0],
    ...Array.from({ length: LENGTH / 7 }, () => [0x00, 0x81, 0, 0, 0, 0, 65]),
  ),
  'a HEP packet': concat(text('HEP3'), u16(65_000), new Uint8Array(LENGTH)),
};

function cost(stream: Uint8Array, segment: number): number {
  const talk = new Talk(9000);
  const packets = talk.open();
  for (let at = 0; at < stream.length; at += segment) {
    packets.push(talk.client(stream.subarray(at, at + segment)));
  }
  const started = process.cpuUsage();
  read(...packets);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

describe('byte by byte', () => {
  it.each(Object.entries(DRIPS))(
    '%s',
    (_, stream) => {
      expect(cost(stream, 1)).toBeLessThan(MOST_MS);
    },
    60_000,
  );
});

/** Reasons and counts after `count` connections that say this and no more. */
function unreadOf(count: number, says: readonly Uint8Array[]): Readonly<Record<string, number>> {
  const unread = new UnreadTally();
  const payloads = { payload: () => undefined };
  const streams = sipStreams({ unread, payloads, found: () => undefined });
  const decoder = new PacketDecoder({ unread, payloads, recognises: looksLikeSip, streams });
  let frame = 0;
  for (let port = 1; port <= count; port += 1) {
    const talk = new Talk(port);
    for (const bytes of talk.open()) decoder.packet(asPacket({ bytes }, (frame += 1)));
    for (const part of says) {
      decoder.packet(asPacket({ bytes: talk.client(part) }, (frame += 1)));
    }
  }
  return Object.fromEntries(unread.list().map(({ reason, count: times }) => [reason, times]));
}

describe('what all connections hold together is bounded:', () => {
  const PART = new Uint8Array(60_000).fill(65);
  const FRAME = concat([0x00, 0x7e], u16(PART.length), PART);
  const HEAD = 'INVITE sip:a@b SIP/2.0\r\nCall-ID: a\r\nContent-Length: 250000\r\n\r\n';

  it.each([
    [
      'WebSocket frames',
      'websocket-limit',
      [text(request()), concat([0x81, 0x7f, 0, 0, 0, 0, 0, 3, 0xff, 0], PART), PART, PART, PART],
    ],
    [
      'parts of WebSocket messages',
      'websocket-limit',
      [text(request()), concat([0x01], FRAME.subarray(1)), FRAME, FRAME, FRAME],
    ],
    ['HEP packets', 'hep-stream-gap', [concat(text('HEP3'), u16(65_000), PART)]],
    ['messages', 'tcp-stream-limit', [text(HEAD), PART, PART, PART, PART]],
  ])(
    '%s',
    (_, reason, says) => {
      const bytes = says.reduce((sum, { length }) => sum + length, 0);
      const enough = Math.ceil(2 ** 26 / bytes);
      expect(unreadOf(enough - 20, says)[reason]).toBeUndefined();
      expect(unreadOf(enough + 20, says)[reason]).toBeGreaterThan(0);
    },
    60_000,
  );
});

describe('megabytes of', () => {
  it.each([
    ['status lines', 'SIP/2.0 200 OK\r\n'],
    ['status lines and an empty line now and then', `${'SIP/2.0 200 OK\r\n'.repeat(5000)}\r\n`],
    [
      'heads that promise 4 GB',
      'SIP/2.0 200 OK\r\nCall-ID: a\r\nContent-Length: 4294967295\r\n\r\n',
    ],
  ])(
    '%s',
    (_, part) => {
      expect(cost(text(part.repeat(Math.ceil(3e6 / part.length))), 1400)).toBeLessThan(3 * MOST_MS);
    },
    60_000,
  );
});
