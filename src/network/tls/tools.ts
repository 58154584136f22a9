import type { TlsCrypto } from '../../model/tls-crypto.ts';
import type { UnreadReason, UnreadTally } from '../../model/unread.ts';
import type { StreamContext } from '../stream/protocol.ts';
import type { Budget } from '../stream/budget.ts';
import type { KeySource } from './source-keys.ts';

/** What the TLS connections of a source share. */
export interface TlsTools {
  readonly keys: KeySource;
  /** Without it nothing is decrypted. */
  readonly crypto: TlsCrypto | undefined;
  readonly inner: StreamContext['inner'];
  readonly facts: StreamContext['facts'];
  readonly budget: Budget;
  readonly reasons: Readonly<Record<TlsReason, UnreadReason>>;
}

/** Why TLS was not read. The first two are counted in connections, failures in records, gaps as they occur. */
export type TlsReason = keyof ReturnType<typeof tlsReasons>;

export function tlsReasons(unread: UnreadTally) {
  return {
    'tls-no-keys': unread.reason('tls-no-keys'),
    'tls-handshake-unseen': unread.reason('tls-handshake-unseen'),
    'tls-cipher-unsupported': unread.reason('tls-cipher-unsupported'),
    'tls-decrypt-failed': unread.reason('tls-decrypt-failed'),
    'tls-gap': unread.reason('tls-gap'),
    'tcp-stream-cut': unread.reason('tcp-stream-cut'),
    'tls-record-wrong': unread.reason('tls-record-wrong'),
    'tls-limit': unread.reason('tls-limit'),
  };
}
