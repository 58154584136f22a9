import type { TlsCrypto } from '../../model/tls-crypto.ts';
import { MORE, NO, type StreamProtocol, YES } from '../stream/protocol.ts';
import { Budget } from '../stream/budget.ts';
import { TlsConnection } from './connection.ts';
import { looksLikeRecord } from './record-reader.ts';
import type { KeySource } from './source-keys.ts';
import { type TlsTools, tlsReasons } from './tools.ts';

/** Bytes that all TLS connections of a source hold together. */
const MAX_HELD = 67_108_864;
const HEADER = 5;

/** TLS 1.0 to 1.3 on any port, found by its records; decrypted where there are keys. */
export function tls(keys: KeySource, crypto: TlsCrypto | undefined): StreamProtocol {
  return {
    id: 'tls',
    open({ unread, inner, facts }) {
      const tools: TlsTools = {
        keys,
        crypto,
        inner,
        facts,
        budget: new Budget(MAX_HELD),
        reasons: tlsReasons(unread),
      };
      return {
        sniff(bytes, start, end) {
          if (!looksLikeRecord(bytes, start, end)) return NO;
          return end - start < HEADER ? MORE : YES;
        },
        connect: () => new TlsConnection(tools),
      };
    },
  };
}
