/** Reliable provisional responses and the PRACKs that confirm them (RFC 3262). */
import type { Call, Transaction } from '../../call/types.ts';
import { field } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';
import { decimal } from '../../sip/values/text.ts';
import { fact } from './fact.ts';
import { invites } from './invites.ts';

/** Provisional responses of one call that are looked at (a bound for hostile input). */
const MAX_PROVISIONAL = 64;
/** Largest RSeq: 2**32 − 1 (RFC 3262 §7.1). */
const MAX_RSEQ = 4_294_967_295;

export interface Reliable {
  readonly invite: Transaction;
  readonly response: Message;
  readonly rseq: number;
  /** Retransmissions on this hop, the first sighting not included. */
  readonly copies: readonly Message[];
}

/** Every reliable 1xx on every hop, in the order of time on each. */
export const reliables = fact((call: Call, context): readonly Reliable[] => {
  const found: Reliable[] = [];
  for (const invite of invites(call, context)) {
    for (const response of invite.responses) {
      if (response.status <= 100 || response.status >= 200) continue;
      if (found.length >= MAX_PROVISIONAL) return found;
      const rseq = decimal(field(response, 'RSeq') ?? '', MAX_RSEQ);
      if (rseq === null) continue;
      const copies = invite.repeatedResponses.filter(
        (copy) => copy.status === response.status && copy.sameBytes(response),
      );
      found.push({ invite, response, rseq, copies });
    }
  }
  return found;
});

/** Whether this PRACK names that response in its RAck: RSeq, CSeq number, method (RFC 3262 §7.2). */
export function confirms(prack: Message, { response, rseq }: Reliable): boolean {
  return rackOf(prack) === rackFor(response, rseq) && prack.sameToTag(response);
}

/** The RAck of a PRACK with single blanks, '' without one. */
export function rackOf(prack: Message): string {
  return (field(prack, 'RAck') ?? '').trim().split(/\s+/).join(' ');
}

export function rackFor({ cseq }: Message, rseq: number): string {
  return `${rseq} ${cseq} INVITE`;
}
