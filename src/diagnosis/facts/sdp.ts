/** What the session descriptions of a call tell; worked out once and shared by the rules of the family. */
import { negotiationOf } from '../../call/offer-answer/negotiate.ts';
import { isOrdinary } from '../../call/offer-answer/ordinary.ts';
import type { Exchange } from '../../call/offer-answer/types.ts';
import type { Call, Transaction } from '../../call/types.ts';
import type { Severity } from '../../model/vocabulary.ts';
import type { Message } from '../../sip/message.ts';
import { shown } from '../evidence.ts';
import type { Proof } from '../rule.ts';
import { fact } from './fact.ts';

/** Offers and answers of the call's dialog. */
export const negotiation = fact((call: Call) => negotiationOf(call));

/** Talk from which a call evidently worked, µs. */
const WORKED = 30_000_000;

/** Answered, and neither side gave up soon: what was wrong with its descriptions did no great harm. */
export function worked({ outcome, milestones }: Call): boolean {
  const { answer, bye, last } = milestones;
  return outcome === 'answered' && answer !== null && (bye ?? last) - answer >= WORKED;
}

/** What worked regardless is one step milder than what did not. */
export function milderIfWorked(call: Call, severity: 'error' | 'warning'): Severity {
  if (!worked(call)) return severity;
  return severity === 'error' ? 'warning' : 'info';
}

let asked: Call | null = null;
let worth = false;

/** A cheap look whether an answered call has descriptions out of the ordinary; the rules ask it one after the other. */
export function isNegotiated(call: Call): boolean {
  if (call !== asked) {
    asked = call;
    worth = hasOddDescriptions(call);
  }
  return worth;
}

function hasOddDescriptions({ stage, outcome, invite, final, transactions }: Call): boolean {
  const request = invite?.request ?? null;
  if (stage !== 'answered' || outcome === 'scan-or-attack') return false;
  if (request === null || final === null) return false;
  return transactions.some(negotiatesAgain) || !isOrdinary(request, final);
}

/** An offer or answer beside INVITE and 200: in a PRACK, UPDATE or re-INVITE. */
function negotiatesAgain({ method, request }: Transaction): boolean {
  if (request === null || !request.hasToTag) return false;
  if (method === 'INVITE') return true;
  return (method === 'UPDATE' || method === 'PRACK' || method === 'ACK') && request.hasBody;
}

/** Refusals of a session description (RFC 3261 §21.4.26, §21.6.4; RFC 3312 §8). */
const REFUSALS: ReadonlySet<number> = new Set([488, 580, 606]);

/** Whether this final response may be about the description. */
export function refusesMedia(final: Message | null): final is Message {
  return final !== null && REFUSALS.has(final.status);
}

/** The set-up was refused because of its media. */
export function wasRefused({ stage, final }: Call): boolean {
  return stage !== 'answered' && refusesMedia(final);
}

export function isNegotiatedOrRefused(call: Call): boolean {
  return wasRefused(call) || isNegotiated(call);
}

/** Offer, then answer or refusal. */
export function proofOf({ offer, answer, refusal }: Exchange): [Proof, ...Proof[]] {
  const reply = answer?.message ?? refusal;
  const first = shown(offer.message);
  return reply === null ? [first] : [first, shown(reply)];
}

/** Printable address of the host that sent the answer (or refusal). */
export function answererOf({ answerer, offer }: Exchange): string {
  return (answerer ?? offer.message.receiver).name;
}

export function offererOf({ offer }: Exchange): string {
  return offer.message.sender.name;
}
