import { producerOf } from '../../call/producer.ts';
import type { Call, Surroundings } from '../../call/types.ts';
import type { Endpoint } from '../../model/packet.ts';
import type { Message } from '../../sip/message.ts';
import { reasonsOf } from '../../sip/reasons.ts';
import { openedAt } from '../../call/hops.ts';
import { isAlerting, isMoreThanTrying } from '../../call/milestones.ts';

/** Q.850 causes that fit a call that is ringing or was not answered; any other on a 18x tells what an announcement says. */
const CALM_CAUSES: ReadonlySet<number> = new Set([0, 16, 18, 19, 31]);

/** A set-up that made progress of any kind (101–199) and was not answered. */
export function madeProgress({ stage, invite }: Call): boolean {
  return stage !== 'answered' && invite !== null && invite.responses.some(isMoreThanTrying);
}

/** A set-up in which the caller heard something, and that was not answered. */
export function isRinging({ stage }: Call): boolean {
  return stage === 'alerting' || stage === 'early-media';
}

/** The response by which alerting began: the first 180, else a 183 with media that is no failure announcement; null when there is none. */
export function ringing({ invite }: Call): Message | null {
  const responses = invite?.responses ?? [];
  const rings = responses.find(({ status }) => status === 180);
  if (rings !== undefined) return rings;
  const progress = responses.find(isAlerting);
  return progress === undefined || announcement(progress) !== null ? null : progress;
}

/** `183` with `Reason: Q.850;cause=17`: the network plays busy tone in band and sends no 486. */
export function announcement(response: Message): { response: Message; cause: number } | null {
  if (response.status <= 100 || response.status >= 200) return null;
  for (const { protocol, cause } of reasonsOf(response)) {
    if (protocol === 'Q.850' && cause !== null && !CALM_CAUSES.has(cause)) {
      return { response, cause };
    }
  }
  return null;
}

/** A call that made progress and was neither answered, refused nor cancelled before the capture ended. */
export interface PendingProgress {
  /** The first 101–199 and the latest one, repeats included. */
  readonly first: Message;
  readonly last: Message;
  /** Who made the latest one. */
  readonly node: Endpoint;
  /** INVITE to the end of the capture, µs. */
  readonly elapsedUs: number;
  /** Silence after the latest one, µs. */
  readonly silentUs: number;
}

export function pendingProgress(call: Call, { captureEnd }: Surroundings): PendingProgress | null {
  const { invite } = call;
  if (invite === null || invite.final !== null || invite.cancel !== null) return null;
  // Who sends an ACK has got a final response that was not captured.
  if (invite.ack !== null) return null;
  const progress = invite.responses.filter(isMoreThanTrying);
  const [first] = progress;
  const latest = progress.at(-1);
  if (first === undefined || latest === undefined) return null;
  const repeats = invite.repeatedResponses.filter(({ status }) => status > 100);
  const last = [latest, ...repeats].reduce((a, b) => (b.time > a.time ? b : a));
  return {
    first,
    last,
    node: producerOf(invite, latest).hop.server,
    elapsedUs: captureEnd - openedAt(invite),
    silentUs: captureEnd - last.time,
  };
}
