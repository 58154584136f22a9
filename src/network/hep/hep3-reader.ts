import { hit, type UnreadReason, type UnreadTally } from '../../model/unread.ts';
import type { Cursor } from '../cursor.ts';
import { Inflater } from '../inflate.ts';
import type { PayloadSink } from '../layer.ts';
import { inflateWrapped } from './wrapped.ts';
import { readHep3 } from './hep3-chunks.ts';

/** Takes HEP version 3 packets, from datagrams or streams, and hands on what they carry. */
export class Hep3Reader {
  readonly #payloads: PayloadSink;
  readonly #wrong: UnreadReason;
  readonly #nothing: UnreadReason;
  readonly #compressed: UnreadReason;
  readonly #inflater = new Inflater();

  constructor(payloads: PayloadSink, unread: UnreadTally) {
    this.#payloads = payloads;
    this.#wrong = unread.reason('hep-wrong');
    this.#nothing = unread.reason('hep-without-payload');
    this.#compressed = unread.reason('hep-compressed');
  }

  /** Reads the packet under the cursor. */
  read(cursor: Cursor): void {
    const { frame } = cursor;
    const offset = cursor.base + cursor.start;
    const content = readHep3(cursor);
    if (content === 'wrong') hit(this.#wrong, frame, offset);
    else if (content === 'nothing') hit(this.#nothing, frame, offset);
    else if (content === 'payload') this.#payloads.payload(cursor);
    else if (cursor.missing > 0 || !this.#inflate(cursor)) hit(this.#compressed, frame, offset);
    else this.#payloads.payload(cursor);
  }

  #inflate(cursor: Cursor): boolean {
    if (!inflateWrapped(this.#inflater, cursor.bytes, cursor.start, cursor.end)) return false;
    const { output } = this.#inflater;
    const { offset } = cursor;
    cursor.bytes = output;
    cursor.start = 0;
    cursor.end = cursor.wireEnd = output.length;
    cursor.base = offset;
    return true;
  }
}
