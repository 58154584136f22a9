import type { OtherKind } from '../model/vocabulary.ts';
import type { Judged, Transaction } from './types.ts';

/** What a conversation is for, by the method that opens it. */
const KIND_BY_METHOD: ReadonlyMap<string, OtherKind> = new Map([
  ['REGISTER', 'registration'],
  ['SUBSCRIBE', 'subscription'],
  ['NOTIFY', 'subscription'],
  ['OPTIONS', 'probe'],
  ['MESSAGE', 'message'],
  ['PUBLISH', 'publication'],
]);

/** Methods that exist only inside a call: seen without an INVITE, the capture began too late. */
const CALL_METHODS: ReadonlySet<string> = new Set([
  'INVITE',
  'ACK',
  'BYE',
  'CANCEL',
  'PRACK',
  'UPDATE',
]);

/** An INVITE makes a conversation a call; else its first method that says something decides. */
export function kindOf(transactions: readonly Transaction[]): Judged['kind'] {
  for (const { method } of transactions) if (method === 'INVITE') return 'call';
  for (const { method, request } of transactions) {
    const kind = KIND_BY_METHOD.get(method);
    // An OPTIONS, NOTIFY or MESSAGE with a To tag may ride in a call's dialog.
    if (kind !== undefined && !(request?.hasToTag === true && kind !== 'subscription')) return kind;
    if (CALL_METHODS.has(method)) return 'call';
  }
  return KIND_BY_METHOD.get(transactions[0]?.method ?? '') ?? 'other';
}
