import { type CipherGCMTypes, createDecipheriv, createHmac } from 'node:crypto';
import type { TlsCrypto } from '../model/tls-crypto.ts';

const TAG = 16;

/** A Buffer without its own `slice`, which shares memory where that of a Uint8Array copies. */
function plain({ buffer, byteOffset, length }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}

/** TLS cryptography by Node's own module, which is OpenSSL. */
export const nodeCrypto: TlsCrypto = {
  hmac: (hash, key, data) => plain(createHmac(hash, key).update(data).digest()),

  aeadDecrypt(cipher, key, nonce, additional, sealed) {
    const length = sealed.length - TAG;
    if (length < 0) return null;
    try {
      // ChaCha20-Poly1305 has the same interface; its name is missing in these types only.
      const decipher = createDecipheriv(cipher as CipherGCMTypes, key, nonce, {
        authTagLength: TAG,
      });
      decipher.setAAD(additional, { plaintextLength: length });
      decipher.setAuthTag(sealed.subarray(length));
      const clear = decipher.update(sealed.subarray(0, length));
      decipher.final();
      return plain(clear);
    } catch {
      return null;
    }
  },

  cbcDecrypt(cipher, key, iv, data) {
    try {
      const decipher = createDecipheriv(cipher, key, iv).setAutoPadding(false);
      const clear = decipher.update(data);
      decipher.final();
      return plain(clear);
    } catch {
      return null;
    }
  },
};
