import type { Call, Transaction } from '../call/types.ts';
import { field } from '../sip/field.ts';
import type { Message } from '../sip/message.ts';
import { addressIn } from '../sip/party.ts';
import type { Outcome } from '../model/vocabulary.ts';
import type { KpiAttempt } from './kpi-attempt.ts';

/** Longest User-Agent that makes a group of its own, in characters. */
const MAX_AGENT = 80;
/** Leading digits of a called number that make a group; shorter numbers are extensions and services. */
const PREFIX = 4;
const SHORTEST_NUMBER = 7;

/** The address that offered the call. */
export function peerOf(invite: Message): string {
  return invite.sender.address;
}

/** `address → address`: one hop of the call. */
export function trunkOf({ sender, receiver }: Message): string {
  return `${sender.address} → ${receiver.address}`;
}

/** The software that the INVITE names, '' when it names none. */
export function agentOf(invite: Message): string {
  return (field(invite, 'User-Agent') ?? '').slice(0, MAX_AGENT);
}

/** `+849…`, `0283…`; `7 digits or fewer` stands as it is dialled, and what is no number as ''. */
export function prefixOf(invite: Message): string {
  const { bytes, start, method, lineEnd } = invite;
  const address = addressIn(bytes, start + method.length, lineEnd);
  const user = address.split('@', 1)[0] ?? '';
  const number = /^\+?[\d*#.()-]{1,32}$/.test(user) ? user.replace(/[.()-]/g, '') : '';
  const digits = number.startsWith('+') ? number.length - 1 : number.length;
  if (digits < SHORTEST_NUMBER) return number;
  return `${number.slice(0, number.length - digits + PREFIX)}…`;
}

/** What the attempt was on one of its hops: fail-overs and forks end differently from hop to hop. */
export function attemptOnHop(call: Call, attempt: KpiAttempt, hop: Transaction): KpiAttempt {
  const own = hop.responses.find(({ status }) => status >= 200 && status < 300) ?? hop.final;
  const code = own?.status ?? 0;
  if (hop === call.invite || code === attempt.code) return attempt;
  return {
    ...attempt,
    outcome: outcomeOnHop(code, attempt.outcome),
    code,
    absent: false,
    invites: 1,
    pddMs: null,
    srdMs: null,
    talkMs: null,
    sddMs: null,
    completed: false,
    unfinished: code >= 200 && code < 300,
  };
}

/** A fork that was called off says nothing of its trunk, nor does one whose final response was missed. */
function outcomeOnHop(code: number, whole: Outcome): Outcome {
  if (code === 487) return 'incomplete-pending';
  if (code === 0) return whole === 'incomplete-pending' ? whole : 'failed-timeout';
  if (code < 300) return 'answered';
  return code === 486 || code === 600 ? 'busy' : 'failed-server';
}
