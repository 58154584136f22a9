import type { Dialect, Facts, Rewrite } from '../dialect.ts';
import { BARESIP_ENDS } from './baresip.ts';

const TAG = 'Baresip Lib: ';
/** Rows of other tags in a row before the block is given up. */
const MAX_FOREIGN = 16;
/** What one block may hold, in rows and in characters. */
const MAX_ROWS = 1000;
const MAX_TEXT = 1 << 18;
const SDP = /^[a-z]=/;
const LETTER = /^[a-z]$/;
/** What may be the first half of a field name, and a name that two pieces may make. */
const NAME = /^[A-Za-z][A-Za-z-]{0,30}$/;
const FIELD =
  /^(?:Via|From|To|Call-ID|CSeq|Contact|Max-Forwards|(?:Record-)?Route|User-Agent|Server|Allow|Supported|Require|Content-(?:Type|Length|Disposition)|(?:Proxy-)?Authorization|(?:WWW|Proxy)-Authenticate|(?:Session-)?Expires|Event|Subscription-State|Accept|Date|Reason|Refer-To|R?Ack|RSeq) ?:/i;

/**
 * baresip on Android, through logcat: what baresip writes comes in pieces, and each piece is a row, so a prefix does not mean a new
 * line. The time of day in baresip's own row is the better one; logcat's has the day.
 */
export const baresipLogcat: Dialect = {
  id: 'baresip-logcat',
  patterns: [
    {
      mark: TAG,
      row: /(?<date>\d\d-\d\d) (?<logged>\d\d:\d\d:\d\d\.\d{3}) +\d+ +\d+ [VDIWEF] Baresip Lib: (?<time>\d\d:\d\d:\d\d\.\d{3})?#\s*$/,
      read: ({ date = '', time }, { groups }): Facts => ({
        date,
        time: time ?? groups?.['logged'] ?? '',
      }),
    },
    { mark: TAG, row: new RegExp(BARESIP_ENDS), adds: true },
  ],
  rewrite: rejoined,
};

/** Puts the pieces of each line together: a row that begins no line goes on with the one before. */
function rejoined(): Rewrite {
  const text = new Rejoined();
  let foreign = 0;
  return (row) => {
    if (row === null) return text.take();
    const at = row.indexOf(TAG);
    foreign = at < 0 ? foreign + 1 : 0;
    if (at < 0) return foreign > MAX_FOREIGN ? false : null;
    if (!text.add(row.slice(at + TAG.length))) return false;
    return text.isFull ? text.take() : null;
  };
}

/** The lines of one message as they grow. */
class Rejoined {
  readonly #lines: string[] = [];
  #size = 0;
  /** A piece that ends a line or begins one: the next piece tells. */
  #doubtful = '';
  /** Bytes of the body still to come; NaN among the header fields. */
  #left = Number.NaN;
  #isSdp = false;

  get isFull(): boolean {
    return this.#lines.length > MAX_ROWS || this.#size > MAX_TEXT;
  }

  /** False when the message was over before this piece. */
  add(piece: string): boolean {
    this.#size += piece.length;
    const doubtful = this.#doubtful;
    this.#doubtful = '';
    const inBody = !Number.isNaN(this.#left);
    if (doubtful !== '' && this.#isLine(doubtful + piece)) {
      this.#begin(doubtful + piece);
      return true;
    }
    if (doubtful !== '') this.#goOn(doubtful);
    if (this.#left <= 0) return false;
    if (this.#lines.length > 0 && (inBody ? this.#isSdp && LETTER.test(piece) : NAME.test(piece))) {
      this.#doubtful = piece;
    } else if (this.#lines.length === 0 || this.#begins(piece, inBody)) this.#begin(piece);
    else this.#goOn(piece);
    return true;
  }

  take(): string[] {
    if (this.#doubtful !== '') this.#goOn(this.#doubtful);
    this.#doubtful = '';
    return this.#lines.splice(0);
  }

  #isLine(text: string): boolean {
    return Number.isNaN(this.#left) ? FIELD.test(text) : SDP.test(text);
  }

  #begins(piece: string, inBody: boolean): boolean {
    if (piece.trim() === '') return true;
    if (!inBody) return /^[A-Za-z][\w-]{0,40} ?:(?= |$)/.test(piece);
    // Of other bodies nothing tells where a line begins.
    return !this.#isSdp || SDP.test(piece);
  }

  #begin(line: string): void {
    this.#lines.push(line);
    if (!Number.isNaN(this.#left)) {
      if (line.startsWith('v=0')) this.#isSdp = true;
      this.#left -= line.length + 2;
    } else if (line.trim() === '' && this.#lines.length > 1) this.#left = bodyLength(this.#lines);
  }

  #goOn(piece: string): void {
    this.#lines[this.#lines.length - 1] += piece;
    if (!Number.isNaN(this.#left)) this.#left -= piece.length;
  }
}

/** Infinity when a body comes whose length nobody told. */
function bodyLength(lines: readonly string[]): number {
  const length = lines.find((line) => /^Content-Length ?: *\d/i.test(line));
  if (length !== undefined) return Number(/\d{1,7}/.exec(length)?.[0]);
  return lines.some((line) => /^Content-Type ?:/i.test(line)) ? Number.POSITIVE_INFINITY : 0;
}
