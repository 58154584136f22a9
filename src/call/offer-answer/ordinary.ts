import { isPrivate, isPrivateNet } from '../../sip/address-class.ts';
import { ascii, LF } from '../../sip/bytes.ts';
import type { Message } from '../../sip/message.ts';
import { findByte, wordsOf } from '../../sip/words.ts';

/** Lines of a description in their order, by letter (RFC 8866 §5): of the session, of its media. */
const SESSION_RANK = ranks('vosiuepcbtkam');
const MEDIA_RANK = ranks('micba');
const NEEDED = ascii('vost').reduce((bits, letter) => bits | bit(letter), 0);

/** First four letters of attributes that no rule has a question about. */
const HARMLESS: ReadonlySet<number> = new Set(
  ['rtpm', 'fmtp', 'ptim', 'maxp', 'send', 'rtcp', 'sile'].map(four),
);
const RTPMAP = four('rtpm');
const SEND = four('send');
const RTCP = four('rtcp');
const IN_IP = four('IN I');
const VERSION = ascii('v=0\r\n');
const AUDIO = ascii('audio ');
const PROFILE = ascii('RTP/AVP ');

const FIRST_DYNAMIC = 96;
/** Static payload types that are audio (RFC 3551 §6): one bit each. */
const STATIC = 32;

/** What the audio line of the description that is looked at offers, one bit a payload type; the dynamic ones count from 96. */
let statics = 0;
let dynamics = 0;
/** The bit of the first of them, 0 when it is a dynamic one. */
let preferred = 0;

/**
 * Whether the descriptions of an answered call are as they are in most calls: one audio line in plain RTP both ways, a
 * static codec that both have, addresses that fit. One pass over the bytes of each; only where it says no
 * is it worth reading them.
 */
export function isOrdinary(offer: Message, answer: Message): boolean {
  return (offeredCodecs(offer) & answeredCodec(answer)) !== 0 && sameFamily(offer, answer);
}

function sameFamily(a: Message, b: Message): boolean {
  return a.sender.address.includes(':') === b.sender.address.includes(':');
}

/** Mask of the static codecs that an ordinary offer has; 0 for any other. */
export function offeredCodecs(message: Message): number {
  return isOfUsualForm(message) ? statics : 0;
}

/** The bit of the codec that an ordinary answer prefers, if it is a static one; 0 for any other. */
export function answeredCodec(message: Message): number {
  return isOfUsualForm(message) ? preferred : 0;
}

/** Leaves the payload types behind. */
function isOfUsualForm(message: Message): boolean {
  connected = false;
  const media = readSession(message);
  if (media < 0) return false;
  const { bytes, end } = message;
  const withAddress = connected;
  if (!withAddress || !areKnown(bytes, media, end)) {
    connected = false;
    if (!readMedia(message, media) || !(connected || withAddress)) return false;
    if (!connected) rememberLines(bytes, media, end);
  }
  // Every dynamic payload type needs an rtpmap.
  return (dynamics & ~named) === 0;
}

/** Whether a connection line was read. */
let connected = false;
/** The dynamic payload types with an rtpmap, one bit each. */
let named = 0;

/** Where the lines below the first media line begin, which is audio; -1 when anything above is unusual. */
function readSession(message: Message): number {
  const { bytes, end } = message;
  if (!message.hasBody || !startsWith(bytes, message.bodyStart, VERSION)) return -1;
  const words = wordsOf(bytes);
  let reached = 0;
  let seen = 0;
  for (let at = message.bodyStart; at < end;) {
    const type = bytes[at] as number;
    const place = SESSION_RANK[type & 127] as number;
    if (bytes[at + 1] !== 61 || place === 0 || place < reached) return -1;
    reached = place;
    seen |= bit(type);
    const next = findByte(bytes, words, at, end, LF) + 1;
    if (type === 109) return (seen & NEEDED) === NEEDED && readAudio(bytes, at + 2) ? next : -1;
    if (type === 97 && !isHarmless(bytes, at + 2)) return -1;
    if (type === 99) {
      if (!isReachable(message, at + 2)) return -1;
      connected = true;
    } else if (type === 111 && !isOrigin(bytes, at + 2)) return -1;
    at = next;
  }
  return -1;
}

/** Whether the lines below the media line are as usual. */
function readMedia(message: Message, start: number): boolean {
  const { bytes, end } = message;
  const words = wordsOf(bytes);
  let reached = 0;
  named = 0;
  for (let at = start; at < end; at = findByte(bytes, words, at, end, LF) + 1) {
    const type = bytes[at] as number;
    const place = MEDIA_RANK[type & 127] as number;
    if (bytes[at + 1] !== 61 || place < reached || place <= 1) return false;
    reached = place;
    if (type === 97) {
      if (!isHarmless(bytes, at + 2)) return false;
      if (fourAt(bytes, at + 2) === RTPMAP) {
        const payload = numberAt(bytes, at + 9);
        if (payload >= FIRST_DYNAMIC) named |= 1 << (payload - FIRST_DYNAMIC);
      }
    } else if (type === 99) {
      if (!isReachable(message, at + 2)) return false;
      connected = true;
    }
  }
  return true;
}

/** Lines below a media line that were read before: each device has its own, and always the same. */
interface KnownLines {
  readonly text: DataView;
  readonly named: number;
}

const MAX_KNOWN = 8;
const MAX_KNOWN_BYTES = 512;
const known: KnownLines[] = [];
let oldest = 0;

function areKnown(bytes: Uint8Array, start: number, end: number): boolean {
  for (let index = 0; index < known.length; index += 1) {
    const lines = known[index] as KnownLines;
    if (lines.text.byteLength !== end - start || !isSame(lines.text, wordsOf(bytes), start))
      continue;
    ({ named } = lines);
    return true;
  }
  return false;
}

function rememberLines(bytes: Uint8Array, start: number, end: number): void {
  if (end - start < 4 || end - start > MAX_KNOWN_BYTES) return;
  known[oldest] = { text: wordsOf(bytes.slice(start, end)), named };
  oldest = (oldest + 1) % MAX_KNOWN;
}

function isSame(text: DataView, words: DataView, start: number): boolean {
  const last = text.byteLength - 4;
  for (let at = 0; at < last; at += 4) {
    if (text.getInt32(at) !== words.getInt32(start + at)) return false;
  }
  return text.getInt32(last) === words.getInt32(start + last);
}

/** `- 4711 4712 IN IP4 …`: session and version are numbers. */
function isOrigin(bytes: Uint8Array, start: number): boolean {
  let at = start;
  while ((bytes[at] as number) > 32) at += 1;
  for (let number = 0; number < 2; number += 1) {
    if (!isDigit(bytes[at + 1])) return false;
    at = afterDigits(bytes, at + 1);
    if (bytes[at] !== 32) return false;
  }
  return fourAt(bytes, at + 1) === IN_IP;
}

function isHarmless(bytes: Uint8Array, at: number): boolean {
  const word = fourAt(bytes, at);
  if (!HARMLESS.has(word)) return false;
  if (word === SEND) return bytes[at + 4] === 114;
  return word !== RTCP || bytes[at + 4] === 58;
}

/** `audio <port> RTP/AVP <payload types>`. */
function readAudio(bytes: Uint8Array, start: number): boolean {
  statics = dynamics = preferred = 0;
  if (!startsWith(bytes, start, AUDIO)) return false;
  let at = start + AUDIO.length;
  const port = numberAt(bytes, at);
  at = afterDigits(bytes, at);
  if (port < 1 || port > 65_535 || bytes[at] !== 32) return false;
  if (!startsWith(bytes, at + 1, PROFILE)) return false;
  at += 1 + PROFILE.length;
  const first = numberAt(bytes, at);
  while (isDigit(bytes[at])) {
    const payload = numberAt(bytes, at);
    if (payload < STATIC) statics |= 1 << payload;
    else if (payload < FIRST_DYNAMIC || payload > 127) return false;
    else dynamics |= 1 << (payload - FIRST_DYNAMIC);
    at = afterDigits(bytes, at);
    if (bytes[at] === 32) at += 1;
  }
  if (first < STATIC) preferred = 1 << first;
  return first >= 0;
}

/** `IN IP4 …` in the family of the signalling, and not a private address behind a public one. */
function isReachable({ bytes, sender }: Message, at: number): boolean {
  const isV6 = sender.address.includes(':');
  if (fourAt(bytes, at) !== IN_IP || bytes[at + 5] !== (isV6 ? 54 : 52)) return false;
  if (isV6) return ((bytes[at + 7] as number) | 32) !== 102 || isPrivate(sender.address);
  const net = netAt(bytes, at + 7);
  return net > 255 && (!isPrivateNet(net >> 8, net & 255) || isPrivate(sender.address));
}

/** The first two octets of an IPv4 address that ends the line, as one number; -1 when it is none. */
function netAt(bytes: Uint8Array, start: number): number {
  let at = start;
  let net = 0;
  for (let octet = 0; octet < 4; octet += 1) {
    const value = numberAt(bytes, at);
    if (value < 0 || value > 255) return -1;
    if (octet < 2) net = net * 256 + value;
    at = afterDigits(bytes, at);
    if (octet < 3 && bytes[at] !== 46) return -1;
    at += 1;
  }
  return bytes[at - 1] === 13 || bytes[at - 1] === 10 ? net : -1;
}

/** A decimal number, as far as it fits; -1 when there is none. */
function numberAt(bytes: Uint8Array, start: number): number {
  let value = -1;
  for (let at = start; isDigit(bytes[at]) && value < 1_000_000; at += 1) {
    value = Math.max(0, value) * 10 + (bytes[at] as number) - 48;
  }
  return value;
}

function afterDigits(bytes: Uint8Array, start: number): number {
  let at = start;
  while (isDigit(bytes[at])) at += 1;
  return at;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

function startsWith(bytes: Uint8Array, at: number, text: Uint8Array): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[at + index] !== text[index]) return false;
  }
  return true;
}

function fourAt(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] as number) << 24) |
    ((bytes[at + 1] as number) << 16) |
    ((bytes[at + 2] as number) << 8) |
    (bytes[at + 3] as number)
  );
}

function four(word: string): number {
  return fourAt(ascii(word), 0);
}

/** One bit for each letter. */
function bit(letter: number): number {
  return 1 << (letter & 31);
}

function ranks(letters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const [index, letter] of ascii(letters).entries()) table[letter] = index + 1;
  return table;
}
