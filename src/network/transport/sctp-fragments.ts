import { copyOf } from '../../capture/bytes.ts';
import { hit, type UnreadReason, type UnreadTally } from '../../model/unread.ts';
import type { Cursor } from '../cursor.ts';

/** Longest user message put together, bytes. */
const LONGEST_MESSAGE = 1_048_576;
/** Fragments, and bytes of them, held in all. */
const MAX_FRAGMENTS = 4096;
const MAX_HELD = 16_777_216;

/** Where a fragment belongs. */
export interface FragmentPlace {
  readonly beginning: boolean;
  readonly end: boolean;
  /** Fragments of one message have consecutive numbers. */
  readonly sequence: number;
  readonly stream: number;
  /** Messages of one stream whose numbers are apart; 0 where they have common ones. */
  readonly message: number;
}

interface Fragment {
  readonly bytes: Uint8Array;
  readonly frame: number;
  readonly offset: number;
}

/** Fragments that follow each other without a hole. */
interface Run {
  readonly flow: string;
  first: number;
  last: number;
  begins: boolean;
  ends: boolean;
  bytes: number;
  readonly fragments: Fragment[];
}

/** Fragments of user messages in any order (RFC 9260 §6.9, RFC 8260 §2.2), a step each however many there are. */
export class SctpFragments {
  /** Runs by their first and by their last fragment, the oldest first. */
  readonly #starts = new Map<string, Run>();
  readonly #ends = new Map<string, Run>();
  readonly #known = new Set<string>();
  /** Fragments of messages that were put together lately. */
  readonly #done = new Set<string>();
  readonly #duplicate: UnreadReason;
  readonly #incomplete: UnreadReason;
  #held = 0;

  constructor(unread: UnreadTally) {
    this.#duplicate = unread.reason('sctp-fragment-duplicate');
    this.#incomplete = unread.reason('sctp-fragment-incomplete');
  }

  /** Keeps the fragment under the cursor; the whole message when this was its last missing piece. */
  take(cursor: Cursor, place: FragmentPlace): Uint8Array | undefined {
    const { beginning, end, sequence } = place;
    const flow = flowKey(cursor, place);
    const key = fragmentKey(flow, sequence);
    if (this.#known.has(key)) return undefined;
    this.#known.add(key);
    const bytes = copyOf(cursor.bytes, cursor.start, cursor.end);
    const fragment = { bytes, frame: cursor.frame, offset: cursor.base + cursor.start };
    this.#held += bytes.length;
    const left = beginning ? undefined : this.#ends.get(fragmentKey(flow, sequence - 1));
    const right = end ? undefined : this.#starts.get(fragmentKey(flow, sequence + 1));
    let run: Run = {
      flow,
      first: sequence,
      last: sequence,
      begins: beginning,
      ends: end,
      bytes: bytes.length,
      fragments: [fragment],
    };
    if (left !== undefined && !left.ends) run = this.#join(left, run);
    if (right !== undefined && !right.begins) run = this.#join(run, right);
    this.#starts.set(fragmentKey(flow, run.first), run);
    this.#ends.set(fragmentKey(flow, run.last), run);
    const whole = run.begins && run.ends ? this.#complete(run) : undefined;
    if (whole === undefined && run.bytes > LONGEST_MESSAGE) this.#giveUp(run);
    this.#makeRoom();
    return whole;
  }

  end(): void {
    for (const run of this.#starts.values()) this.#giveUp(run);
  }

  /** `a` and behind it `b`, as one run that is in neither map. */
  #join(a: Run, b: Run): Run {
    this.#unlink(a);
    this.#unlink(b);
    if (a.fragments.length >= b.fragments.length) {
      for (const fragment of b.fragments) a.fragments.push(fragment);
      a.last = b.last;
      a.ends = b.ends;
      a.bytes += b.bytes;
      return a;
    }
    b.fragments.unshift(...a.fragments);
    b.first = a.first;
    b.begins = a.begins;
    b.bytes += a.bytes;
    return b;
  }

  #complete(run: Run): Uint8Array {
    const whole = new Uint8Array(run.bytes);
    let filled = 0;
    for (const { bytes } of run.fragments) {
      whole.set(bytes, filled);
      filled += bytes.length;
    }
    for (let at = 0; at < run.fragments.length; at += 1) {
      this.#remember(fragmentKey(run.flow, run.first + at));
    }
    this.#forget(run);
    return whole;
  }

  #makeRoom(): void {
    while (this.#known.size > MAX_FRAGMENTS || this.#held > MAX_HELD) {
      const oldest = this.#starts.values().next().value;
      if (oldest === undefined) return;
      this.#giveUp(oldest);
    }
  }

  #giveUp(run: Run): void {
    this.#forget(run);
    for (const [at, { frame, offset }] of run.fragments.entries()) {
      const again = this.#done.has(fragmentKey(run.flow, run.first + at));
      hit(again ? this.#duplicate : this.#incomplete, frame, offset);
    }
  }

  #remember(key: string): void {
    this.#done.delete(key);
    this.#done.add(key);
    if (this.#done.size <= MAX_FRAGMENTS) return;
    const [oldest] = this.#done;
    if (oldest !== undefined) this.#done.delete(oldest);
  }

  #forget(run: Run): void {
    this.#unlink(run);
    this.#held -= run.bytes;
    for (let at = 0; at < run.fragments.length; at += 1) {
      this.#known.delete(fragmentKey(run.flow, run.first + at));
    }
  }

  #unlink(run: Run): void {
    this.#starts.delete(fragmentKey(run.flow, run.first));
    this.#ends.delete(fragmentKey(run.flow, run.last));
  }
}

function fragmentKey(flow: string, sequence: number): string {
  const number = sequence >>> 0;
  return flow + String.fromCharCode(number >>> 16, number & 0xffff);
}

function flowKey(cursor: Cursor, { stream, message }: FragmentPlace): string {
  const { sourcePort, destinationPort, addressBytes, sourceAt } = cursor;
  let key = String.fromCharCode(
    sourcePort,
    destinationPort,
    stream,
    message >>> 16,
    message & 0xffff,
  );
  for (let at = sourceAt; at < sourceAt + 2 * cursor.addressLength; at += 1) {
    key += String.fromCharCode(addressBytes[at]!);
  }
  return key;
}
