/** Known answers: RFC 8448 §3 for TLS 1.3, the published test vector of the TLS 1.2 PRF with SHA-256. */
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../src/input/node-crypto.ts';
import { hex, unhex } from '../../../src/network/tls/bytes.ts';
import { expandLabel } from '../../../src/network/tls/hkdf.ts';
import { prf } from '../../../src/network/tls/prf.ts';
import { type AeadSuite, suiteOf } from '../../../src/network/tls/suites.ts';
import { nextSecret, tls13Aead } from '../../../src/network/tls/tls13-aead.ts';

const bytes = (text: string): Uint8Array => unhex(text.replaceAll(/\s/g, ''))!;
const AES_128 = suiteOf(0x1301) as AeadSuite;
const CLIENT_SECRET = bytes('9e40646ce79a7f9dc05af8889bce6552875afa0b06df0087f792ebb7c17504a5');

describe('TLS 1.3', () => {
  it.each([
    [
      'server handshake',
      'b67b7d690cc16c4e75e54213cb2d37b4e9c912bcded9105d42befd59d391ad38',
      '3fce516009c21727d0f2e4e86ee403bc',
      '5d313eb2671276ee13000b30',
    ],
    [
      'client handshake',
      'b3eddb126e067f35a780b3abf45e2d8f3b1a950738f52e9600746a0e27a55a21',
      'dbfaa693d1762c5b666af5d950258d01',
      '5bd3c71b836e0b76bb73265f',
    ],
    [
      'client application',
      hex(CLIENT_SECRET),
      '17422dda596ed5d9acd890e3c63f5051',
      '5b78923dee08579033e523d9',
    ],
  ])('derives the %s key and IV', (_, secret, key, iv) => {
    const expand = (name: string, length: number): string =>
      hex(expandLabel(nodeCrypto, 'sha256', bytes(secret), name, length));
    expect([expand('key', 16), expand('iv', 12)]).toEqual([key, iv]);
  });

  it('opens the first application record, and no other number than the first', () => {
    const record = bytes(`1703030043
      a23f7054b62c94d0affafe8228ba55cbefacea42f914aa66bcab3f2b9819a8a5b46b395bd54a9a20441e2b62974e1f5a
      6292a2977014bd1e3deae63aeebb21694915e4`);
    const keys = tls13Aead(nodeCrypto, AES_128, CLIENT_SECRET);
    const shape = { type: 23, version: 0x0303, bytes: record, start: 5, end: record.length };
    const opened = keys.open(shape, 0);
    expect(opened?.type).toBe(23);
    expect([...opened!.bytes]).toEqual(Array.from({ length: 50 }, (__, at) => at));
    expect(keys.open(shape, 1)).toBeNull();
    expect(keys.open({ ...shape, end: shape.end - 1 }, 0)).toBeNull();
    expect(keys.open({ ...shape, end: shape.start + 3 }, 0)).toBeNull();
  });

  it('derives the next secret with as many bytes', () => {
    expect(nextSecret(nodeCrypto, AES_128, CLIENT_SECRET)).toHaveLength(32);
  });
});

describe('the PRF of TLS 1.2', () => {
  it('gives the published 100 bytes', () => {
    const secret = bytes('9bbe436ba940f017b17652849a71db35');
    const seed = bytes('a0ba9f936cda311827a6f796ffd5198c');
    const out = hex(prf(nodeCrypto, 'sha256', secret, 'test label', seed, 100));
    expect(out).toHaveLength(200);
    expect(out.startsWith('e3f229ba727be17b8d122620557cd453c2aab21d07c3d495329b52d4e61edb5a')).toBe(
      true,
    );
  });
});
