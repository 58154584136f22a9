import { constants } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { record, type Run, type Shape } from './loopback.ts';
import { read } from './reading.ts';

const SAYS = ['ping', 'pong'];

async function session(shape: Shape) {
  const [recording] = await record({ says: SAYS, ...shape });
  return recording!;
}

const only12: Shape = { client: { maxVersion: 'TLSv1.2' } };

describe('handshake facts', () => {
  it('name server, protocols, versions and, up to 1.2, the certificate', async () => {
    const { runs } = await session({
      client: { maxVersion: 'TLSv1.2', ALPNProtocols: ['sip/2', 'x'] },
      server: { ALPNProtocols: ['sip/2'] },
    });
    const { facts } = read(runs, '', { unexpected: true });
    expect(facts).toEqual([
      {
        kind: 'tls-handshake',
        flow: expect.objectContaining({ sourcePort: 40_000, destinationPort: 5061 }),
        outcome: 'established',
        decrypted: false,
        serverName: 'sip.example.com',
        protocols: ['sip/2', 'x'],
        offered: [0x0303],
        version: 0x0303,
        cipherSuite: expect.any(Number),
        resumed: false,
        alert: null,
        certificate: {
          subject: 'C=VN, O=Siptriage test only, CN=sip.example.com',
          issuer: 'C=VN, O=Siptriage test only, CN=sip.example.com',
          names: ['sip.example.com', 'sip:example.com', '127.0.0.1'],
          notBefore: Date.UTC(2026, 10, 22, 17, 36, 47) * 1000,
          notAfter: Date.UTC(2126, 9, 29, 17, 36, 47) * 1000,
        },
      },
    ]);
  });

  it('have the certificate of 1.3 when there are keys', async () => {
    const { runs, keyLog } = await session({});
    expect(read(runs, keyLog).facts).toMatchObject([
      { version: 0x0304, offered: [0x0304, 0x0303], certificate: { names: { length: 3 } } },
    ]);
    expect(read(runs, '').facts).toMatchObject([{ outcome: 'established', certificate: null }]);
  });

  it('are told only of connections that may carry SIP', async () => {
    const { runs } = await session({});
    expect(read(runs, '', { unexpected: true }).facts).toEqual([]);
  });

  it.each<[string, Shape, object]>([
    [
      'no common cipher suite',
      { client: { ...only12.client, ciphers: 'AES128-SHA' }, server: { ciphers: 'AES256-SHA256' } },
      { alert: { level: 2, description: 40, fromClient: false }, version: 0 },
    ],
    [
      'no common version',
      { ...only12, server: { minVersion: 'TLSv1.3' } },
      { alert: { level: 2, description: 70, fromClient: false }, version: 0 },
    ],
  ])('%s', async (_, shape, expected) => {
    const { runs } = await session({ ...shape, says: [] });
    const { facts } = read(runs, '');
    expect(facts).toMatchObject([{ outcome: 'alert', ...expected }]);
  });

  it('a certificate that the client does not trust', async () => {
    const { runs } = await session({ ...only12, says: [] });
    const [hello, answer] = runs;
    const unknownCa: Run = { fromClient: true, bytes: Uint8Array.of(21, 3, 3, 0, 2, 2, 48) };
    expect(read([hello!, answer!, unknownCa], '').facts).toMatchObject([
      {
        outcome: 'alert',
        alert: { level: 2, description: 48, fromClient: true },
        certificate: { subject: 'C=VN, O=Siptriage test only, CN=sip.example.com' },
      },
    ]);
  });

  it('an encrypted alert in 1.3 is recognised by its size, and read with keys', async () => {
    const { runs, keyLog } = await session({ says: [] });
    // What the client says after the ServerHello is replaced by 19 bytes: the size of an alert.
    const cut = runs.findIndex(({ fromClient }, at) => fromClient && at > 0);
    const alert: Run = {
      fromClient: true,
      bytes: Uint8Array.from([23, 3, 3, 0, 19, ...new Uint8Array(19)]),
    };
    const { facts } = read([...runs.slice(0, cut), alert], '');
    expect(facts).toMatchObject([
      { outcome: 'alert', alert: { level: -1, description: -1, fromClient: true } },
    ]);
    expect(keyLog).not.toBe('');
  });

  it('a connection closed in the handshake has failed; one that the source cuts has not', async () => {
    const { runs } = await session(only12);
    expect(read(runs.slice(0, 1), '', { end: 'rst' }).facts).toMatchObject([
      { outcome: 'closed', version: 0, serverName: 'sip.example.com' },
    ]);
    expect(read(runs.slice(0, 1), '', { end: 'end' }).facts).toEqual([]);
    const oneSide = runs.filter(({ fromClient }) => fromClient);
    expect(read(oneSide, '', { end: 'fin', oneWay: true }).facts).toEqual([]);
  });
});

describe('sessions', () => {
  it.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'that are resumed in %s are decrypted',
    async (version) => {
      const shape: Shape = { client: { minVersion: version, maxVersion: version }, says: SAYS };
      const [first, second] = await record(shape, shape);
      expect(read(first!.runs, first!.keyLog).facts).toMatchObject([{ resumed: false }]);
      const { client, server, facts, unread } = read(second!.runs, second!.keyLog);
      expect([client, server, unread]).toEqual([...SAYS, {}]);
      expect(facts).toMatchObject([{ resumed: true, certificate: null }]);
    },
  );

  it('with a HelloRetryRequest are decrypted', async () => {
    const { runs, keyLog } = await session({
      client: { ecdhCurve: 'P-256:P-384' },
      server: { ecdhCurve: 'P-384' },
    });
    expect(read(runs, keyLog)).toMatchObject({ client: 'ping', server: 'pong', unread: {} });
  });

  it('with the MAC before the encryption are decrypted', async () => {
    const secureOptions = constants[
      'SSL_OP_NO_ENCRYPT_THEN_MAC' as keyof typeof constants
    ] as number;
    const { runs, keyLog } = await session({
      client: {
        maxVersion: 'TLSv1.2',
        ciphers: 'AES128-SHA',
        secureOptions: secureOptions ?? 1 << 19,
      },
      server: { ciphers: 'AES128-SHA' },
    });
    expect(read(runs, keyLog)).toMatchObject({ client: 'ping', server: 'pong', unread: {} });
  });

  it('are not decrypted without cryptography', async () => {
    const { runs, keyLog } = await session({});
    const { client, unread } = read(runs, keyLog, { crypto: undefined });
    expect([client, unread]).toEqual(['', { 'tls-no-keys': 1 }]);
  });

  it('are decrypted with the application secrets alone', async () => {
    const { runs, keyLog } = await session({});
    const partial = keyLog.replaceAll(/^\w+_HANDSHAKE_.*\n/gm, '');
    expect(read(runs, partial)).toMatchObject({ client: 'ping', server: 'pong', unread: {} });
  });

  it('whose directions are told one after the other are decrypted', async () => {
    const retry = { client: { ecdhCurve: 'P-256:P-384' }, server: { ecdhCurve: 'P-384' } };
    for (const shape of [only12, {}, retry]) {
      const { runs, keyLog } = await session(shape);
      const client = runs.filter(({ fromClient }) => fromClient);
      const server = runs.filter(({ fromClient }) => !fromClient);
      for (const pieces of [
        [...client, ...server],
        [...server, ...client],
      ]) {
        expect(read(pieces, keyLog)).toMatchObject({ client: 'ping', server: 'pong', unread: {} });
      }
    }
  });
});
