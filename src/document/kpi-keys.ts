import type { Call, Transaction } from '../call/types.ts';
import { utf8 } from '../sip/bytes.ts';
import { field } from '../sip/field.ts';
import type { Message } from '../sip/message.ts';
import { PREFIX_ROOM, writeNumberPrefix } from '../sip/number-prefix.ts';
import type { Outcome } from '../model/vocabulary.ts';
import type { KpiAttempt } from './kpi-attempt.ts';

/** Longest User-Agent that makes a group of its own, in characters. */
const MAX_AGENT = 80;

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

const prefix = new Uint8Array(PREFIX_ROOM);

/** `+8490…`, `0283…`, or a short number as it is dialled; '' for what is no number. */
export function prefixOf({ bytes, start, method, lineEnd }: Message): string {
  return utf8(prefix, 0, writeNumberPrefix(bytes, start + method.length, lineEnd, prefix));
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
