import type { ReportCall } from '../model/report.ts';
import { field } from '../sip/field.ts';
import type { Message } from '../sip/message.ts';
import { dialledAt } from '../call/dialling.ts';
import { ringTime } from '../call/outcome.ts';
import type { Call } from '../call/types.ts';
import { calleeOf, callerOf } from '../sip/party.ts';
import { iso, milliseconds } from './time.ts';

/** Shared until a call gets findings of its own: most never do. */
export const NO_FINDINGS: string[] = [];
/** Longest Reason value that a call shows, in characters. */
const MAX_REASON = 300;

/** The report's row of one call; ids and findings are filled in when the report is put together. */
export function callRowOf(call: Call, captureEnd: number): ReportCall {
  const { milestones, final } = call;
  const first = firstMessageOf(call);
  const ring = ringTime(call);
  return {
    id: '',
    callIds: [call.callId],
    from: callerOf(first),
    to: calleeOf(first),
    legs: (call.rounds.at(-1)?.hops ?? []).map((hop) => ({
      callId: call.callId,
      source: hop.client.name,
      destination: hop.server.name,
      code: hop.final?.status ?? null,
    })),
    start: iso(milestones.invite),
    stage: call.stage,
    outcome: call.outcome,
    release: call.release,
    confidence: call.confidence,
    final: final === null ? null : finalOf(final),
    timing: {
      pddMs: milliseconds(dialledAt(call), milestones.progress ?? milestones.answer),
      ringMs: ring === null || !Number.isFinite(ring) ? null : Math.round(ring / 1000),
      talkMs: milliseconds(milestones.answer, milestones.bye),
      elapsedMs: milliseconds(milestones.invite, endOf(call, captureEnd)),
    },
    findings: NO_FINDINGS,
    primary: null,
  };
}

/** The INVITE that opened the attempt, else whatever was seen first. */
function firstMessageOf({ rounds, messages }: Call): Message {
  const [first] = messages as readonly [Message];
  return rounds[0]?.hops[0]?.request ?? first;
}

type Final = NonNullable<ReportCall['final']>;

/** Most calls end alike: equal finals share one object while a few are remembered. */
const finals = new Map<string, Final>();
const MAX_FINALS = 256;

export function finalOf(final: Message): Final {
  const { status, phrase } = final;
  const reason = final.hasReason ? field(final, 'Reason') : undefined;
  if (reason !== undefined) return { code: status, phrase, reason: reason.slice(0, MAX_REASON) };
  const key = `${status} ${phrase}`;
  let shared = finals.get(key);
  if (shared === undefined) {
    shared = { code: status, phrase };
    if (finals.size < MAX_FINALS) finals.set(key, shared);
  }
  return shared;
}

/** When the call was over; for one that was still pending or up, the end of the capture. */
function endOf(call: Call, captureEnd: number): number {
  const { bye, answer, final, cancel, last } = call.milestones;
  if (call.invite === null) return last;
  const unheard =
    call.outcome === 'failed-timeout' ||
    (call.outcome === 'failed-transport' && call.stage === 'pre-trying');
  if (unheard && call.final === null) return lastTryOf(call);
  return bye ?? (answer === null ? (final ?? cancel ?? captureEnd) : captureEnd);
}

/** Nobody responded: it went on for as long as the sender kept trying, not for as long as the capture did. */
function lastTryOf({ rounds, milestones }: Call): number {
  let time = milestones.lastInvite;
  for (const { request, retransmissions } of rounds.at(-1)?.hops ?? []) {
    const copy = retransmissions.at(-1) ?? request;
    if (copy !== null) time = Math.max(time, copy.time);
  }
  return Math.max(time, milestones.cancel ?? time);
}
