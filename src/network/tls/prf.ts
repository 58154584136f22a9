import type { HashName, TlsCrypto } from '../../model/tls-crypto.ts';
import { concat, label } from './bytes.ts';

/** P_hash, RFC 5246 §5: as many bytes as asked for. */
function expand(
  crypto: TlsCrypto,
  hash: HashName,
  secret: Uint8Array,
  seed: Uint8Array,
  length: number,
): Uint8Array {
  const out = new Uint8Array(length);
  let a = seed;
  for (let at = 0; at < length;) {
    a = crypto.hmac(hash, secret, a);
    const block = crypto.hmac(hash, secret, concat(a, seed));
    out.set(block.subarray(0, length - at), at);
    at += block.length;
  }
  return out;
}

/** The PRF of TLS 1.2, or with `hash` null that of 1.0 and 1.1, which mixes MD5 and SHA-1 (RFC 4346 §5). */
export function prf(
  crypto: TlsCrypto,
  hash: HashName | null,
  secret: Uint8Array,
  name: string,
  seed: Uint8Array,
  length: number,
): Uint8Array {
  const whole = concat(label(name), seed);
  if (hash !== null) return expand(crypto, hash, secret, whole, length);
  const half = Math.ceil(secret.length / 2);
  const md5 = expand(crypto, 'md5', secret.subarray(0, half), whole, length);
  const sha1 = expand(crypto, 'sha1', secret.subarray(secret.length - half), whole, length);
  return md5.map((byte, at) => byte ^ sha1[at]!);
}
