import type { TlsCrypto } from '../../model/tls-crypto.ts';
import { concat } from './bytes.ts';
import { prf } from './prf.ts';
import type { Protection } from './protection.ts';
import type { Suite } from './suites.ts';
import { fixedIvLength, tls12Aead } from './tls12-aead.ts';
import { MAC_LENGTH, tlsCbc } from './tls12-cbc.ts';
import { TLS_1_0, TLS_1_2 } from './versions.ts';

/** What the keys of a session up to TLS 1.2 are made from. */
export interface SessionSeeds {
  readonly version: number;
  readonly suite: Suite;
  readonly clientRandom: Uint8Array;
  readonly serverRandom: Uint8Array;
  readonly encryptThenMac: boolean;
}

/** The keys of one direction out of the key block, RFC 5246 §6.3. */
export function tls12Protection(
  crypto: TlsCrypto,
  master: Uint8Array,
  seeds: SessionSeeds,
  fromClient: boolean,
): Protection {
  const { version, suite, clientRandom, serverRandom, encryptThenMac } = seeds;
  const macLength = suite.kind === 'cbc' ? MAC_LENGTH[suite.mac] : 0;
  const implicitIv = version <= TLS_1_0 && suite.kind === 'cbc' ? suite.block : 0;
  const ivLength = suite.kind === 'aead' ? fixedIvLength(suite) : implicitIv;
  const hash = version < TLS_1_2 ? null : suite.hash;
  const seed = concat(serverRandom, clientRandom);
  const length = 2 * (macLength + suite.keyLength + ivLength);
  const block = prf(crypto, hash, master, 'key expansion', seed, length);

  // For each kind the client's part comes first.
  let at = 0;
  const part = (size: number): Uint8Array => {
    const from = at + (fromClient ? 0 : size);
    at += 2 * size;
    return block.subarray(from, from + size);
  };
  const mac = part(macLength);
  const key = part(suite.keyLength);
  const iv = part(ivLength);
  if (suite.kind === 'aead') return tls12Aead(crypto, suite, key, iv);
  return tlsCbc(crypto, suite, { mac, key, iv: implicitIv > 0 ? iv : null }, encryptThenMac);
}
