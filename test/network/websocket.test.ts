import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, ethernet, ipv4, text, udp } from './packet-bytes.ts';
import { ACK, FIN, read, Talk } from './reading.ts';
import { deflated, frame, fromClient, granted, OK, OPTIONS, request } from './websocket-bytes.ts';

const BOTH = [
  { message: OPTIONS, transport: 'ws', from: '192.0.2.1:40000', to: '192.0.2.2:80' },
  { message: OK, transport: 'ws', from: '192.0.2.2:80', to: '192.0.2.1:40000' },
];

const DEFLATE = 'Sec-WebSocket-Extensions: permessage-deflate\r\n';

describe('WebSocket', () => {
  it('is found by its handshake on any port', () => {
    const talk = new Talk(80);
    const { messages, unread } = read(
      ...talk.open(),
      talk.client(request()),
      talk.server(granted()),
      talk.client(fromClient(OPTIONS)),
      talk.server(frame(OK)),
    );
    expect(messages).toMatchObject(BOTH);
    expect(messages.map((message) => message.frame)).toEqual([5, 6]);
    expect(unread).toEqual({});
  });

  it('needs no subprotocol', () => {
    const talk = new Talk(80);
    const { messages } = read(
      talk.client(request('')),
      talk.server(granted('')),
      talk.client(fromClient(OPTIONS, { opcode: 2 })),
    );
    expect(messages).toMatchObject([BOTH[0]!]);
  });

  it('is found by its frames when the capture starts in the middle', () => {
    const talk = new Talk(80);
    const { messages, unread } = read(
      talk.server(frame('', { opcode: 9 })),
      talk.client(concat(fromClient('', { opcode: 10 }), fromClient(OPTIONS))),
      talk.server(frame(OK)),
      talk.client(fromClient('\r\n\r\n')),
    );
    expect(messages).toMatchObject(BOTH);
    expect(unread).toEqual({});
  });

  it('is found by the later frames when the first is cut in half', () => {
    const talk = new Talk(80);
    const { messages, unread } = read(
      talk.client(fromClient(OPTIONS).subarray(40)),
      talk.client(fromClient(OPTIONS)),
      talk.client(fromClient(OPTIONS)),
    );
    expect(messages).toHaveLength(2);
    expect(unread).toEqual({ 'stream-recognised-late': 1 });
  });

  it('is read in one direction alone', () => {
    const talk = new Talk(80);
    expect(read(talk.server(concat(text(granted()), frame(OK)))).messages).toMatchObject([
      BOTH[1]!,
    ]);
  });

  it('puts fragments together around control frames', () => {
    const talk = new Talk(80);
    const { messages, unread } = read(
      talk.client(request()),
      talk.client(fromClient(OPTIONS.slice(0, 10), { fin: false })),
      talk.client(fromClient('ping', { opcode: 9 })),
      talk.client(fromClient(OPTIONS.slice(10, 30), { opcode: 0, fin: false })),
      talk.client(fromClient(OPTIONS.slice(30), { opcode: 0 })),
      talk.client(fromClient('', { opcode: 8 }), FIN | ACK),
    );
    expect(messages).toMatchObject([BOTH[0]!]);
    expect(unread).toEqual({});
  });

  it('reads lengths of all three forms', () => {
    const bodies = [0, 100, 40_000, 70_000].map((length) => {
      const body = 'x'.repeat(length);
      return `MESSAGE sip:bob@example.com SIP/2.0\r\nContent-Length: ${length}\r\n\r\n${body}`;
    });
    const talk = new Talk(80);
    const stream = concat(...bodies.map((body) => fromClient(body)));
    const segments: Uint8Array[] = [];
    for (let at = 0; at < stream.length; at += 1400) {
      segments.push(talk.client(stream.subarray(at, at + 1400)));
    }
    expect(read(...segments).messages.map(({ message }) => message)).toEqual(bodies);
  });

  it('counts messages that are no SIP', () => {
    const talk = new Talk(80);
    const { others } = read(
      talk.client(request('')),
      talk.server(granted('')),
      talk.client(fromClient('{"id":1}')),
    );
    expect(others).toMatchObject([{ data: '{"id":1}', transport: 'ws' }]);
  });

  it('any cutting into segments gives the same messages', () => {
    const stream = concat(
      text(request()),
      fromClient(OPTIONS.slice(0, 9), { fin: false }),
      fromClient('', { opcode: 10 }),
      fromClient(OPTIONS.slice(9), { opcode: 0 }),
      fromClient(deflated(OPTIONS), { compressed: true }),
      fromClient(OK),
    );
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 12 }), (cuts) => {
        const talk = new Talk(80);
        const borders = [0, ...cuts.toSorted((a, b) => a - b), stream.length];
        const segments = borders
          .slice(1)
          .map((border, at) => talk.client(stream.subarray(borders[at], border)));
        const { messages, unread } = read(...talk.open(), ...segments);
        expect(messages.map(({ message }) => message)).toEqual([OPTIONS, OPTIONS, OK]);
        expect(unread).toEqual({});
      }),
      { numRuns: 100 },
    );
  });
});

describe('a WebSocket without SIP', () => {
  it('is given up, and counted', () => {
    const talk = new Talk(80);
    const handshake = talk.client(request(''));
    const packets = Array.from({ length: 300 }, () => talk.client(fromClient('{"id":1}')));
    const { others, unread } = read(handshake, ...packets);
    expect(others).toHaveLength(257);
    expect(unread).toEqual({ 'websocket-stream-not-sip': 1 });
  });
});

describe('permessage-deflate', () => {
  it('with context takeover', () => {
    const talk = new Talk(80);
    const { messages, unread } = read(
      talk.client(request(DEFLATE)),
      talk.server(granted(DEFLATE)),
      talk.client(fromClient(deflated(OPTIONS), { compressed: true })),
      talk.client(fromClient(deflated(OPTIONS, OPTIONS), { compressed: true })),
      talk.client(fromClient(deflated(OPTIONS, OPTIONS + OPTIONS), { compressed: true })),
      talk.server(frame(deflated(OK), { compressed: true })),
    );
    expect(messages.map(({ message }) => message)).toEqual([OPTIONS, OPTIONS, OPTIONS, OK]);
    expect(unread).toEqual({});
  });

  it('without it', () => {
    const fields = 'Sec-WebSocket-Extensions: permessage-deflate; client_no_context_takeover\r\n';
    const talk = new Talk(80);
    const { messages, unread } = read(
      talk.client(request(fields)),
      talk.server(granted(fields)),
      talk.client(fromClient(deflated(OPTIONS), { compressed: true })),
      // Refers back although the handshake says that it will not.
      talk.client(fromClient(deflated(OPTIONS, OPTIONS), { compressed: true })),
      talk.client(fromClient(deflated(OPTIONS), { compressed: true })),
    );
    expect(messages).toHaveLength(2);
    expect(unread).toEqual({ 'websocket-inflate-failed': 1 });
  });

  it('says so when the context lies before the capture', () => {
    const talk = new Talk(80);
    const { messages, unread } = read(
      talk.client(fromClient(OPTIONS)),
      talk.client(fromClient(deflated(OPTIONS, OPTIONS), { compressed: true })),
      talk.client(fromClient(deflated(OK), { compressed: true })),
    );
    expect(messages).toHaveLength(2);
    expect(unread).toEqual({ 'websocket-inflate-failed': 1 });
  });

  it('is found by its frames alone, and read again where a message needs no context', () => {
    const talk = new Talk(80);
    const unclear = () => talk.client(fromClient(deflated(OPTIONS, OPTIONS), { compressed: true }));
    const { messages, unread } = read(
      ...Array.from({ length: 40 }, unclear),
      talk.server(frame(deflated(OK, OK), { compressed: true })),
      talk.client(fromClient(deflated(OPTIONS), { compressed: true })),
      talk.client(fromClient(deflated(OPTIONS, OPTIONS), { compressed: true })),
    );
    expect(messages.map(({ message }) => message)).toEqual([OPTIONS, OPTIONS]);
    expect(unread).toEqual({ 'websocket-inflate-failed': 41 });
  });

  it('is not seen in one frame that may be anything', () => {
    const talk = new Talk(80);
    const { unread } = read(
      talk.client(fromClient(deflated(OPTIONS, OPTIONS), { compressed: true })),
      talk.client('neither a frame nor SIP'),
    );
    expect(unread).toEqual({ 'tcp-stream-not-sip': 1 });
  });

  it('is found without a handshake', () => {
    const talk = new Talk(80);
    const first = fromClient(deflated(OPTIONS), { compressed: true });
    expect(read(talk.client(first)).messages).toMatchObject([BOTH[0]!]);
  });

  it('takes fragments', () => {
    const whole = deflated(OPTIONS);
    const talk = new Talk(80);
    const { messages } = read(
      talk.client(request(DEFLATE)),
      talk.client(fromClient(whole.subarray(0, 20), { fin: false, compressed: true })),
      talk.client(fromClient(whole.subarray(20), { opcode: 0 })),
    );
    expect(messages).toMatchObject([BOTH[0]!]);
  });

  it('does not let a bomb go off', () => {
    const bomb = deflated('x'.repeat(8_000_000));
    const talk = new Talk(80);
    const segments = [talk.client(request(DEFLATE)), talk.server(granted(DEFLATE))];
    const stream = concat(fromClient(bomb, { compressed: true }), fromClient(OPTIONS));
    for (let at = 0; at < stream.length; at += 1400) {
      segments.push(talk.client(stream.subarray(at, at + 1400)));
    }
    const { messages, others, unread } = read(...segments);
    expect(messages).toHaveLength(1);
    expect(others).toEqual([]);
    expect(unread).toEqual({ 'websocket-message-too-long': 1 });
  });

  it('stops when much expands out of all proportion', () => {
    const bomb = fromClient(deflated('x'.repeat(250_000)), { compressed: true });
    const segments: Uint8Array[] = [];
    for (let port = 1; port <= 6; port += 1) {
      const talk = new Talk(port);
      segments.push(talk.client(request(DEFLATE)));
      for (let count = 0; count < 200; count += 1) segments.push(talk.client(bomb));
    }
    const { others, unread } = read(...segments);
    expect(others.length).toBeGreaterThan(1000);
    expect(unread['websocket-expansion-limit']).toBe(1200 - others.length);
    // 300 MB are expanded before that.
  }, 60_000);
});

describe('WebSocket damage', () => {
  it('a message with a hole is lost, what follows is read', () => {
    const talk = new Talk(80);
    const long = `MESSAGE sip:bob@example.com SIP/2.0\r\nContent-Length: 3000\r\n\r\n${'x'.repeat(3000)}`;
    const stream = concat(fromClient(long), fromClient(OPTIONS));
    const segments = [
      talk.client(request()),
      talk.client(stream.subarray(0, 1000)),
      talk.client(stream.subarray(1000, 2000)),
      talk.client(stream.subarray(2000)),
    ];
    const { messages } = read(...segments.filter((_, at) => at !== 2));
    // The length of the frame is known, so step is kept over the hole.
    expect(messages).toMatchObject([{ missing: expect.any(Number) as number }, BOTH[0]!]);
    expect(messages[0]!.missing).toBeGreaterThan(2000);
  });

  it('a snap length leaves the heads of messages', () => {
    const talk = new Talk(80);
    const long = `MESSAGE sip:bob@example.com SIP/2.0\r\nContent-Length: 900\r\n\r\n${'x'.repeat(900)}`;
    const { messages } = read(
      { bytes: talk.client(fromClient(long)), captured: 200 },
      { bytes: talk.client(fromClient(long)), captured: 200 },
      talk.client(fromClient(OPTIONS)),
    );
    expect(messages.map(({ missing }) => missing > 0)).toEqual([true, true, false]);
  });

  it('nonsense is counted, and the next frame found', () => {
    const talk = new Talk(80);
    const { messages, unread } = read(
      talk.client(request()),
      talk.client(new Uint8Array(50).fill(0xff)),
      talk.client(fromClient(OPTIONS)),
    );
    expect(messages).toMatchObject([BOTH[0]!]);
    expect(unread).toEqual({ 'websocket-frame-wrong': 1 });
  });

  it('a refused handshake is a fact', () => {
    const talk = new Talk(80);
    const { facts, messages } = read(
      talk.client(request()),
      talk.server('HTTP/1.1 403 Forbidden\r\nContent-Length: 5\r\n\r\nsorry'),
      talk.client(request()),
      talk.server(granted('')),
      talk.client(request()),
      talk.server(granted()),
    );
    expect(facts).toMatchObject([
      { kind: 'ws-upgrade-failed', status: 403, frame: 2, flow: { sourcePort: 80 } },
      { kind: 'ws-upgrade-failed', status: 101, frame: 4 },
    ]);
    expect(messages).toEqual([]);
  });

  it('ordinary web traffic is left alone', () => {
    const talk = new Talk(80);
    const { unread } = read(
      talk.client('GET / HTTP/1.1\r\nHost: a\r\n\r\n'),
      talk.server('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi'),
    );
    expect(unread).toEqual({ 'tcp-stream-not-sip': 2 });
  });

  it('random bytes behind a handshake never throw', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), (pieces) => {
        const talk = new Talk(80);
        read(
          talk.client(request(DEFLATE)),
          ...pieces.map((piece) => talk.client(piece)),
          ...pieces.map((piece) => talk.server(piece)),
          ethernet(0x0800, ipv4(udp(text('x')))),
        );
      }),
      { numRuns: 200 },
    );
  });
});
