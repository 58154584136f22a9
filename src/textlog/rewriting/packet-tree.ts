/** Rows of one packet that are looked at. */
const MAX_ROWS = 20_000;
/** Characters of a packet's messages that are kept. */
const MAX_TEXT = 1 << 20;
/** Blanks by which each level of the tree is indented. */
const LEVEL = 4;
const START = /^(?:Request|Status)-Line: (.*)$/;
/** A long value is cut, and its row says so in front (Wireshark 1 to 4.0) or behind the name. */
const CUT = /^\[truncated\] ?|^([\w-]{1,40}) \[truncated\](?=:)/;
const VERSION = ' SIP/2.0';
const RAW_START = /^(SIP\/2\.0 \d{3} .*|[A-Z]{3,20} \S+ SIP\/2\.0)\\r\\n$/;
/** `Media Attribute (a): ptime:20` */
const SDP_LINE = /^[A-Z][A-Za-z,/ -]{2,60} \(([a-z])\): ?(.*)$/;
/** Line ends at a row's end, printed as escapes. */
const ENDS = /(?:\\r)?\\n$|\\r$/;

/** What the rows of the level that is looked at are: header fields, lines of SDP or of text, the message in its own form. */
type Part = 'none' | 'header' | 'sdp' | 'text' | 'raw';

/**
 * The messages of one packet, out of a dissection tree as Wireshark prints it: of each branch the first level is the message, what is
 * deeper explains it. Bodies other than SDP and text are not printed in their own form, so they stay away.
 */
export class PacketTree {
  /** The rows of all messages so far. */
  readonly rows: string[] = [];
  /** A row of a message was cut. */
  isCut = false;
  #seen = 0;
  #length = 0;
  #part: Part = 'none';
  /** Indent of the start line, and of the rows that are looked at. */
  #root = 0;
  #level = 0;
  #inBody = false;
  #isCutRow = false;
  #isDissected = false;

  /** False when there are more rows than a packet has. */
  take(row: string): boolean {
    this.#seen += 1;
    const shown = row.trimStart();
    const text = shown.replace(CUT, '$1');
    // The note in front takes a blank of its own.
    const indent = (row.length - shown.length) & -2;
    this.#isCutRow = text !== shown;
    // An empty row ends the packet, and so does the next start line.
    if (text === '') this.#endHeader();
    else if (!this.#begins(text, indent) && this.rows.length > 0) this.#within(text, indent);
    return this.#seen <= MAX_ROWS;
  }

  #begins(text: string, indent: number): boolean {
    const dissected = START.exec(text)?.[1];
    // With the raw text shown too, the message is there twice.
    const raw = this.#isDissected ? undefined : RAW_START.exec(text)?.[1];
    const line = dissected ?? raw;
    if (line === undefined) return false;
    this.#endHeader();
    this.#isDissected = raw === undefined;
    this.#part = raw === undefined ? 'none' : 'raw';
    this.#root = indent;
    this.#level = indent;
    this.#inBody = false;
    const start = line.replace(ENDS, '');
    // What is cut off a Request-URI is lost, the version behind it is not.
    this.#add(this.#isCutRow && !start.endsWith(VERSION) ? start.trimEnd() + VERSION : start);
    return true;
  }

  #within(text: string, indent: number): void {
    if (this.#part === 'raw') {
      if (indent < this.#root) this.#part = 'none';
      else this.#add(text.replace(ENDS, ''));
    } else if (text === 'Message Header' && indent === this.#root) this.#enter('header', indent);
    else if (text === 'Session Description Protocol') this.#enterBody('sdp', indent);
    else if (text.startsWith('Line-based text data')) this.#enterBody('text', indent);
    else if (indent < this.#level) this.#part = 'none';
    else if (indent === this.#level && !text.startsWith('[')) this.#content(text);
  }

  #enter(part: Part, indent: number): void {
    this.#part = part;
    this.#level = indent + LEVEL;
  }

  #enterBody(part: Part, indent: number): void {
    this.#enter(part, indent);
    this.#endHeader();
  }

  #endHeader(): void {
    if (this.rows.length > 0 && !this.#inBody) this.#add('');
    this.#inBody = true;
  }

  #content(text: string): void {
    if (this.#part === 'sdp') {
      const [, letter, value] = SDP_LINE.exec(text) ?? [];
      if (letter !== undefined) this.#add(`${letter}=${value}`);
    } else if (this.#part !== 'none') this.#add(text.replace(ENDS, ''));
  }

  #add(row: string): void {
    this.isCut ||= this.#isCutRow;
    this.#length += row.length;
    if (this.#length <= MAX_TEXT) this.rows.push(row);
  }
}
