import type { ClockDoubt } from '../model/clock-doubt.ts';
import type { Message } from '../sip/message.ts';
import type { Collector } from './collect.ts';
import type { Conversation } from './conversation.ts';
import { RecordView } from './record.ts';

/** What became of a log's times, µs. */
export interface Alignment {
  /** Added to times that no other source has. */
  readonly shift: number;
  /** Messages whose times were taken from another source. */
  readonly adopted: number;
  readonly first: number;
  readonly last: number;
}

const QUARTER_HOUR = 900_000_000;
const DAY = 96 * QUARTER_HOUR;
/** A zone is not farther than this from UTC. */
const MAX_ZONE = 56 * QUARTER_HOUR;
/** Times below stand for days and years that the log did not tell. */
const UNDATED = 730 * DAY;
/** Differences that are enough to tell a shift by. */
const ENOUGH = 1000;

/**
 * Gives logs without a date, a zone or a fine clock the times of the sources beside them that have the same messages, so that a call in a log
 * and in a capture is one call. `doubts` has the logs in question by source; all other sources are believed.
 */
export function alignClocks(
  collector: Collector,
  doubts: ReadonlyMap<number, ClockDoubt>,
): Map<number, Alignment> {
  const matches = new Matches(doubts);
  for (const conversation of shared(collector, doubts)) matches.look(collector, conversation);
  const found = new Map<number, Alignment>();
  if (matches.none) return found;
  const shifts = new Map(
    [...doubts].map(([source, doubt]) => [source, matches.shiftOf(source, doubt)]),
  );
  for (const source of doubts.keys()) {
    const shift = shifts.get(source) ?? 0;
    if (shift !== 0 || matches.adoptedBy(source) > 0) {
      found.set(source, { shift, adopted: matches.adoptedBy(source), first: NaN, last: NaN });
    }
  }
  retime(collector, doubts, matches, found);
  return found;
}

/** Where the same message stands in a log in question and in a source that is believed. */
class Matches {
  /** New times by the position of the record. */
  readonly times = new Map<number, number>();
  readonly #doubts: ReadonlyMap<number, ClockDoubt>;
  readonly #differences = new Map<number, number[]>();
  readonly #adopted = new Map<number, number>();

  constructor(doubts: ReadonlyMap<number, ClockDoubt>) {
    this.#doubts = doubts;
  }

  get none(): boolean {
    return this.times.size === 0 && this.#differences.size === 0;
  }

  adoptedBy(source: number): number {
    return this.#adopted.get(source) ?? 0;
  }

  /** The n-th of a message's copies in the log is the n-th in the other source. */
  look(collector: Collector, conversation: Conversation): void {
    const positions = positionsOf(collector, conversation);
    const messages = collector.messagesOf(conversation);
    const believed = new Map<string, { readonly source: number; readonly times: number[] }>();
    for (const message of messages) {
      if (this.#doubts.has(message.source)) continue;
      const key = keyOf(message);
      const known = believed.get(key);
      if (known === undefined) believed.set(key, { source: message.source, times: [message.time] });
      else if (known.source === message.source) known.times.push(message.time);
    }
    const seen = new Map<string, number>();
    for (const [index, message] of messages.entries()) {
      const doubt = this.#doubts.get(message.source);
      if (doubt === undefined) continue;
      const key = keyOf(message);
      const copy = `${message.source} ${key}`;
      const nth = seen.get(copy) ?? 0;
      seen.set(copy, nth + 1);
      const time = believed.get(key)?.times[nth];
      if (time !== undefined) this.#match(message, doubt, positions[index] as number, time);
    }
    collector.store.giveBack(messages);
  }

  #match({ source, time: own }: Message, doubt: ClockDoubt, position: number, time: number): void {
    const differences = this.#differences.get(source) ?? [];
    this.#differences.set(source, differences);
    if (Number.isFinite(own) && differences.length < ENOUGH) differences.push(time - own);
    if (!doubt.coarse) return;
    this.times.set(position, time);
    this.#adopted.set(source, this.adoptedBy(source) + 1);
  }

  /** Whole days, or quarters of an hour where the zone is not known either: what remains is how far two clocks were apart. */
  shiftOf(source: number, { day, zone, start }: ClockDoubt): number {
    const differences = this.#differences.get(source) ?? [];
    if (differences.length === 0 || (!day && !zone && !start)) return 0;
    differences.sort((a, b) => a - b);
    const median = differences[differences.length >> 1] as number;
    if (start) return median;
    const unit = zone ? QUARTER_HOUR : DAY;
    const shift = Math.round(median / unit) * unit;
    return day || Math.abs(shift) <= MAX_ZONE ? shift : 0;
  }
}

/** Conversations that a log in question shares with a source that is believed. */
function* shared(
  { conversations, store }: Collector,
  doubts: ReadonlyMap<number, ClockDoubt>,
): Iterable<Conversation> {
  const conversation = conversations.view();
  const record = new RecordView();
  for (let id = 0; id < conversations.size; id += 1) {
    conversations.show(conversation, id);
    let doubted = false;
    let believed = false;
    let position = conversation.last;
    for (let left = conversation.count; left > 0; left -= 1) {
      position = store.viewAt(position, record);
      if (doubts.has(record.source)) doubted = true;
      else if (Number.isFinite(record.time)) believed = true;
    }
    if (doubted && believed) yield conversation;
  }
}

/** Writes the new times into the records, and into what is known about their conversations. */
function retime(
  { conversations, store }: Collector,
  doubts: ReadonlyMap<number, ClockDoubt>,
  { times }: Matches,
  found: Map<number, Alignment>,
): void {
  const conversation = conversations.view();
  const record = new RecordView();
  for (let id = 0; id < conversations.size; id += 1) {
    conversations.show(conversation, id);
    let latest = Number.NEGATIVE_INFINITY;
    let changed = false;
    let position = conversation.last;
    for (let left = conversation.count; left > 0; left -= 1) {
      const at = position;
      position = store.viewAt(at, record);
      const alignment = found.get(record.source);
      if (alignment !== undefined) {
        const isShifted = isDated(doubts.get(record.source)) || record.time < UNDATED;
        const time = times.get(at) ?? (isShifted ? record.time + alignment.shift : record.time);
        changed ||= time !== record.time;
        record.time = time;
        found.set(record.source, including(alignment, time));
      }
      if (record.time > latest) latest = record.time;
    }
    if (changed) conversation.lastTime = latest;
  }
}

function isDated(doubt: ClockDoubt | undefined): boolean {
  return doubt?.day !== true && doubt?.start !== true;
}

function including(alignment: Alignment, time: number): Alignment {
  const { first, last } = alignment;
  if (time >= first && time <= last) return alignment;
  if (!Number.isFinite(time)) return alignment;
  return {
    ...alignment,
    first: time < first || Number.isNaN(first) ? time : first,
    last: time > last || Number.isNaN(last) ? time : last,
  };
}

/** Where the records of a conversation's messages are, in their order. */
export function positionsOf({ store }: Collector, { last, count }: Conversation): number[] {
  const positions = new Array<number>(count);
  const record = new RecordView();
  let position = last;
  for (let index = count - 1; index >= 0; index -= 1) {
    positions[index] = position;
    position = store.viewAt(position, record);
  }
  return positions;
}

/** The same for two sightings of one message, and for its retransmissions. */
export function keyOf({ status, method, cseq, branchHash, toTag }: Message): string {
  return `${status} ${method} ${cseq} ${branchHash} ${toTag}`;
}
