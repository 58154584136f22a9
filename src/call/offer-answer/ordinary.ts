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
/** What is known of a payload type. */
const OFFERED = 1;
const NAMED = 2;

/** Static payload types that fit into a mask; those above are no audio. */
const MASKED = 32;

/** By payload type of the description that is looked at. */
const payloads = new Uint8Array(128);

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
  if (skim(message) < 0) return 0;
  let mask = 0;
  for (let payload = 0; payload < MASKED; payload += 1) {
    if (payloads[payload] !== 0) mask |= 1 << payload;
  }
  return mask;
}

/** The bit of the codec that an ordinary answer prefers, if it is a static one; 0 for any other. */
export function answeredCodec(message: Message): number {
  const first = skim(message);
  return first >= 0 && first < MASKED ? 1 << first : 0;
}

/** The first payload type of the only audio line, -1 when anything is out of the ordinary. */
function skim(message: Message): number {
  const { bytes, end } = message;
  if (!message.hasBody) return -1;
  payloads.fill(0);
  if (!startsWith(bytes, message.bodyStart, VERSION)) return -1;
  const words = wordsOf(bytes);
  let rank = SESSION_RANK;
  let reached = 0;
  let seen = 0;
  let first = -1;
  let connected = false;
  for (let at = message.bodyStart; at < end;) {
    const type = bytes[at] as number;
    const place = rank[type & 127] as number;
    if (bytes[at + 1] !== 61 || place === 0 || place < reached) return -1;
    reached = place;
    seen |= bit(type);
    if (type === 109) {
      if (rank === MEDIA_RANK) return -1;
      rank = MEDIA_RANK;
      reached = 0;
      first = readAudio(bytes, at + 2);
      if (first < 0) return -1;
    } else if (type === 97) {
      if (!isHarmless(bytes, at + 2)) return -1;
      if (fourAt(bytes, at + 2) === RTPMAP) {
        const payload = numberAt(bytes, at + 9);
        if (payloads[payload] === OFFERED) payloads[payload] = NAMED;
      }
    } else if (type === 99) {
      if (!isReachable(message, at + 2)) return -1;
      connected = true;
    } else if (type === 111 && !isOrigin(bytes, at + 2)) return -1;
    at = findByte(bytes, words, at, end, LF) + 1;
  }
  return connected && (seen & NEEDED) === NEEDED && allNamed() ? first : -1;
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

/** `audio <port> RTP/AVP <payload types>`: marks the types, returns the first. */
function readAudio(bytes: Uint8Array, start: number): number {
  if (!startsWith(bytes, start, AUDIO)) return -1;
  let at = start + AUDIO.length;
  const port = numberAt(bytes, at);
  at = afterDigits(bytes, at);
  if (port < 1 || port > 65_535 || bytes[at] !== 32) return -1;
  if (!startsWith(bytes, at + 1, PROFILE)) return -1;
  at += 1 + PROFILE.length;
  let first = -1;
  while (isDigit(bytes[at])) {
    const payload = numberAt(bytes, at);
    if (payload > 127) return -1;
    payloads[payload] = OFFERED;
    if (first < 0) first = payload;
    at = afterDigits(bytes, at);
    if (bytes[at] === 32) at += 1;
  }
  return first;
}

/** Every dynamic payload type has its rtpmap. */
function allNamed(): boolean {
  for (let payload = FIRST_DYNAMIC; payload < 128; payload += 1) {
    if (payloads[payload] === OFFERED) return false;
  }
  return true;
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
