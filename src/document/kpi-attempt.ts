import { dialledAt } from '../call/dialling.ts';
import { openedAt } from '../call/hops.ts';
import { isMoreThanTrying } from '../call/milestones.ts';
import type { PlainCall } from '../call/plain.ts';
import type { Call, Dialog, Transaction } from '../call/types.ts';
import type { ReportCall } from '../model/report.ts';
import type { Outcome, Stage } from '../model/vocabulary.ts';
import { milliseconds } from './time.ts';

/** What the KPIs count of one attempt: an INVITE with its challenges, redirects and fail-overs (RFC 6076 §5.3). */
export interface KpiAttempt {
  readonly outcome: Outcome;
  readonly stage: Stage;
  /** Final status, 0 without one. */
  readonly code: number;
  /** Q.850 cause 20: the subscriber is absent. */
  readonly absent: boolean;
  /** INVITE requests that the caller's side sent, copies left out. */
  readonly invites: number;
  /** Post-dial delay, from the INVITE with all digits, ms. */
  readonly pddMs: number | null;
  /** Session request delay: to the first provisional above 100, else to the final (RFC 6076 §4.3), ms. */
  readonly srdMs: number | null;
  /** From the 2xx to the BYE, ms. */
  readonly talkMs: number | null;
  /** From the BYE to its 2xx (RFC 6076 §4.4), ms; null when it got none. */
  readonly sddMs: number | null;
  /** Answered, acknowledged, and taken down with an answered BYE (RFC 6076 §4.9). */
  readonly completed: boolean;
  /** Answered, and not over when the capture ended. */
  readonly unfinished: boolean;
}

const SUBSCRIBER_ABSENT = /\bQ\.850\s*;\s*cause\s*=\s*20\b/i;

/** A judged call and its row. */
export function attemptOf(call: Call, { outcome, stage, final, timing }: ReportCall): KpiAttempt {
  const { rounds, invite, dialogs } = call;
  const over = dialogs.find(({ bye }) => bye !== null);
  const bye = over?.bye ?? null;
  const answered = stage === 'answered';
  return {
    outcome,
    stage,
    code: final?.code ?? 0,
    absent: SUBSCRIBER_ABSENT.test(final?.reason ?? ''),
    invites: invitesOf(call),
    pddMs: timing.pddMs,
    srdMs:
      invite === null || rounds.length === 0
        ? null
        : milliseconds(dialledAt(call), firstWord(invite)),
    talkMs: timing.talkMs,
    sddMs: bye === null ? null : hangUpDelay(bye),
    completed: answered && over !== undefined && isCompleted(over),
    unfinished: answered && bye === null,
  };
}

/** A plain call, which was never judged: the same figures. */
export function plainAttempt(call: PlainCall, pddMs: number | null): KpiAttempt {
  const { invite, provisional, answer, bye, over } = call;
  return {
    outcome: 'answered',
    stage: 'answered',
    code: 200,
    absent: false,
    invites: 1,
    pddMs,
    srdMs: milliseconds(invite, provisional ?? answer),
    talkMs: milliseconds(answer, bye),
    sddMs: milliseconds(bye, over),
    completed: true,
    unfinished: false,
  };
}

/** First response that tells the caller more than that the request arrived, µs. */
function firstWord({ responses, final }: Transaction): number | null {
  return (responses.find(isMoreThanTrying) ?? final)?.time ?? null;
}

function invitesOf({ rounds }: Call): number {
  let count = 0;
  for (const { hops } of rounds) {
    for (const { upstream } of hops) if (upstream === null) count += 1;
  }
  return count;
}

function isCompleted({ answer, ack, bye }: Dialog): boolean {
  return answer !== null && ack !== null && bye !== null && hangUpDelay(bye) !== null;
}

function hangUpDelay(bye: Transaction): number | null {
  const { final } = bye;
  return final === null || final.status >= 300 ? null : milliseconds(openedAt(bye), final.time);
}
