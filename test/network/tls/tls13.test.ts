import { describe, expect, it } from 'vitest';
import { concat, text } from '../../capture/capture-bytes.ts';
import type { Run } from './loopback.ts';
import { read } from './reading.ts';
import { clientHello, keyLogOf, message, SECRET, Sealer, serverHello } from './synthetic.ts';

const DATA = 23;
const HANDSHAKE = 22;
const ALL = keyLogOf(
  'CLIENT_EARLY_TRAFFIC_SECRET',
  'CLIENT_HANDSHAKE_TRAFFIC_SECRET',
  'SERVER_HANDSHAKE_TRAFFIC_SECRET',
  'CLIENT_TRAFFIC_SECRET_0',
  'SERVER_TRAFFIC_SECRET_0',
);

const client = (...parts: readonly Uint8Array[]): Run => ({
  fromClient: true,
  bytes: concat(...parts),
});
const server = (...parts: readonly Uint8Array[]): Run => ({
  fromClient: false,
  bytes: concat(...parts),
});
const finished = (sealer: Sealer): Uint8Array =>
  sealer.seal(HANDSHAKE, message(20, new Uint8Array(32)));

function opening(early = false): Run[] {
  const handshake = new Sealer(SECRET.SERVER_HANDSHAKE_TRAFFIC_SECRET);
  return [client(clientHello(early)), server(serverHello(), finished(handshake))];
}

describe('TLS 1.3', () => {
  it('takes off padding and follows key updates', () => {
    const handshake = new Sealer(SECRET.CLIENT_HANDSHAKE_TRAFFIC_SECRET);
    const data = new Sealer(SECRET.CLIENT_TRAFFIC_SECRET_0);
    const said = [
      data.seal(DATA, text('one '), 100),
      data.update(),
      data.seal(DATA, text('two ')),
      data.seal(DATA, [], 7),
      data.update(),
      data.update(),
      data.seal(DATA, text('three')),
    ];
    const runs = [...opening(), client(finished(handshake), ...said)];
    expect(read(runs, ALL)).toMatchObject({ client: 'one two three', unread: {} });
  });

  it.each([
    ['with its secret', ALL, 'early late', {}],
    ['without it is passed over', ALL.split('\n').slice(1).join('\n'), 'late', {}],
  ])('early data %s', (_, keyLog, expected, unread) => {
    const early = new Sealer(SECRET.CLIENT_EARLY_TRAFFIC_SECRET);
    const handshake = new Sealer(SECRET.CLIENT_HANDSHAKE_TRAFFIC_SECRET);
    const data = new Sealer(SECRET.CLIENT_TRAFFIC_SECRET_0);
    const [first, second] = opening(true);
    const runs = [
      client(first!.bytes, early.seal(DATA, text('early ')), early.seal(HANDSHAKE, message(5, []))),
      second!,
      client(finished(handshake), data.seal(DATA, text('late'))),
    ];
    expect(read(runs, keyLog)).toMatchObject({ client: expected, unread });
  });

  it('tells an alert under the keys', () => {
    const handshake = new Sealer(SECRET.CLIENT_HANDSHAKE_TRAFFIC_SECRET);
    const { facts } = read([...opening(), client(handshake.seal(21, [2, 42]))], ALL);
    expect(facts).toMatchObject([
      { outcome: 'alert', alert: { level: 2, description: 42, fromClient: true } },
    ]);
  });

  it('counts a record that was changed, and reads those after it', () => {
    const handshake = new Sealer(SECRET.CLIENT_HANDSHAKE_TRAFFIC_SECRET);
    const data = new Sealer(SECRET.CLIENT_TRAFFIC_SECRET_0);
    const [one, two, three] = ['one', 'two', 'three'].map((word) => data.seal(DATA, text(word)));
    two![9]! ^= 1;
    const runs = [...opening(), client(finished(handshake), one!, two!, three!)];
    expect(read(runs, ALL)).toMatchObject({
      client: 'one«20»three',
      unread: { 'tls-decrypt-failed': 1 },
    });
  });

  it('gives up keys that open nothing more', () => {
    const handshake = new Sealer(SECRET.CLIENT_HANDSHAKE_TRAFFIC_SECRET);
    const noise = Array.from({ length: 40 }, () => new Sealer(new Uint8Array(32)).seal(DATA, [1]));
    const runs = [...opening(), client(finished(handshake), ...noise), client(...noise)];
    expect(read(runs, ALL).unread).toEqual({ 'tls-decrypt-failed': 16 });
  });
});
