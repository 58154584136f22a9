import { UnreadTally } from '../model/unread.ts';
import { CR, LF } from '../sip/bytes.ts';
import { base64Rows, type Base64Rows } from './base64-rows.ts';
import { Envelopes } from './envelope.ts';
import { Losses } from './losses.ts';
import type { MarkTable } from './marks.ts';
import { Frames } from './rewriting/frame.ts';
import type { Row } from './row.ts';
import { rowOf, Unwrapping } from './unwrapping.ts';

/** How much of a log is kept to be recognised by, in bytes. */
const MAX_HEAD = 1 << 16;

/**
 * Recognises a log in which no message was found by the envelopes at its beginning: it may announce messages and print them without a
 * start line, or not at all.
 */
export class Recognition {
  readonly #head = new Uint8Array(MAX_HEAD);
  #length = 0;

  push(chunk: Uint8Array): void {
    const room = MAX_HEAD - this.#length;
    if (room === 0) return;
    this.#head.set(chunk.subarray(0, room), this.#length);
    this.#length += Math.min(room, chunk.length);
  }

  /** The whole log, when it is no longer than what is kept. */
  get whole(): Uint8Array | null {
    return this.#length < MAX_HEAD ? this.#head.subarray(0, this.#length) : null;
  }

  /** Base64 at its beginning, null for none. */
  get base64(): Base64Rows | null {
    return base64Rows(this.#head.subarray(0, this.#length));
  }

  /** The dialect of most envelopes, if there are any. */
  dialect(marks: MarkTable): string | undefined {
    const counts = new Map<string, number>();
    const envelopes = new Envelopes(marks, new Frames(new UnreadTally()));
    const look = (one: Row): void => {
      const marked = envelopes.read(one.bytes, one.start, one.end)?.marked;
      if (marked === undefined || marked.pattern.weak === true) return;
      const { id } = marked.dialect;
      counts.set(id, (counts.get(id) ?? 0) + 1);
    };
    const unwrapping = new Unwrapping(new Losses(new UnreadTally()), {
      plain: look,
      unwrapped(text, row, stamp) {
        for (const one of text.split('\n')) look(rowOf(one, row, stamp));
      },
    });
    const bytes = this.#head.subarray(0, this.#length);
    for (let at = 0, line = 1; at < bytes.length; line += 1) {
      const feed = bytes.indexOf(LF, at);
      const end = feed < 0 ? bytes.length : feed;
      const tail = end > at && bytes[end - 1] === CR ? end - 1 : end;
      const row = {
        bytes,
        start: at,
        end: tail,
        cr: false,
        version: -1,
        line,
        offset: at,
        stamp: '',
      };
      unwrapping.row(row, true);
      at = end + 1;
    }
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  }
}
