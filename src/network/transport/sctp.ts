import { u16be, u32be } from '../../capture/bytes.ts';
import { hit, type UnreadReason } from '../../model/unread.ts';
import type { Cursor } from '../cursor.ts';
import { DONE, IP_PROTOCOL } from '../keys.ts';
import type { Layer, LayerContext, LayerDefinition, PayloadSink } from '../layer.ts';
import { type FragmentPlace, SctpFragments } from './sctp-fragments.ts';

const COMMON_HEADER = 12;
const CHUNK_HEADER = 4;
const DATA = 0;
const DATA_HEADER = 16;
const IDATA = 64;
const IDATA_HEADER = 20;
const BEGINNING = 0x02;
const END = 0x01;
const UNORDERED = 0x04;
/** Keeps message 0 apart from DATA. */
const INTERLEAVED = 0x4000_0000;

/** SCTP, RFC 9260: user messages of DATA and I-DATA (RFC 8260) chunks, fragmented ones put together. */
export const sctp: LayerDefinition = {
  id: 'sctp',
  keys: [IP_PROTOCOL + 132],
  open: (context) => new SctpLayer(context),
};

class SctpLayer implements Layer {
  readonly #payloads: PayloadSink;
  readonly #segments: LayerContext['segments'];
  readonly #truncated: UnreadReason;
  readonly #wrong: UnreadReason;
  readonly #fragments: SctpFragments;

  constructor(context: LayerContext) {
    this.#payloads = context.payloads;
    this.#segments = context.segments;
    this.#truncated = context.unread.reason('sctp-truncated');
    this.#wrong = context.unread.reason('sctp-chunk-wrong');
    this.#fragments = new SctpFragments(context.unread);
  }

  peel(cursor: Cursor): number {
    const { bytes, end, wireEnd, base } = cursor;
    if (end - cursor.start < COMMON_HEADER) {
      hit(this.#truncated, cursor.frame, cursor.base + cursor.start);
      return DONE;
    }
    cursor.sourcePort = u16be(bytes, cursor.start);
    cursor.destinationPort = u16be(bytes, cursor.start + 2);
    let at = cursor.start + COMMON_HEADER;
    while (at + CHUNK_HEADER <= end) {
      const type = bytes[at]!;
      const length = u16be(bytes, at + 2);
      const header = type === DATA ? DATA_HEADER : type === IDATA ? IDATA_HEADER : CHUNK_HEADER;
      if (length < header || at + length > wireEnd) {
        hit(this.#wrong, cursor.frame, base + at);
        return DONE;
      }
      if (header > CHUNK_HEADER && at + header > end) break;
      if (header > CHUNK_HEADER) {
        // A payload sink may have moved them.
        cursor.bytes = bytes;
        cursor.base = base;
        cursor.start = at + header;
        cursor.wireEnd = at + length;
        cursor.end = Math.min(cursor.wireEnd, end);
        this.#data(cursor, type === DATA ? dataPlace(bytes, at) : interleavedPlace(bytes, at));
      }
      at += (length + 3) & ~3;
    }
    // The snap length cut here: what other chunks there were is not known.
    if (at < wireEnd && end < wireEnd) hit(this.#truncated, cursor.frame, base + at);
    return DONE;
  }

  end(): void {
    this.#fragments.end();
  }

  #data(cursor: Cursor, place: FragmentPlace): void {
    if (place.beginning && place.end) {
      cursor.settle('sctp');
      this.#payloads.payload(cursor);
      return;
    }
    this.#segments?.(cursor);
    const whole = this.#fragments.take(cursor, place);
    if (whole === undefined) return;
    cursor.base += cursor.start;
    cursor.bytes = whole;
    cursor.start = 0;
    cursor.end = cursor.wireEnd = whole.length;
    cursor.settle('sctp');
    this.#payloads.payload(cursor);
  }
}

/** DATA: the fragments of a message have consecutive transmission numbers. */
function dataPlace(bytes: Uint8Array, at: number): FragmentPlace {
  const flags = bytes[at + 1]!;
  return {
    beginning: (flags & BEGINNING) !== 0,
    end: (flags & END) !== 0,
    sequence: u32be(bytes, at + 4),
    stream: u16be(bytes, at + 8),
    message: 0,
  };
}

/** I-DATA: they are numbered within their message; the first has its protocol identifier in that place and is number 0. */
function interleavedPlace(bytes: Uint8Array, at: number): FragmentPlace {
  const place = dataPlace(bytes, at);
  const sequence = place.beginning ? 0 : u32be(bytes, at + 16);
  // Ordered and unordered messages have numbers of their own.
  const unordered = (bytes[at + 1]! & UNORDERED) === 0 ? 0 : 0x8000_0000;
  return { ...place, sequence, message: (u32be(bytes, at + 12) ^ unordered ^ INTERLEAVED) >>> 0 };
}
