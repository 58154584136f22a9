import type { TlsCrypto } from '../../model/tls-crypto.ts';
import { concat, sequenceBytes } from './bytes.ts';
import type { Protection } from './protection.ts';
import type { AeadSuite } from './suites.ts';

const TAG = 16;

/** Bytes of IV that the key block holds for a suite. */
export function fixedIvLength({ cipher }: AeadSuite): 4 | 12 {
  return cipher === 'chacha20-poly1305' ? 12 : 4;
}

/** AES-GCM (RFC 5288 §3) and ChaCha20-Poly1305 (RFC 7905 §2) in TLS 1.2. */
export function tls12Aead(
  crypto: TlsCrypto,
  { cipher }: AeadSuite,
  key: Uint8Array,
  iv: Uint8Array,
): Protection {
  // GCM sends the other 8 bytes of its nonce with the record; ChaCha20 has none to send.
  const explicit = 12 - iv.length;
  return {
    open({ type, version, bytes, start, end }, sequence) {
      const length = end - start - explicit - TAG;
      if (length < 0) return null;
      const number = sequenceBytes(sequence);
      const nonce =
        explicit === 0
          ? xorNonce(iv, sequence)
          : concat(iv, bytes.subarray(start, start + explicit));
      const header = [type, version >>> 8, version & 0xff, length >>> 8, length & 0xff];
      const sealed = bytes.subarray(start + explicit, end);
      const clear = crypto.aeadDecrypt(cipher, key, nonce, concat(number, header), sealed);
      return clear === null ? null : { type, bytes: clear };
    },
  };
}

/** The nonce of TLS 1.3 (RFC 8446 §5.3): the IV with the sequence number folded into its end. */
export function xorNonce(iv: Uint8Array, sequence: number): Uint8Array {
  const nonce = iv.slice();
  const number = sequenceBytes(sequence);
  for (let at = 0; at < 8; at += 1) nonce[iv.length - 8 + at]! ^= number[at]!;
  return nonce;
}
