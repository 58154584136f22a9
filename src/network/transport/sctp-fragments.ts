import { copyOf } from '../../capture/bytes.ts';
import { hit, type UnreadReason, type UnreadTally } from '../../model/unread.ts';
import type { Cursor } from '../cursor.ts';

/** Longest user message put together, bytes. */
const LONGEST_MESSAGE = 1_048_576;
/** Fragments, and bytes of them, held in all. */
const MAX_FRAGMENTS = 4096;
const MAX_HELD = 16_777_216;

interface Fragment {
  readonly bytes: Uint8Array;
  readonly beginning: boolean;
  readonly end: boolean;
  readonly frame: number;
  readonly offset: number;
}

/** Fragments of user messages: those of one message have consecutive sequence numbers (RFC 9260 §6.9). */
export class SctpFragments {
  readonly #fragments = new Map<string, Fragment>();
  readonly #incomplete: UnreadReason;
  #held = 0;

  constructor(unread: UnreadTally) {
    this.#incomplete = unread.reason('sctp-fragment-incomplete');
  }

  /** Keeps the fragment under the cursor; the whole message when this was its last missing piece. */
  take(
    cursor: Cursor,
    beginning: boolean,
    end: boolean,
    sequence: number,
    stream: number,
  ): Uint8Array | undefined {
    const flow = flowKey(cursor, stream);
    const bytes = copyOf(cursor.bytes, cursor.start, cursor.end);
    const offset = cursor.base + cursor.start;
    this.#remove(flow, sequence);
    this.#fragments.set(fragmentKey(flow, sequence), {
      bytes,
      beginning,
      end,
      frame: cursor.frame,
      offset,
    });
    this.#held += bytes.length;
    const whole = this.#assemble(flow, sequence);
    for (const [key, fragment] of this.#fragments) {
      if (this.#fragments.size <= MAX_FRAGMENTS && this.#held <= MAX_HELD) break;
      this.#giveUp(key, fragment);
    }
    return whole;
  }

  end(): void {
    for (const [key, fragment] of this.#fragments) this.#giveUp(key, fragment);
  }

  #assemble(flow: string, sequence: number): Uint8Array | undefined {
    let first = sequence;
    let length = 0;
    for (let at = this.#get(flow, first); ; at = this.#get(flow, first)) {
      if (at === undefined || length > LONGEST_MESSAGE) return undefined;
      length += at.bytes.length;
      if (at.beginning) break;
      first -= 1;
    }
    let last = sequence;
    for (let at = this.#get(flow, last); at?.end !== true; at = this.#get(flow, last)) {
      last += 1;
      const next = this.#get(flow, last);
      if (next === undefined || next.beginning || length > LONGEST_MESSAGE) return undefined;
      length += next.bytes.length;
    }
    const whole = new Uint8Array(length);
    let filled = 0;
    for (let number = first; number <= last; number += 1) {
      whole.set(this.#get(flow, number)!.bytes, filled);
      filled += this.#get(flow, number)!.bytes.length;
      this.#remove(flow, number);
    }
    return whole;
  }

  #get(flow: string, sequence: number): Fragment | undefined {
    return this.#fragments.get(fragmentKey(flow, sequence));
  }

  #remove(flow: string, sequence: number): void {
    const key = fragmentKey(flow, sequence);
    this.#held -= this.#fragments.get(key)?.bytes.length ?? 0;
    this.#fragments.delete(key);
  }

  #giveUp(key: string, fragment: Fragment): void {
    this.#fragments.delete(key);
    this.#held -= fragment.bytes.length;
    hit(this.#incomplete, fragment.frame, fragment.offset);
  }
}

function fragmentKey(flow: string, sequence: number): string {
  const number = sequence >>> 0;
  return flow + String.fromCharCode(number >>> 16, number & 0xffff);
}

function flowKey(cursor: Cursor, stream: number): string {
  let key = String.fromCharCode(cursor.sourcePort, cursor.destinationPort, stream);
  const { addressBytes, sourceAt } = cursor;
  for (let at = sourceAt; at < sourceAt + 2 * cursor.addressLength; at += 1) {
    key += String.fromCharCode(addressBytes[at]!);
  }
  return key;
}
