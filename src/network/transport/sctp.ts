import { u16be, u32be } from '../../capture/bytes.ts';
import { hit, type UnreadReason } from '../../model/unread.ts';
import type { Cursor } from '../cursor.ts';
import { DONE, IP_PROTOCOL } from '../keys.ts';
import type { Layer, LayerContext, LayerDefinition, PayloadSink } from '../layer.ts';
import { SctpFragments } from './sctp-fragments.ts';

const COMMON_HEADER = 12;
const CHUNK_HEADER = 4;
const DATA = 0;
const DATA_HEADER = 16;
const IDATA = 64;
const IDATA_HEADER = 20;
const BEGINNING = 0x02;
const END = 0x01;

/** SCTP, RFC 9260: user messages of DATA and I-DATA (RFC 8260) chunks, fragmented ones put together. */
export const sctp: LayerDefinition = {
  id: 'sctp',
  keys: [IP_PROTOCOL + 132],
  open: (context) => new SctpLayer(context),
};

class SctpLayer implements Layer {
  readonly #payloads: PayloadSink;
  readonly #truncated: UnreadReason;
  readonly #wrong: UnreadReason;
  readonly #fragments: SctpFragments;

  constructor(context: LayerContext) {
    this.#payloads = context.payloads;
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
      if (header > CHUNK_HEADER && at + header <= end) {
        // A payload sink may have moved them.
        cursor.bytes = bytes;
        cursor.base = base;
        cursor.start = at + header;
        cursor.wireEnd = at + length;
        cursor.end = Math.min(cursor.wireEnd, end);
        this.#data(
          cursor,
          bytes[at + 1]! & (BEGINNING | END),
          u32be(bytes, at + 4),
          u16be(bytes, at + 8),
        );
      }
      at += (length + 3) & ~3;
    }
    return DONE;
  }

  end(): void {
    this.#fragments.end();
  }

  #data(cursor: Cursor, place: number, sequence: number, stream: number): void {
    if (place === (BEGINNING | END)) {
      cursor.settle('sctp');
      this.#payloads.payload(cursor);
      return;
    }
    const whole = this.#fragments.take(
      cursor,
      place === BEGINNING,
      place === END,
      sequence,
      stream,
    );
    if (whole === undefined) return;
    cursor.base += cursor.start;
    cursor.bytes = whole;
    cursor.start = 0;
    cursor.end = cursor.wireEnd = whole.length;
    cursor.settle('sctp');
    this.#payloads.payload(cursor);
  }
}
