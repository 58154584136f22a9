import { describe, expect, it } from 'vitest';
import { record, type Shape } from './loopback.ts';
import { chopped, read } from './reading.ts';

const SAYS = [
  'OPTIONS sip:bob@example.com SIP/2.0\r\n\r\n',
  'SIP/2.0 200 OK\r\n\r\n',
  'x'.repeat(40_000),
];
const CLIENT = SAYS[0]! + SAYS[2]!;
const SERVER = SAYS[1]!;

const LEGACY = ':@SECLEVEL=0';
const v12 = (ciphers: string): Shape => ({
  client: { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2', ciphers },
  server: { ciphers },
});
const v13 = (ciphers: string): Shape => ({ client: { minVersion: 'TLSv1.3', ciphers } });
const old = (version: 'TLSv1' | 'TLSv1.1'): Shape => ({
  client: { minVersion: version, maxVersion: version, ciphers: `AES128-SHA${LEGACY}` },
  server: { minVersion: version, ciphers: `AES128-SHA${LEGACY}` },
});

const MATRIX: readonly (readonly [name: string, code: number, shape: Shape])[] = [
  ['1.2 ECDHE-RSA-AES128-GCM-SHA256', 0xc02f, v12('ECDHE-RSA-AES128-GCM-SHA256')],
  ['1.2 ECDHE-RSA-AES256-GCM-SHA384', 0xc030, v12('ECDHE-RSA-AES256-GCM-SHA384')],
  ['1.2 AES256-GCM-SHA384', 0x009d, v12('AES256-GCM-SHA384')],
  ['1.2 AES128-SHA', 0x002f, v12('AES128-SHA')],
  ['1.2 AES256-SHA256', 0x003d, v12('AES256-SHA256')],
  ['1.2 AES128-SHA256', 0x003c, v12('AES128-SHA256')],
  ['1.2 ECDHE-RSA-AES256-SHA384', 0xc028, v12('ECDHE-RSA-AES256-SHA384')],
  ['1.2 ECDHE-RSA-CHACHA20-POLY1305', 0xcca8, v12('ECDHE-RSA-CHACHA20-POLY1305')],
  ['1.1 AES128-SHA', 0x002f, old('TLSv1.1')],
  ['1.0 AES128-SHA', 0x002f, old('TLSv1')],
  ['1.3 AES_128_GCM', 0x1301, v13('TLS_AES_128_GCM_SHA256')],
  ['1.3 AES_256_GCM', 0x1302, v13('TLS_AES_256_GCM_SHA384')],
  ['1.3 CHACHA20', 0x1303, v13('TLS_CHACHA20_POLY1305_SHA256')],
];

describe.each(MATRIX)('TLS %s', (_, code, shape) => {
  const recorded = record({ ...shape, says: SAYS });

  it('is decrypted with the key log, whatever the segments', async () => {
    const [session] = await recorded;
    const { runs, keyLog } = session!;
    for (const pieces of [runs, chopped(runs, 1460), chopped(runs, 7)]) {
      const { client, server, unread, facts, transports, ends, other } = read(pieces, keyLog);
      expect(unread).toEqual({});
      expect(client).toBe(CLIENT);
      expect(server).toBe(SERVER);
      expect([...transports]).toEqual(['tls']);
      expect(ends).toEqual(['1 fin', '1 fin']);
      expect(other).toBe(0);
      expect(facts).toMatchObject([
        {
          outcome: 'established',
          decrypted: true,
          cipherSuite: code,
          serverName: 'sip.example.com',
        },
      ]);
    }
  });

  it('is counted without keys, and its handshake told', async () => {
    const [session] = await recorded;
    const { client, server, unread, facts } = read(session!.runs, '');
    expect(client + server).toBe('');
    expect(unread).toEqual({ 'tls-no-keys': 1 });
    expect(facts).toMatchObject([{ outcome: 'established', decrypted: false, cipherSuite: code }]);
  });

  it('is counted with wrong keys', async () => {
    const [session] = await recorded;
    const wrong = session!.keyLog.replaceAll(/(?<= )\S{4}(?=\S*$)/gm, '0000');
    const { client, server, unread, facts } = read(session!.runs, wrong);
    expect(client + server).toBe('');
    expect(Object.keys(unread)).toEqual(['tls-decrypt-failed']);
    expect(facts).toMatchObject([{ decrypted: false }]);
  });
});
