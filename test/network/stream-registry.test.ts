import { describe, expect, it } from 'vitest';
import type { Payload } from '../../src/model/packet.ts';
import { UnreadTally } from '../../src/model/unread.ts';
import { PacketDecoder } from '../../src/network/decoder.ts';
import { InnerFlow, runOf } from '../../src/network/stream/inner-flow.ts';
import { NO, type StreamProtocol, YES } from '../../src/network/stream/protocol.ts';
import type { StreamFlow } from '../../src/network/stream/stream-sink.ts';
import { sipStreams } from '../../src/sip/streams.ts';
import { asPacket, concat, latin1, seen, text } from './packet-bytes.ts';
import { ACK, FIN, read, Talk } from './reading.ts';
import { frame, fromClient, granted, OK, OPTIONS, request } from './websocket-bytes.ts';

const KEY = 0x80;
const MARK = 0x17;

/** A toy for what TLS is: every byte but the first of a stream is another one inside. */
const toy: StreamProtocol = {
  id: 'toy',
  open: ({ inner }) => ({
    sniff: (bytes, start) => (bytes[start] === MARK ? YES : NO),
    connect() {
      const flows = new Map<StreamFlow, InnerFlow>();
      return {
        found: true,
        data(outer, run) {
          let flow = flows.get(outer);
          let { start } = run;
          if (flow === undefined) {
            flow = new InnerFlow(outer, 'tls');
            const [other] = flows.values();
            if (other !== undefined) [flow.opposite, other.opposite] = [other, flow];
            flows.set(outer, flow);
            inner.open(flow);
            start += 1;
          }
          const bytes = run.bytes.slice(start, run.end).map((byte) => byte ^ KEY);
          inner.data(flow, runOf(run, bytes, 0, bytes.length, 'tls'));
        },
        gap: (outer, length, at) => inner.gap(flows.get(outer)!, length, at),
        close(outer, how) {
          const flow = flows.get(outer);
          if (flow !== undefined) inner.close(flow, how);
        },
      };
    },
  }),
};

const hidden = (data: string | Uint8Array, depth = 1): Uint8Array => {
  let bytes = typeof data === 'string' ? text(data) : data;
  for (let count = 0; count < depth; count += 1) {
    bytes = concat(
      [MARK],
      bytes.map((byte) => byte ^ KEY),
    );
  }
  return bytes;
};

function readToy(...packets: readonly Uint8Array[]) {
  const unread = new UnreadTally();
  const found: string[] = [];
  const flows = new Set<StreamFlow>();
  const streams = sipStreams({
    unread,
    payloads: { payload: (payload: Payload) => found.push(describeRun(payload)) },
    found: ({ bytes, start, end }, run) =>
      found.push(`${run.transport} ${run.frame} ${latin1(bytes.subarray(start, end))}`),
    extra: [toy],
  });
  const decoder = new PacketDecoder({
    unread,
    payloads: { payload: () => undefined },
    streams: {
      open(flow) {
        flows.add(flow);
        streams.open(flow);
      },
      data: (flow, run) => streams.data(flow, run),
      gap: (flow, length, at) => streams.gap(flow, length, at),
      close: (flow, how) => streams.close(flow, how),
    },
  });
  packets.forEach((bytes, at) => decoder.packet(asPacket({ bytes }, at + 1)));
  decoder.end();
  return {
    found,
    flows: [...flows],
    unread: Object.fromEntries(unread.list().map((entry) => [entry.reason, entry.count])),
  };
}

function describeRun(payload: Payload): string {
  const { transport, frame: at, data } = seen(payload);
  return `${transport} ${at} ${data}`;
}

describe('stream protocols stack', () => {
  it('SIP inside another protocol', () => {
    const talk = new Talk(5061);
    const { found, flows, unread } = readToy(
      ...talk.open(),
      talk.client(hidden(OPTIONS)),
      talk.server(hidden(OK)),
    );
    expect(found).toEqual([`tls 3 ${OPTIONS}`, `tls 4 ${OK}`]);
    expect(unread).toEqual({});
    expect(flows.map((flow) => flow.carriesSip)).toEqual([true, true]);
  });

  it('WebSocket inside another protocol is wss, its directions one connection', () => {
    const talk = new Talk(443);
    const noTakeover =
      'Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover\r\n';
    const { found } = readToy(
      talk.client(hidden(request(noTakeover))),
      talk.server(hidden(concat(text(granted(noTakeover)), frame(OK)))),
      talk.client(fromClient(OPTIONS).map((byte) => byte ^ KEY)),
    );
    expect(found).toEqual([`wss 2 ${OK}`, `wss 3 ${OPTIONS}`]);
  });

  it('to a bounded depth', () => {
    const talk = new Talk(5061);
    const { found, unread } = readToy(talk.client(hidden(OPTIONS, 3)));
    expect(found).toEqual([`tls 1 ${OPTIONS}`]);
    expect(unread).toEqual({});
    const deeper = readToy(new Talk(5061).client(hidden(OPTIONS, 9)));
    expect(deeper.found).toEqual([]);
    expect(deeper.unread).toEqual({ 'stream-layers-too-deep': 1 });
  });
});

describe('a header of a load balancer', () => {
  // Version 2, PROXY, TCP over IPv4; the port of the client ends in a letter.
  const header = concat(
    text('\r\n\r\n\0\r\nQUIT\n'),
    [0x21, 0x11, 0, 12],
    [192, 0, 2, 1, 198, 51, 100, 1, 0xc0, 0x41, 0x13, 0x41],
  );

  it('is passed over, wherever its segments end', () => {
    const stream = concat(header, text(OPTIONS));
    for (const cut of [1, 7, 19, stream.length]) {
      const talk = new Talk(5060);
      const parts: Uint8Array[] = [];
      for (let at = 0; at < stream.length; at += cut) parts.push(stream.slice(at, at + cut));
      const { messages, unread } = read(...parts.map((part) => talk.client(part)), talk.server(OK));
      expect(messages.map(({ message }) => message)).toEqual([OPTIONS, OK]);
      expect(unread).toEqual({});
    }
  });

  it('may stand before any protocol', () => {
    const talk = new Talk(443);
    const { found, unread } = readToy(
      talk.client(concat(header, text(request('')))),
      talk.server(concat(text(granted('')), frame(OK))),
    );
    expect(found).toEqual([`ws 2 ${OK}`]);
    expect(unread).toEqual({});
  });

  it('is not believed with more than it can hold', () => {
    const talk = new Talk(5060);
    const long = concat(header.subarray(0, 14), [0xff, 0xff], text('x'.repeat(40)));
    const { messages, unread } = read(talk.client(concat(long, text(`\n${OPTIONS}`))));
    expect(messages.map(({ message }) => message)).toEqual([OPTIONS]);
    expect(unread).toEqual({ 'tcp-stream-stray-bytes': 1 });
  });
});

describe('SIP on a stream', () => {
  it('is found behind anything, one byte a segment', () => {
    const talk = new Talk(9999);
    const stream = `\r\n\r\nnoise\r\n${OPTIONS}\r\n\r\n${OK}`;
    const { messages, unread } = read(...stream.split('').map((byte) => talk.client(byte)));
    expect(messages.map(({ message }) => message)).toEqual([OPTIONS, OK]);
    expect(unread).toEqual({ 'tcp-stream-stray-bytes': 1 });
  });

  it('the other direction is read as well, though it begins in the middle', () => {
    const talk = new Talk(9999);
    const { messages } = read(
      talk.server('l: 0'),
      talk.client(OPTIONS),
      talk.server(`\r\n\r\n${OK}`),
      talk.client(OPTIONS),
    );
    expect(messages.map(({ message }) => message)).toEqual([OPTIONS, OK, OPTIONS]);
  });

  it('a message cut by the end keeps its own time and ends', () => {
    const talk = new Talk();
    const other = new Talk(80);
    const { messages } = read(
      talk.server(OK.slice(0, -3), ACK),
      other.client('GET / HTTP/1.0\r\n\r\n', FIN | ACK),
    );
    expect(messages).toMatchObject([{ frame: 1, from: '192.0.2.2:5060', to: '192.0.2.1:40000' }]);
  });

  it('a long head that comes to nothing is searched after all', () => {
    const talk = new Talk(9999);
    const line = 'x'.repeat(1000);
    const packets = Array.from({ length: 10 }, () => talk.client(line));
    const { messages } = read(...packets, talk.client(`\r\n${OPTIONS}`));
    expect(messages).toHaveLength(1);
  });
});
