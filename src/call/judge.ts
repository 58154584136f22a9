import type { OtherKind } from '../model/vocabulary.ts';
import type { Message } from '../sip/message.ts';
import { sharesOf } from './attempts.ts';
import { dialogsOf } from './dialogs.ts';
import { isInitialInvite, linkHops, roundsOf } from './hops.ts';
import { kindOf } from './kind.ts';
import { isSuccess, milestonesOf, stageOf } from './milestones.ts';
import { settleOther, triesFor } from './other-outcome.ts';
import { settleOutcome } from './outcome.ts';
import { groupTransactions } from './transactions.ts';
import type {
  Call,
  Judged,
  Milestones,
  OtherConversation,
  Round,
  Surroundings,
  Transaction,
} from './types.ts';

/** Silence after which the messages of a set-up that was not answered belong to another call, µs. */
const LONGEST_SETUP = 3_600_000_000;
/** … and those of a call that was answered, µs. */
const LONGEST_SILENCE = 86_400_000_000;

/** Messages of a conversation, in time order, without an implausible silence between them. */
export interface Piece {
  readonly messages: readonly Message[];
  /** Nothing that comes later than this concerns them, µs; infinite for the last piece. */
  readonly until: number;
}

/**
 * Cuts a conversation where its silence is implausible: a Call-ID that was used again, or captures of different days.
 * Only calls are cut; a registration may well rest for a day.
 */
export function piecesOf(unsorted: readonly Message[]): Piece[] {
  const messages = inTimeOrder(unsorted);
  const [first] = messages;
  const pieces: Piece[] = [];
  let from = 0;
  if (first !== undefined && (messages.at(-1) as Message).time - first.time > LONGEST_SETUP) {
    const ofCall = messages.some(
      ({ cseqMethod, method }) => cseqMethod === 'INVITE' || method === 'INVITE',
    );
    for (let at = 1; ofCall && at < messages.length; at += 1) {
      const { time } = messages[at - 1] as Message;
      const silence = (messages[at] as Message).time - time;
      if (silence <= LONGEST_SETUP) continue;
      const before = messages.slice(from, at);
      if (silence <= LONGEST_SILENCE && isUp(before)) continue;
      pieces.push({ messages: before, until: time + LONGEST_SETUP });
      from = at;
    }
  }
  pieces.push({
    messages: from === 0 ? messages : messages.slice(from),
    until: Number.POSITIVE_INFINITY,
  });
  return pieces;
}

/** Answered as far as the messages tell, or under way before the first of them. */
function isUp(messages: readonly Message[]): boolean {
  let invited = false;
  let failed = false;
  let acknowledged = false;
  for (const { status, method, cseqMethod, hasToTag } of messages) {
    if (cseqMethod === 'INVITE' && status >= 200 && status < 300) return true;
    if (cseqMethod === 'INVITE' && status >= 300) failed = true;
    if (status !== 0) continue;
    if (method === 'ACK') acknowledged = true;
    if (method === 'INVITE' && !hasToTag) invited = true;
  }
  return !invited || (acknowledged && !failed);
}

/** Judges one conversation: groups it, then settles how its calls ended. */
export function judge(messages: readonly Message[], surroundings: Surroundings): Judged[] {
  const groups = group(messages);
  for (const judged of groups) {
    if (judged.kind === 'call') settleOutcome(judged, surroundings);
    else settleOther(judged, surroundings);
  }
  return groups;
}

/**
 * Groups one conversation: a pure function of its messages (any order). Mostly gives one call, registration or probe; several
 * calls when a Call-ID was used again. The outcome of a call is still open.
 */
export function group(messages: readonly Message[]): Judged[] {
  return piecesOf(messages).flatMap((piece) => groupPiece(piece.messages));
}

function groupPiece(messages: readonly Message[]): Judged[] {
  const transactions = groupTransactions(messages);
  const kind = kindOf(transactions);
  const callId = messages[0]?.callId ?? '';
  if (kind !== 'call') return [otherOf(kind, callId, messages, transactions)];

  const invites = transactions.filter(isInitialInvite);
  linkHops(invites);
  const attempts = roundsOf(invites);
  if (attempts.length === 0) return [midCall(callId, messages, transactions)];
  if (attempts.length === 1) {
    return [callOf(callId, messages, transactions, attempts[0] as Round[])];
  }
  const shares = sharesOf(messages, transactions, attempts);
  return shares.map((own, at) => {
    const earlier = attempts[at - 1]?.[0]?.hops[0] ?? null;
    return callOf(callId, own.messages, own.transactions, attempts[at] as Round[], earlier);
  });
}

function inTimeOrder(messages: readonly Message[]): readonly Message[] {
  for (let at = 1; at < messages.length; at += 1) {
    if (compare(messages[at - 1] as Message, messages[at] as Message) > 0) {
      return [...messages].sort(compare);
    }
  }
  return messages;
}

/** By time; equal times by place, so that the order is the same whatever order the messages arrived in. */
function compare(a: Message, b: Message): number {
  return a.time - b.time || a.source - b.source || a.frame - b.frame || a.offset - b.offset;
}

function callOf(
  callId: string,
  messages: readonly Message[],
  transactions: readonly Transaction[],
  rounds: readonly Round[],
  earlier: Transaction | null = null,
): Call {
  const invite = decidingHop(rounds.at(-1) as Round);
  const dialogs = dialogsOf(rounds, transactions);
  return {
    kind: 'call',
    id: '',
    callId,
    messages,
    transactions,
    rounds,
    invite,
    earlier,
    dialogs,
    milestones: milestonesOf(rounds, invite, dialogs, (messages.at(-1) as Message).time),
    final: invite.responses.find(isSuccess) ?? invite.final,
    stage: stageOf(invite, dialogs),
    outcome: 'incomplete-pending',
    release: 'unknown',
    confidence: 'proven',
  };
}

/** Among the targets that the caller's side tried, the one that answered, else the last. */
function decidingHop(round: Round): Transaction {
  const roots = round.hops.filter(({ upstream }) => upstream === null);
  return roots.find(({ responses }) => responses.some(isSuccess)) ?? (roots.at(-1) as Transaction);
}

function otherOf(
  kind: OtherKind,
  callId: string,
  messages: readonly Message[],
  transactions: readonly Transaction[],
): OtherConversation {
  const tries = triesFor(kind, transactions);
  return {
    kind,
    id: '',
    callId,
    messages,
    transactions,
    tries,
    final: null,
    outcome: 'incomplete-pending',
    confidence: 'proven',
  };
}

function midCall(
  callId: string,
  messages: readonly Message[],
  transactions: readonly Transaction[],
): Call {
  const first = (messages[0] as Message).time;
  const milestones: Milestones = {
    invite: first,
    lastInvite: first,
    trying: null,
    progress: null,
    alerting: null,
    answer: null,
    final: null,
    cancel: null,
    bye: transactions.find(({ method }) => method === 'BYE')?.request?.time ?? null,
    last: (messages.at(-1) as Message).time,
  };
  return {
    kind: 'call',
    id: '',
    callId,
    messages,
    transactions,
    rounds: [],
    invite: null,
    earlier: null,
    dialogs: [],
    milestones,
    final: transactions.find(({ method, final }) => method === 'INVITE' && final)?.final ?? null,
    stage: 'pre-trying',
    outcome: 'incomplete-midcall',
    release: 'unknown',
    confidence: 'proven',
  };
}
