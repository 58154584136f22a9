import type { Transport } from '../model/packet.ts';
import { hit, type UnreadReason, type UnreadTally } from '../model/unread.ts';
import { field } from '../sip/field.ts';
import { LENIENCY } from '../sip/leniency.ts';
import { Message } from '../sip/message.ts';
import { readMessage } from '../sip/read.ts';
import { parseSipDate } from '../sip/values/sip-date.ts';
import type { Assembled } from './assembler.ts';
import type { Facts, Place } from './dialect.ts';
import type { Draft } from './draft.ts';
import type { Envelope } from './envelope.ts';
import { type Ends, Inference } from './inference.ts';
import { placeOf } from './places.ts';
import type { Row } from './row.ts';
import { type Clock, findClock } from './time/clock.ts';
import { Timeline } from './time/timeline.ts';
import type { Zone } from './time/zone.ts';
import { wasSent } from './ways.ts';

/** A message out of a log with its two ends; the message is only valid until the call returns. */
export interface MessageSink {
  message(message: Message, from: Place | null, to: Place | null): void;
}

/** Name of the dialect of a message that nothing announced. */
export const GENERIC = 'plain';

const TRANSPORTS: ReadonlySet<string> = new Set(['udp', 'tcp', 'tls', 'sctp', 'ws', 'wss']);

/** Makes a message out of what was assembled: time, ends, transport, and a note of what was assumed. */
export class Emitter implements Assembled {
  /** Messages by dialect. */
  readonly dialects = new Map<string, number>();
  readonly timeline: Timeline;
  readonly #sink: MessageSink;
  readonly #inference = new Inference();
  readonly #noise: UnreadReason;
  readonly #cut: UnreadReason;
  readonly #tooLong: UnreadReason;
  readonly #message = new Message(new Uint8Array(0), 0, 0);

  constructor(sink: MessageSink, unread: UnreadTally, zone: Zone | undefined) {
    this.#sink = sink;
    this.timeline = new Timeline(zone);
    this.#noise = unread.reason('text-not-sip');
    this.#cut = unread.reason('text-message-cut');
    this.#tooLong = unread.reason('message-too-long');
  }

  noise({ line, offset }: Row): void {
    hit(this.#noise, line, offset);
  }

  assembled(draft: Draft, complete: boolean, near: string): void {
    if (draft.overflow) {
      hit(this.#tooLong, draft.line, draft.offset);
      return;
    }
    const message = readMessage(draft.bytes, 0, draft.length, this.#message);
    if (message === null) return;
    if (!complete) {
      hit(this.#cut, draft.line, draft.offset);
      message.leniency &= ~(LENIENCY.bodyTooShort | LENIENCY.noEmptyLine);
      message.leniency |= LENIENCY.cutBySnapLength;
    }
    const { envelope } = draft;
    const id = envelope?.dialect.id ?? GENERIC;
    this.dialects.set(id, (this.dialects.get(id) ?? 0) + 1);
    message.frame = draft.line;
    message.offset = draft.offset + message.start;
    message.time = this.#timeOf(message, draft, near);
    message.ipId = -1;
    message.ttl = -1;
    message.point = 0;
    this.#place(message, envelope?.facts ?? {});
  }

  /** The envelope's own stamp, else one in front of it, around it, in front of the message, or in the row before. */
  #timeOf(message: Message, draft: Draft, near: string): number {
    this.#hintFrom(message);
    const { envelope } = draft;
    const clock =
      (envelope === null ? null : clockOf(envelope)) ??
      findClock(draft.prefix.text) ??
      findClock(draft.stamp) ??
      findClock(near);
    if (clock === null) {
      this.timeline.assumed.add('no-clock');
      return Number.NaN;
    }
    return this.timeline.momentOf(clock);
  }

  /** A Date field tells the day that the log's stamps may lack. */
  #hintFrom(message: Message): void {
    if (!this.timeline.wantsHint) return;
    const date = field(message, 'Date');
    const us = date === undefined ? null : parseSipDate(date);
    if (us === null) return;
    const day = new Date(us / 1000);
    this.timeline.hint(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
  }

  #place(message: Message, facts: Facts): void {
    const sent = facts.sent ?? (facts.way === undefined ? undefined : wasSent(facts.way));
    const local = place(facts.local, facts.localPort);
    const remote = place(facts.remote, facts.remotePort);
    const ends: Ends = {
      from:
        place(facts.from, facts.fromPort) ?? (sent === undefined ? null : sent ? local : remote),
      to: place(facts.to, facts.toPort) ?? (sent === undefined ? null : sent ? remote : local),
    };
    const [from, to] = [ends.from, ends.to];
    if (from === null || to === null) {
      this.#inference.complete(message, ends, sent);
      this.timeline.assumed.add('addresses-inferred');
    }
    message.inferred =
      (from === null && ends.from !== null ? 1 : 0) | (to === null && ends.to !== null ? 2 : 0);
    message.transport = transportOf(facts.transport) ?? viaTransport(message);
    this.#sink.message(message, ends.from, ends.to);
  }
}

function clockOf({ facts, before }: Envelope): Clock | null {
  if (facts.time !== undefined) {
    const clock = findClock(facts.date === undefined ? facts.time : `${facts.date} ${facts.time}`);
    if (clock !== null && (Number.isFinite(clock.day) || Number.isFinite(clock.epoch)))
      return clock;
    // Time of day in the envelope: the day may stand in front of it.
    const outer = findClock(before);
    if (clock === null) return outer;
    return outer === null
      ? clock
      : { ...clock, year: outer.year, month: outer.month, day: outer.day };
  }
  return findClock(before);
}

function place(host: string | undefined, port: string | undefined): Place | null {
  if (host === undefined) return null;
  return port === undefined
    ? placeOf(host)
    : placeOf(host.includes(':') && !host.includes('[') ? `[${host}]:${port}` : `${host}:${port}`);
}

function transportOf(text: string | undefined): Transport | undefined {
  const name = text?.toLowerCase();
  return name !== undefined && TRANSPORTS.has(name) ? (name as Transport) : undefined;
}

function viaTransport(message: Message): Transport {
  const match = /^SIP\s*\/\s*2\.0\s*\/\s*([A-Za-z]{2,4})/i.exec(field(message, 'Via') ?? '');
  return transportOf(match?.[1]) ?? 'unknown';
}
