import { hit, type UnreadReason } from '../../model/unread.ts';
import type { Cursor } from '../cursor.ts';
import { DONE, IP_PROTOCOL } from '../keys.ts';
import type { LayerContext } from '../layer.ts';
import { FragmentSet } from './fragment-set.ts';
import type { FragmentSink } from './fragment-sink.ts';

/** A datagram whose fragments do not arrive within this time is given up, µs (RFC 8200 §4.5). */
const PATIENCE = 60_000_000;
/** Within this time the fragments of a datagram that was put together are seen again; later its number is a new one's, µs. */
const REPEATED = 3_000_000;
/** Datagrams in work, and the bytes they hold, at most. */
const MAX_SETS = 4096;
const MAX_HELD = 16_777_216;

/** Puts the fragments of one IP version together: any order, overlaps, duplicates; bounded in time and memory. */
export class Reassembler {
  readonly #sets = new Map<string, FragmentSet>();
  readonly #sink: FragmentSink | undefined;
  readonly #incomplete: UnreadReason;
  readonly #cut: UnreadReason;
  readonly #wrong: UnreadReason;
  readonly #duplicate: UnreadReason;
  readonly #limit: UnreadReason;
  #held = 0;

  constructor(context: LayerContext) {
    this.#sink = context.fragments;
    this.#incomplete = context.unread.reason('ip-fragments-incomplete');
    this.#cut = context.unread.reason('ip-fragments-cut');
    this.#wrong = context.unread.reason('ip-fragment-wrong');
    this.#duplicate = context.unread.reason('ip-fragment-duplicate');
    this.#limit = context.unread.reason('ip-fragment-limit');
  }

  /** Takes a fragment; when it completes its datagram, `cursor` goes on as if that had arrived in one piece. */
  take(cursor: Cursor, id: number, offset: number, more: boolean): number {
    const key = fragmentKey(cursor, id);
    this.#sink?.fragment(offset === 0, key);
    let set = this.#sets.get(key);
    if (set === undefined || set.done || cursor.time - set.time > PATIENCE) {
      const repeat = set?.done === true && cursor.time - set.time <= REPEATED;
      if (set !== undefined) this.#giveUp(key, set);
      this.#makeRoom(cursor.time);
      set = new FragmentSet(cursor, id, repeat);
      this.#sets.set(key, set);
    }
    const before = set.held;
    if (!set.add(cursor, offset, !more)) {
      hit(this.#wrong, cursor.frame, cursor.base + cursor.start);
      return DONE;
    }
    this.#held += set.held - before;
    if (!set.complete) return DONE;
    this.#held -= set.held;
    const whole = set.take();
    this.#sink?.completed();
    // Locators go on pointing into the fragment that completed the datagram.
    cursor.base += cursor.start;
    cursor.bytes = whole;
    cursor.start = 0;
    cursor.end = cursor.wireEnd = whole.length;
    cursor.protocol = set.protocol;
    return IP_PROTOCOL + set.protocol;
  }

  end(): void {
    for (const [key, set] of this.#sets) this.#giveUp(key, set);
  }

  /** The oldest sets come first: a Map keeps the order of insertion. */
  #makeRoom(now: number): void {
    for (const [key, set] of this.#sets) {
      const full = this.#sets.size >= MAX_SETS || this.#held > MAX_HELD;
      const isYoung = now - set.time <= PATIENCE;
      if (!full && isYoung) return;
      this.#giveUp(key, set, isYoung);
    }
  }

  /** `forRoom`: its fragments may still come. */
  #giveUp(key: string, set: FragmentSet, forRoom = false): void {
    this.#sets.delete(key);
    this.#held -= set.held;
    if (set.done) return;
    if (set.repeat) {
      hit(this.#duplicate, set.firstFrame, set.firstOffset);
      return;
    }
    if (forRoom || set.overflowed) {
      hit(this.#limit, set.firstFrame, set.firstOffset);
      return;
    }
    if (set.wasCut) {
      hit(this.#cut, set.firstFrame, set.firstOffset);
      return;
    }
    hit(this.#incomplete, set.firstFrame, set.firstOffset);
    // Fragments that carry nothing, or were refused, are no loss of a message.
    if (set.hasBytes) this.#sink?.fragmentLoss(set.loss());
  }
}

/**
 * Identification and addresses. Not the place: seen at several places the fragments of one datagram complete each
 * other, and what is left over is a repeat, not a loss.
 */
function fragmentKey(cursor: Cursor, id: number): string {
  let key = String.fromCharCode(id >>> 16, id & 0xffff);
  const { addressBytes, sourceAt } = cursor;
  for (let at = sourceAt; at < sourceAt + 2 * cursor.addressLength; at += 2) {
    key += String.fromCharCode((addressBytes[at]! << 8) | addressBytes[at + 1]!);
  }
  return cursor.addressLength === 4 ? key + String.fromCharCode(cursor.protocol) : key;
}
