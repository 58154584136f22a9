import type { Transport } from '../model/packet.ts';
import { hit, type UnreadReason, type UnreadTally } from '../model/unread.ts';
import { field } from '../sip/field.ts';
import { LENIENCY } from '../sip/leniency.ts';
import { Message } from '../sip/message.ts';
import { readMessage } from '../sip/read.ts';
import { parseSipDate } from '../sip/values/sip-date.ts';
import type { Dialect, Facts, Place } from './dialect.ts';
import { contradicts } from './ends/contradiction.ts';
import { toldEnds } from './ends/told-ends.ts';
import type { Found } from './found.ts';
import { type Ends, Inference } from './inference.ts';
import { MessageClock } from './message-clock.ts';
import { placeOf } from './places.ts';
import type { Row } from './row.ts';
import { isTemplate } from './template.ts';
import { Signs } from './signs.ts';
import { Timeline } from './time/timeline.ts';
import type { ThreadSink } from './threads.ts';
import type { Zone } from './time/zone.ts';
import { type Waiting, WaitingRoom } from './waiting.ts';
import { wasSent } from './ways.ts';

/** A message out of a log with its two ends; the message is only valid until the call returns. */
export interface MessageSink {
  message(message: Message, from: Place | null, to: Place | null): void;
}

/** Bytes of the line that the assembler adds where a log has lost it. */
const EMPTY_LINE = 2;
/** Name of the dialect of a message that nothing announced. */
export const GENERIC = 'plain-concatenated';
/** The same, its start line behind other text of the program that keeps the log. */
const GLUED = 'app-glued-startline';

const NAMES: readonly Transport[] = ['udp', 'tcp', 'tls', 'sctp', 'ws', 'wss'];
/** By their names in lower and upper case. */
const TRANSPORTS: ReadonlyMap<string, Transport> = new Map(
  NAMES.flatMap((name) => [
    [name, name],
    [name.toUpperCase(), name],
  ]),
);

/** Makes a message out of what was assembled: time, ends, transport, and a note of what was assumed. */
export class Emitter implements ThreadSink {
  /** Messages by dialect. */
  readonly dialects = new Map<string, number>();
  readonly signs = new Signs();
  readonly timeline: Timeline;
  readonly #sink: MessageSink;
  readonly #clock = new MessageClock();
  readonly #inference = new Inference();
  readonly #waiting = new WaitingRoom();
  readonly #noise: UnreadReason;
  readonly #cut: UnreadReason;
  readonly #tooLong: UnreadReason;
  #noiseLine = 0;
  #messageLine = 0;
  readonly #message = new Message(new Uint8Array(0), 0, 0);

  constructor(sink: MessageSink, unread: UnreadTally, zone: Zone | undefined) {
    this.#sink = sink;
    this.timeline = new Timeline(zone);
    this.#noise = unread.reason('text-not-sip');
    this.#cut = unread.reason('text-message-cut');
    this.#tooLong = unread.reason('message-too-long');
  }

  /** The source is over. */
  finish(): void {
    this.#letIn();
  }

  /** A line counts once, and not when it holds a message too. */
  noise({ line, offset }: Row): void {
    if (line === this.#noiseLine || line === this.#messageLine) return;
    this.#noiseLine = line;
    hit(this.#noise, line, offset);
  }

  announced(dialect: Dialect, row: Row): void {
    this.signs.announced(dialect, row);
  }

  assembled(found: Found): void {
    if (found.overflow) {
      hit(this.#tooLong, found.line, found.offset);
      return;
    }
    const { bytes, start, end } = found;
    const message = readMessage(bytes, start, end, this.#message);
    if (message === null) return;
    if (isTemplate(message)) {
      hit(this.#noise, found.line, found.offset);
      return;
    }
    // A log may lose the empty line alone; fields that are missing too were cut off, and so was that line.
    const torn = found.abrupt && (message.leniency & LENIENCY.fieldMissing) !== 0;
    if (torn) readMessage(bytes, start, end - EMPTY_LINE, message);
    if (!found.complete || torn || found.envelope?.facts.cut === true) {
      hit(this.#cut, found.line, found.offset);
      message.leniency &= ~(LENIENCY.bodyTooShort | LENIENCY.noEmptyLine);
      message.leniency |= LENIENCY.cutBySnapLength;
    }
    this.#messageLine = found.line;
    if (found.line === this.#noiseLine) this.#noise.count -= 1;
    const { envelope } = found;
    const id = envelope?.dialect.id ?? (found.isGlued ? GLUED : GENERIC);
    this.dialects.set(id, (this.dialects.get(id) ?? 0) + 1);
    if (envelope === null) this.signs.unannounced(found);
    message.frame = found.line;
    message.offset = found.offset + message.start - found.start;
    message.time = this.#timeOf(message, found);
    message.ipId = -1;
    message.ttl = -1;
    message.point = 0;
    this.#place(message, this.#factsOf(found, message));
  }

  /** What the envelope says; without one, what stands around the message, unless the message contradicts. */
  #factsOf({ envelope, prefixText, above }: Found, message: Message): Facts {
    if (envelope !== null && envelope.dialect.endsInFront !== true) return envelope.facts;
    const told = envelope === null ? toldEnds(prefixText, above) : toldEnds(envelope.before, []);
    const believed = told !== null && !contradicts(message, told) ? told : {};
    return envelope === null ? believed : { ...believed, ...envelope.facts };
  }

  #timeOf(message: Message, found: Found): number {
    this.#hintFrom(message);
    const clock = this.#clock.of(found);
    const { assumed } = this.timeline;
    const uptime = found.envelope?.facts.uptime;
    if (clock === null && uptime !== undefined) {
      assumed.add('uptime');
      return Math.round(Number(uptime) * 1_000_000);
    }
    if (clock === null) {
      assumed.add('no-clock');
      return Number.NaN;
    }
    if (this.#clock.isShared) assumed.add('time-from-row-above');
    if (this.#clock.isDayFromLog) assumed.add('date-from-log');
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
    const transport = transportOf(facts.transport) ?? viaTransport(message);
    const one = { message, ends, sent, transport };
    if (!this.#waiting.closed && this.#waits(one)) return;
    this.#handOn(one);
  }

  /** Whether the message has to wait until the log tells its host's own end. */
  #waits(one: Waiting): boolean {
    const { sent } = one;
    if (sent === undefined && this.#waiting.isEmpty) return false;
    const tells = sent !== undefined && this.#inference.tellsLocal(one);
    if (!tells && this.#waiting.take(one)) return true;
    this.#letIn(tells ? one : undefined);
    return false;
  }

  /** Hands on everyone who waits, now that `known` tells the host's own end. */
  #letIn(known?: Waiting): void {
    if (known !== undefined) this.#inference.learn(known);
    for (const one of this.#waiting.empty()) this.#handOn(one);
  }

  #handOn({ message, ends, sent, transport }: Waiting): void {
    const { from, to } = ends;
    if (from === null || to === null) {
      this.#inference.complete(message, ends, sent);
      this.timeline.assumed.add('addresses-inferred');
    } else this.#inference.remember(message, ends);
    message.inferred =
      (from === null && ends.from !== null ? 1 : 0) | (to === null && ends.to !== null ? 2 : 0);
    message.transport = transport;
    this.#sink.message(message, ends.from, ends.to);
  }
}

function place(host: string | undefined, port: string | undefined): Place | null {
  if (host === undefined) return null;
  return port === undefined
    ? placeOf(host)
    : placeOf(host.includes(':') && !host.includes('[') ? `[${host}]:${port}` : `${host}:${port}`);
}

function transportOf(text: string | undefined): Transport | undefined {
  if (text === undefined) return undefined;
  return TRANSPORTS.get(text) ?? TRANSPORTS.get(text.toLowerCase());
}

function viaTransport(message: Message): Transport {
  const match = /^SIP\s*\/\s*2\.0\s*\/\s*([A-Za-z]{2,4})/i.exec(field(message, 'Via') ?? '');
  return transportOf(match?.[1]) ?? 'unknown';
}
