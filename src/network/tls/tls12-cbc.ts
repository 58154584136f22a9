import type { TlsCrypto } from '../../model/tls-crypto.ts';
import { copyOf } from '../../capture/bytes.ts';
import { concat, sequenceBytes } from './bytes.ts';
import type { Protection, TlsRecord } from './protection.ts';
import type { CbcSuite } from './suites.ts';

export const MAC_LENGTH = { md5: 16, sha1: 20, sha256: 32, sha384: 48 } as const;

export interface CbcKeys {
  readonly mac: Uint8Array;
  readonly key: Uint8Array;
  /** The first IV in TLS 1.0; null from 1.1 on, where each record brings its own. */
  readonly iv: Uint8Array | null;
}

/** CBC with HMAC up to TLS 1.2 (RFC 5246 §6.2.3.2), either MAC first or encryption first (RFC 7366). */
export function tlsCbc(
  crypto: TlsCrypto,
  suite: CbcSuite,
  keys: CbcKeys,
  encryptThenMac: boolean,
): Protection {
  const { block } = suite;
  const tag = MAC_LENGTH[suite.mac];
  let chained = keys.iv;

  function macFits(record: TlsRecord, sequence: number, data: Uint8Array, mac: Uint8Array) {
    const { type, version } = record;
    const header = [type, version >>> 8, version & 0xff, data.length >>> 8, data.length & 0xff];
    const right = crypto.hmac(suite.mac, keys.mac, concat(sequenceBytes(sequence), header, data));
    return right.length === mac.length && right.every((byte, at) => byte === mac[at]);
  }

  return {
    open(record, sequence) {
      let body = record.bytes.subarray(record.start, record.end);
      if (encryptThenMac) {
        const cut = body.length - tag;
        if (cut < 0 || !macFits(record, sequence, body.subarray(0, cut), body.subarray(cut))) {
          return null;
        }
        body = body.subarray(0, cut);
      }
      const iv = chained ?? body.subarray(0, block);
      const data = chained === null ? body.subarray(block) : body;
      if (data.length === 0 || data.length % block !== 0) return null;
      const clear = crypto.cbcDecrypt(suite.cipher, keys.key, iv, data);
      if (clear === null) return null;
      const padding = (clear.at(-1) ?? 0) + 1;
      const end = clear.length - padding - (encryptThenMac ? 0 : tag);
      if (end < 0) return null;
      const content = clear.subarray(0, end);
      if (!encryptThenMac && !macFits(record, sequence, content, clear.subarray(end, end + tag))) {
        return null;
      }
      // TLS 1.0 chains records: the last block is the next IV (RFC 2246 §6.2.3.2).
      if (chained !== null) chained = copyOf(data, data.length - block, data.length);
      return { type: record.type, bytes: content };
    },
  };
}
