import type { TlsCrypto } from '../../model/tls-crypto.ts';
import { expandLabel } from './hkdf.ts';
import { CONTENT, type Protection } from './protection.ts';
import type { AeadSuite } from './suites.ts';
import { xorNonce } from './tls12-aead.ts';

/** Record protection under a traffic secret, RFC 8446 §5.2 and §7.3. */
export function tls13Aead(crypto: TlsCrypto, suite: AeadSuite, secret: Uint8Array): Protection {
  const key = expandLabel(crypto, suite.hash, secret, 'key', suite.keyLength);
  const iv = expandLabel(crypto, suite.hash, secret, 'iv', 12);
  return {
    open({ type, version, bytes, start, end }, sequence) {
      if (type !== CONTENT.applicationData) return null;
      const length = end - start;
      const header = Uint8Array.of(
        type,
        version >>> 8,
        version & 0xff,
        length >>> 8,
        length & 0xff,
      );
      const sealed = bytes.subarray(start, end);
      const clear = crypto.aeadDecrypt(suite.cipher, key, xorNonce(iv, sequence), header, sealed);
      if (clear === null) return null;
      // The content type is the last byte that is not zero; what follows is padding (§5.4).
      let last = clear.length - 1;
      while (last >= 0 && clear[last] === 0) last -= 1;
      return last < 0 ? null : { type: clear[last]!, bytes: clear.subarray(0, last) };
    },
  };
}

/** The secret after a KeyUpdate, RFC 8446 §7.2. */
export function nextSecret(crypto: TlsCrypto, suite: AeadSuite, secret: Uint8Array): Uint8Array {
  return expandLabel(crypto, suite.hash, secret, 'traffic upd', secret.length);
}
