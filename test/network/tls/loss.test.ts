import { describe, expect, it } from 'vitest';
import { record } from './loopback.ts';
import { chopped, type Piece, read } from './reading.ts';

const LINES = Array.from({ length: 20 }, (_, at) => `line ${at} ${'.'.repeat(500)}\n`);
/** The client's lines, with short answers between them. */
const SAYS = LINES.flatMap((line) => [line, 'ok\n']);

const VERSIONS = [
  ['TLSv1.2', 'ECDHE-RSA-AES128-GCM-SHA256'],
  ['TLSv1.2', 'AES128-SHA'],
  ['TLSv1.2', 'ECDHE-RSA-CHACHA20-POLY1305'],
  ['TLSv1.3', 'TLS_AES_128_GCM_SHA256'],
] as const;

describe.each(VERSIONS)('losses in %s %s', (version, ciphers) => {
  const recorded = record({
    client: { minVersion: version, maxVersion: version, ciphers },
    server: { ciphers },
    says: SAYS,
  }).then(([session]) => session!);

  /** The client's pieces of `size` from which those in `[from, to)` are missing. */
  async function withHole(size: number, from: number, to: number) {
    const { runs, keyLog } = await recorded;
    const small = chopped(runs, size);
    const last = small.findLastIndex(({ fromClient }) => fromClient);
    const clients = small.flatMap(({ fromClient }, at) => (fromClient ? [at] : []));
    const hole = clients.slice(from, to);
    const pieces: Piece[] = small.flatMap((run, at): Piece[] => {
      if (!hole.includes(at) || at === last) return [run];
      return [{ fromClient: true, gap: run.bytes.length }];
    });
    return read(pieces, keyLog);
  }

  it('of one record cost that record', async () => {
    const { client, server, unread } = await withHole(10_000, 8, 9);
    expect(unread).toEqual({ 'tls-gap': 1 });
    expect(client.replace(/«\d+»/, '')).toHaveLength(LINES.join('').length - LINES[5]!.length);
    expect(client).toMatch(/line 4[^«]*«\d+»line 6|line 5[^«]*«\d+»line 7|line 6[^«]*«\d+»line 8/);
    expect(server).toBe('ok\n'.repeat(20));
  });

  it('that begin and end within records cost those', async () => {
    const { client, unread } = await withHole(100, 60, 75);
    expect(Object.keys(unread)).toEqual(['tls-gap']);
    const lines = client.match(/line \d+ \.{500}\n/g)!;
    expect(lines.length).toBeGreaterThanOrEqual(15);
    expect(lines.at(-1)).toBe(LINES[19]);
  });

  it('of the beginning leave nothing to read', async () => {
    const { runs, keyLog } = await recorded;
    for (const from of [6, 7, 8, 9]) {
      const { client, server, unread, facts } = read(runs.slice(from), keyLog, {
        fromStart: false,
      });
      expect([client, server]).toEqual(['', '']);
      expect(unread).toEqual({ 'tls-handshake-unseen': 1 });
      expect(facts).toMatchObject([{ outcome: 'unseen' }]);
    }
  });

  it('of one whole direction leave nothing to read', async () => {
    const { runs, keyLog } = await recorded;
    for (const side of [true, false]) {
      const half = runs.filter(({ fromClient }) => fromClient === side);
      const { client, server, unread } = read(half, keyLog, { oneWay: true });
      expect([client, server]).toEqual(['', '']);
      expect(unread).toEqual({ 'tls-handshake-unseen': 1 });
    }
  });
});
