import { ascii, COLON, CR, LF, matchesAt, SP, TAB } from './bytes.ts';
import { LENIENCY } from './leniency.ts';
import type { Message } from './message.ts';
import {
  readCallId,
  readContentLength,
  readCSeq,
  readFromTag,
  readToTag,
  readUserAgent,
  readVia,
} from './scan-values.ts';
import { findByte, word, wordsIn, wordsOf } from './words.ts';

/** The fields that grouping needs, by the bit that says "seen". */
const VIA = 1;
const FROM = 2;
const TO = 4;
const CALL_ID = 8;
const CSEQ = 16;
const CONTENT_LENGTH = 32;
const REASON = 64;
/** What calls are told apart by: read here, where the lines are looked at anyway. */
const USER_AGENT = 128;
/** May occur several times. */
const LISTS = VIA | REASON | USER_AGENT;
const NEEDED = VIA | FROM | TO | CALL_ID | CSEQ;

/** Reading a usual name looks at no byte beyond this. */
const LONGEST_NAME = 8;
const USUAL_VIA = word('Via:');
const USUAL_TO = word('To: ');
const USUAL_FROM = word('From');
const USUAL_CSEQ = word('CSeq');
const USUAL_CALL_ID = [word('Call'), word('-ID:')] as const;

interface Name {
  /** In lower case. */
  readonly text: Uint8Array;
  /** The usual spelling, when it is long enough to be compared by words. */
  readonly usual: ReturnType<typeof wordsIn>;
  readonly bit: number;
}

const NAMES: readonly { name: string; compact: string; bit: number }[] = [
  { name: 'Via', compact: 'v', bit: VIA },
  { name: 'From', compact: 'f', bit: FROM },
  { name: 'To', compact: 't', bit: TO },
  { name: 'Call-ID', compact: 'i', bit: CALL_ID },
  { name: 'CSeq', compact: '', bit: CSEQ },
  { name: 'Content-Length', compact: 'l', bit: CONTENT_LENGTH },
  { name: 'Reason', compact: '', bit: REASON },
  { name: 'User-Agent', compact: '', bit: USER_AGENT },
];

/** The names above by their first letter, in both cases: any other line is skipped after one look. */
const BY_LETTER: readonly (readonly Name[] | undefined)[] = Array.from(
  { length: 256 },
  (_, letter) => {
    const first = String.fromCharCode(letter).toLowerCase();
    const names = NAMES.flatMap(({ name, compact, bit }) => [
      { spelling: name, bit },
      { spelling: compact, bit },
    ]).filter(({ spelling }) => spelling.toLowerCase().startsWith(first));
    if (names.length === 0) return undefined;
    return names.map(({ spelling, bit }) => ({
      text: ascii(spelling.toLowerCase()),
      usual: spelling.length < 4 ? [] : wordsIn(spelling),
      bit,
    }));
  },
);

/**
 * Reads the header fields that grouping needs and finds the body, in one pass over the bytes (RFC 3261 §7.3, §18.3).
 * The start line has been read: `message.lineEnd` is set. Strict where it matters, and every leniency is flagged.
 */
export function scanHeaders(message: Message): void {
  const { bytes, end } = message;
  const words = wordsOf(bytes);
  let seen = 0;
  let leniency = message.leniency;
  let at = message.lineEnd + 1;
  if (message.lineEnd < end && bytes[message.lineEnd - 1] !== CR) leniency |= LENIENCY.bareLf;
  message.headersEnd = end;
  message.bodyStart = end;
  leniency |= LENIENCY.noEmptyLine;

  while (at < end) {
    const first = bytes[at] as number;
    if (first === LF || (first === CR && at + 1 < end && bytes[at + 1] === LF)) {
      message.headersEnd = at;
      message.bodyStart = first === LF ? at + 1 : at + 2;
      leniency &= ~LENIENCY.noEmptyLine;
      if (first === LF) leniency |= LENIENCY.bareLf;
      break;
    }
    // Most lines are of one name, spelled the usual way: no need to look for the colon.
    const usual = at + LONGEST_NAME < end ? usualField(words, at, words.getInt32(at, true)) : 0;
    let colon = at + (usual & 15);
    let lineEnd = findByte(bytes, words, colon, end, LF);
    if (usual === 0) colon = findByte(bytes, words, at, lineEnd, COLON);
    while (lineEnd + 1 < end && isSpaceOrTab(bytes[lineEnd + 1] as number)) {
      leniency |= LENIENCY.folding;
      lineEnd = findByte(bytes, words, lineEnd + 1, end, LF);
    }
    if (lineEnd < end && bytes[lineEnd - 1] !== CR) leniency |= LENIENCY.bareLf;
    if (usual > 15) {
      const found = usual >> 4;
      if ((seen & found) === 0) {
        seen |= found;
        leniency |= readValue(message, found, colon + 1, lineEnd);
      } else if (found !== VIA) leniency |= LENIENCY.repeatedField;
    } else if (colon >= lineEnd) leniency |= LENIENCY.lineWithoutColon;
    else if (BY_LETTER[first] !== undefined) {
      let nameEnd = colon;
      while (nameEnd > at && isSpaceOrTab(bytes[nameEnd - 1] as number)) nameEnd -= 1;
      const found = fieldBit(bytes, words, at, nameEnd);
      if (found !== 0) {
        if (nameEnd === at + 1) leniency |= LENIENCY.compactForm;
        if (nameEnd !== colon) leniency |= LENIENCY.spaceBeforeColon;
        if ((seen & found) === 0) {
          seen |= found;
          leniency |= readValue(message, found, colon + 1, lineEnd);
        } else if ((found & LISTS) === 0) leniency |= LENIENCY.repeatedField;
      }
    }
    at = lineEnd + 1;
  }

  if ((seen & NEEDED) !== NEEDED) leniency |= LENIENCY.fieldMissing;
  if ((seen & CONTENT_LENGTH) === 0) leniency |= LENIENCY.noContentLength;
  message.leniency = leniency;
  if (message.method === '') message.method = message.cseqMethod;
}

/**
 * The field of a line by its first four bytes, where name and colon are spelled the usual way: the bit above the lowest four
 * bits, which say where the colon is; 0 for any other line.
 */
function usualField(words: DataView, at: number, four: number): number {
  if (four === USUAL_VIA) return (VIA << 4) | 3;
  if (four === USUAL_TO) return (TO << 4) | 2;
  if (four === USUAL_FROM) return words.getUint8(at + 4) === COLON ? (FROM << 4) | 4 : 0;
  if (four === USUAL_CSEQ) return words.getUint8(at + 4) === COLON ? (CSEQ << 4) | 4 : 0;
  if (four !== USUAL_CALL_ID[0]) return 0;
  return words.getInt32(at + 4, true) === USUAL_CALL_ID[1] ? (CALL_ID << 4) | 7 : 0;
}

function readValue(message: Message, found: number, at: number, lineEnd: number): number {
  switch (found) {
    case VIA:
      return readVia(message, at, lineEnd);
    case FROM:
      return readFromTag(message, at, lineEnd);
    case TO:
      return readToTag(message, at, lineEnd);
    case CALL_ID:
      return readCallId(message, at, lineEnd);
    case CSEQ:
      return readCSeq(message, at, lineEnd);
    case USER_AGENT:
      readUserAgent(message, at, lineEnd);
      return 0;
    case REASON:
      message.hasReason = true;
      return 0;
    default:
      return readContentLength(message, at, lineEnd);
  }
}

/** The bit of the field whose name stands in [at, nameEnd), 0 for any other. */
function fieldBit(bytes: Uint8Array, words: DataView, at: number, nameEnd: number): number {
  const length = nameEnd - at;
  const candidates = BY_LETTER[bytes[at] as number] as readonly Name[];
  for (let index = 0; index < candidates.length; index += 1) {
    const { text, usual, bit } = candidates[index] as Name;
    if (text.length !== length) continue;
    if (usual.length > 0 && isSpelled(words, at, usual)) return bit;
    if (matchesAt(bytes, at, nameEnd, text)) return bit;
  }
  return 0;
}

function isSpelled(words: DataView, at: number, usual: Name['usual']): boolean {
  for (let index = 0; index < usual.length; index += 1) {
    const part = usual[index] as Name['usual'][number];
    if (words.getInt32(at + part.at, true) !== part.value) return false;
  }
  return true;
}

function isSpaceOrTab(byte: number): boolean {
  return byte === SP || byte === TAB;
}
