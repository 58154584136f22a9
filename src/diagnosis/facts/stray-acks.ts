import type { Call, Transaction } from '../../call/types.ts';
import type { Message } from '../../sip/message.ts';

/** An ACK of the sender and link of this INVITE that should have had its branch (RFC 3261 §17.1.1.3), after its failure. */
export function strayAck({ client, server, final, cseq }: Transaction, call: Call): Message | null {
  if (final === null) return null;
  for (const { method, request } of call.transactions) {
    if (method !== 'ACK' || request === null || request.time < final.time) continue;
    const here = request.sender === client && request.receiver === server;
    if (here && request.cseq === cseq && request.sameToTag(final)) return request;
  }
  return null;
}
