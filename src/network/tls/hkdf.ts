import type { HashName, TlsCrypto } from '../../model/tls-crypto.ts';
import { concat, label } from './bytes.ts';

/** HKDF-Expand-Label with an empty context (RFC 8446 §7.1): all that is needed once the traffic secrets are known. */
export function expandLabel(
  crypto: TlsCrypto,
  hash: HashName,
  secret: Uint8Array,
  name: string,
  length: number,
): Uint8Array {
  const full = label(`tls13 ${name}`);
  const info = concat([length >>> 8, length & 0xff, full.length], full, [0]);
  const out = new Uint8Array(length);
  let block: Uint8Array = new Uint8Array(0);
  // HKDF-Expand, RFC 5869 §2.3.
  for (let at = 0, round = 1; at < length; at += block.length, round += 1) {
    block = crypto.hmac(hash, secret, concat(block, info, [round]));
    out.set(block.subarray(0, length - at), at);
  }
  return out;
}
