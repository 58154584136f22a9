import { type Chain, NONE } from './store.ts';
import type { TextArena } from './text-arena.ts';

/**
 * Layout of a conversation's row, in 32-bit words; two words make a double. One row is one line of the processor's cache: every
 * message looks at one.
 */
const LAST = 0;
const COUNT = 1;
const FLAGS = 2;
const TRIMMED_TO = 3;
const LAST_TIME = 4;
/** Position and length of the Call-ID in its arena. */
const CALL_ID = 6;
const CALL_ID_LENGTH = 7;
/** Where the first messages are: most calls have no more, and need not be walked from one to the next. */
const PLACES = 8;
export const KNOWN_PLACES = 8;
export const ROW_WORDS = PLACES + KNOWN_PLACES;

const HAS_INVITE = 1 << 0;
const ANSWERED = 1 << 1;
const REFUSED = 1 << 2;
const ENDED = 1 << 3;
const FRESH = 1 << 4;
const RELEASED = 1 << 5;
const CHALLENGED = 1 << 6;

/** Rows that were allotted together. */
export interface RowPage {
  readonly words: Int32Array;
  readonly doubles: Float64Array;
}

/**
 * All messages of one Call-ID that are still needed: a view of its row; the messages themselves are in the store. `show` makes
 * it a view of another one.
 */
export class Conversation implements Chain {
  /** Number of the conversation, in the order in which they were first seen. */
  id = 0;
  readonly #callIds: TextArena;
  #words: Int32Array;
  #doubles: Float64Array;
  #row = 0;

  constructor(callIds: TextArena, page: RowPage) {
    this.#callIds = callIds;
    this.#words = page.words;
    this.#doubles = page.doubles;
  }

  show(id: number, { words, doubles }: RowPage, row: number): void {
    this.id = id;
    this.#words = words;
    this.#doubles = doubles;
    this.#row = row * ROW_WORDS;
  }

  /** Begins a row of zeros. */
  begin(callId: number, callIdLength: number): void {
    this.#words[this.#row + LAST] = NONE;
    this.#words[this.#row + CALL_ID] = callId;
    this.#words[this.#row + CALL_ID_LENGTH] = callIdLength;
  }

  get callId(): string {
    return this.#callIds.text(this.#get(CALL_ID), this.#get(CALL_ID_LENGTH));
  }

  /** Whether its Call-ID is bytes[start, end). */
  isCalled(bytes: Uint8Array, start: number, end: number): boolean {
    const length = this.#get(CALL_ID_LENGTH);
    return length === end - start && this.#callIds.holds(this.#get(CALL_ID), length, bytes, start);
  }

  /** Position of the newest message. */
  get last(): number {
    return this.#get(LAST);
  }

  get count(): number {
    return this.#get(COUNT);
  }

  append(position: number): void {
    const count = this.#get(COUNT);
    this.place(count, position);
    this.#words[this.#row + LAST] = position;
    this.#words[this.#row + COUNT] = count + 1;
  }

  clear(): void {
    this.#words[this.#row + LAST] = NONE;
    this.#words[this.#row + COUNT] = 0;
  }

  placeOf(index: number): number {
    return index < KNOWN_PLACES ? this.#get(PLACES + index) : NONE;
  }

  place(index: number, position: number): void {
    if (index < KNOWN_PLACES) this.#words[this.#row + PLACES + index] = position;
    if (index === this.#get(COUNT) - 1) this.#words[this.#row + LAST] = position;
  }

  /** Time of the latest message, µs. */
  get lastTime(): number {
    return this.#doubles[(this.#row + LAST_TIME) >> 1] as number;
  }
  set lastTime(time: number) {
    this.#doubles[(this.#row + LAST_TIME) >> 1] = time;
  }

  /** Messages that were left when the old ones were last let go. */
  get trimmedTo(): number {
    return this.#get(TRIMMED_TO);
  }
  set trimmedTo(count: number) {
    this.#words[this.#row + TRIMMED_TO] = count;
  }

  /** An INVITE, or a response to one, has been seen. */
  get hasInvite(): boolean {
    return this.#is(HAS_INVITE);
  }
  set hasInvite(is: boolean) {
    this.#set(HAS_INVITE, is);
  }

  /** A 2xx to an INVITE has been seen. */
  get answered(): boolean {
    return this.#is(ANSWERED);
  }
  set answered(is: boolean) {
    this.#set(ANSWERED, is);
  }

  /** An INVITE was refused with a code that may be a pattern across calls. */
  get refused(): boolean {
    return this.#is(REFUSED);
  }
  set refused(is: boolean) {
    this.#set(REFUSED, is);
  }

  /** The latest final response to an INVITE asked for credentials. */
  get challenged(): boolean {
    return this.#is(CHALLENGED);
  }
  set challenged(is: boolean) {
    this.#set(CHALLENGED, is);
  }

  /** The latest final response may have been its last word. */
  get ended(): boolean {
    return this.#is(ENDED);
  }
  set ended(is: boolean) {
    this.#set(ENDED, is);
  }

  /** It has messages that were not looked at since they came. */
  get fresh(): boolean {
    return this.#is(FRESH);
  }
  set fresh(is: boolean) {
    this.#set(FRESH, is);
  }

  /** It was judged, reported and released before; what follows are late messages. */
  get released(): boolean {
    return this.#is(RELEASED);
  }
  set released(is: boolean) {
    this.#set(RELEASED, is);
  }

  #get(word: number): number {
    return this.#words[this.#row + word] as number;
  }

  #is(flag: number): boolean {
    return (this.#get(FLAGS) & flag) !== 0;
  }

  #set(flag: number, is: boolean): void {
    const flags = this.#get(FLAGS);
    this.#words[this.#row + FLAGS] = is ? flags | flag : flags & ~flag;
  }
}
