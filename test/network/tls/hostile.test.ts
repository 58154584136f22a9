import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadTally } from '../../../src/model/unread.ts';
import { Budget } from '../../../src/network/stream/budget.ts';
import { readCertificate } from '../../../src/network/tls/certificate.ts';
import { TlsConnection } from '../../../src/network/tls/connection.ts';
import { HandshakeReader } from '../../../src/network/tls/handshake-reader.ts';
import { readClientHello, readServerHello } from '../../../src/network/tls/hello.ts';
import { KeyLog } from '../../../src/network/tls/key-log.ts';
import { RecordReader } from '../../../src/network/tls/record-reader.ts';
import { tlsReasons, type TlsTools } from '../../../src/network/tls/tools.ts';
import { concat } from '../../capture/capture-bytes.ts';
import { record, type Run } from './loopback.ts';
import { flowOf, type Piece, read, runOf } from './reading.ts';
import { plain } from './synthetic.ts';

const recorded = Promise.all(
  (['TLSv1.2', 'TLSv1.3'] as const).map(async (maxVersion) => {
    const [session] = await record({ client: { maxVersion }, says: ['ping', 'pong', 'again'] });
    return session!;
  }),
);

describe('hostile TLS', () => {
  it('damage anywhere never throws, and never gives cleartext that was not said', async () => {
    const sessions = await recorded;
    const damage = fc.record({
      session: fc.nat(1),
      run: fc.nat(),
      at: fc.nat(),
      value: fc.nat(255),
      what: fc.constantFrom('set', 'cut', 'repeat', 'drop', 'gap', 'swap'),
    });
    fc.assert(
      fc.property(damage, ({ session, run, at, value, what }) => {
        const { runs, keyLog } = sessions[session]!;
        const place = run % runs.length;
        const { fromClient, bytes } = runs[place]!;
        const changed = bytes.slice();
        changed[at % bytes.length] = value;
        const instead: Record<typeof what, Piece[]> = {
          set: [{ fromClient, bytes: changed }],
          cut: [{ fromClient, bytes: bytes.subarray(0, at % bytes.length) }],
          repeat: [runs[place]!, runs[place]!],
          drop: [],
          gap: [{ fromClient, gap: bytes.length }],
          swap: [{ fromClient: !fromClient, bytes }],
        };
        const { client, server } = read(
          runs.toSpliced(place, 1, ...(instead[what] as Run[])),
          keyLog,
        );
        for (const text of [client, server]) {
          expect(text.replaceAll(/«\d+»/g, '')).toMatch(/^(?:ping|pong|again)*$/);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('parsers take any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        readClientHello(bytes);
        readServerHello(bytes);
        readCertificate(bytes);
        new HandshakeReader().push(bytes, () => undefined);
        new RecordReader(true).push(bytes, 0, bytes.length, () => true);
      }),
      { numRuns: 2000 },
    );
  });

  it('a message that promises 16 MB is not waited for', () => {
    const reader = new HandshakeReader();
    for (let at = 0; at < 100; at += 1) {
      reader.push(Uint8Array.from([11, 255, 255, 255, ...new Uint8Array(10_000)]), () => undefined);
      expect(reader.held).toBe(0);
    }
  });

  it('a record that promises 16 KB takes no more memory than has come', () => {
    const reader = new RecordReader(false);
    reader.push(Uint8Array.of(23, 3, 3, 0x40, 0), 0, 5, () => true);
    expect(reader.held).toBeLessThan(64);
  });

  it('records that wait for a hello are bounded', () => {
    const hello = plain(22, [2, 0, 0, 38, 3, 3, ...new Uint8Array(33), 0xc0, 0x2f, 0]);
    const data = plain(23, new Uint8Array(16_000));
    const pieces = [hello, data, data, data, data, data].map((bytes) => ({
      fromClient: false,
      bytes,
    }));
    expect(read(pieces, '').unread).toEqual({ 'tls-handshake-unseen': 1 });
  });

  it('what stops being TLS is counted', async () => {
    const [{ runs, keyLog } = { runs: [], keyLog: '' }] = await recorded;
    const noise = { fromClient: true, bytes: new Uint8Array(100).fill(65) };
    expect(read([...runs.slice(0, 6), noise, noise], keyLog).unread).toEqual({
      'tls-record-wrong': 1,
    });
  });
});

describe('memory', () => {
  it('of all connections together is bounded', () => {
    const unread = new UnreadTally();
    const budget = new Budget(20_000);
    const tools: TlsTools = {
      keys: new KeyLog(),
      crypto: undefined,
      inner: { open: () => {}, data: () => {}, gap: () => {}, close: () => {} },
      facts: undefined,
      budget,
      reasons: tlsReasons(unread),
    };
    // Half a record of 16 KB each.
    const half = concat([22, 3, 3, 0x40, 0], new Uint8Array(8000));
    const flows = [0, 1, 2, 3].map(() => flowOf(true, true));
    const connections = flows.map((flow, at) => {
      const connection = new TlsConnection(tools);
      connection.data(flow, runOf(flow, half, at));
      return connection;
    });
    expect(flows.map(({ ignored }) => ignored)).toEqual([false, false, true, true]);
    expect(unread.list()).toMatchObject([{ reason: 'tls-limit', count: 2 }]);
    connections.forEach((connection, at) => connection.close(flows[at]!, 'end'));
    budget.change(20_000);
    expect(budget.exceeded).toBe(false);
  });
});
