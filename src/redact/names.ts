import { hideDotted, hideIpv4, hideIpv6, isIpv4, isIpv6 } from './address.ts';
import { Memory } from './memory.ts';
import { digitCount, isNumber, isSpacedNumber, Numbers } from './numbers.ts';
import type { Originals } from './originals.ts';
import { isPlainWord, isProse } from './plain-words.ts';
import type { Scrambler } from './scrambler.ts';
import { trimmed } from './text.ts';

/** Addresses whose pseudonym is remembered. */
const MAX_ADDRESSES = 100_000;
/** Begins every branch of RFC 3261 (§8.1.1.7), and has to. */
const COOKIE = /^z9hG4bK/i;
/** In text that people wrote, shorter runs of digits are codes and counts; where every word may be a name, extensions have four. */
const LEAST_DIGITS_IN_PROSE = 5;
const LEAST_DIGITS = 4;
/** Shorter words of a sentence are no names that were met before. */
const LEAST_LETTERS = 4;
/** Names reserved for what is in no DNS (RFC 6761, RFC 2606). */
const NOWHERE: readonly string[] = ['localhost', 'invalid', 'local'];
/** A share or a version. */
const DECIMAL = /^\d{1,3}\.\d{1,3}$/;
/** Counters are found everywhere. */
const COUNTER = /^0+\d?$/;
/** A number as people write it, with blanks. */
const WRITTEN_NUMBER = /\+\d(?:[ .()-]{0,2}\d){6,17}/g;

/** What stands for each name; texts have one character a byte, and what comes out is as long as what went in. */
export class Names {
  /** … for telephone numbers. */
  readonly numbers: Numbers;
  readonly #scrambler: Scrambler;
  readonly #originals: Originals;
  readonly #addresses = new Memory<string>(MAX_ADDRESSES);

  constructor(scrambler: Scrambler, originals: Originals) {
    this.#scrambler = scrambler;
    this.numbers = new Numbers(scrambler);
    this.#originals = originals;
  }

  /** IPv4 or IPv6 address; anything else is taken for a host name. */
  address(text: string): string {
    return this.#literal(text) ?? this.host(text);
  }

  /** Null for what is no address. */
  #literal(text: string): string | null {
    const known = this.#addresses.get(text);
    if (known !== undefined) return known;
    const hide = isIpv4(text) ? hideIpv4 : isIpv6(text) ? hideIpv6 : null;
    if (hide === null) return null;
    return this.#addresses.set(text, this.#noted(text, hide(text, this.#scrambler)));
  }

  /** Each label by itself, so that hosts of one domain stay in one domain; the top-level domain stays. */
  host(text: string): string {
    const literal = this.#literal(text);
    if (literal !== null) return literal;
    if (/^[\d.]*$/.test(text)) {
      const made = hideDotted(text, this.#scrambler);
      // The beginning of an address is that of others too.
      return text.split('.').length < 4 ? made : this.#noted(text, made);
    }
    const labels = text.split('.');
    const top = topLabel(labels);
    const made = labels.map((label, at) => (at === top ? label : this.#word(label)));
    return this.#noted(text, made.join('.'));
  }

  /** Host with its port, as in a Via or URI. */
  hostPort(text: string): string {
    const [before, name, after] = trimmed(text);
    if (name.startsWith('[')) {
      const close = name.indexOf(']');
      const end = close < 0 ? name.length : close;
      return `${before}[${this.host(name.slice(1, end))}${name.slice(end)}${after}`;
    }
    const colon = name.indexOf(':');
    if (colon < 0 || name.includes(':', colon + 1)) return before + this.host(name) + after;
    const host = name.slice(0, colon).trimEnd();
    const port = name.slice(host.length);
    return (
      before + this.host(host) + (/^\s*:\s*\d*$/.test(port) ? port : this.strict(port)) + after
    );
  }

  number(text: string): string {
    return this.#noted(text, this.numbers.hide(text));
  }

  /** User part of a URI, or a user name: a number, an address or any name. */
  user(text: string): string {
    if (text === '' || isPlainWord(text)) return text;
    const literal = this.#literal(text);
    if (literal !== null) return literal;
    if (isNumber(text)) return this.number(text);
    // An escape stays one.
    const made = text
      .split(/(%[0-9a-f]{2})/i)
      .map((part, at) => (at % 2 === 1 ? part : this.#word(part)));
    return this.#noted(text, made.join(''));
  }

  /** `user@host`. */
  userAtHost(text: string): string {
    const at = text.lastIndexOf('@');
    if (at < 0) return this.user(text);
    return `${this.user(text.slice(0, at))}@${this.hostPort(text.slice(at + 1))}`;
  }

  callId(text: string): string {
    const at = text.indexOf('@');
    const made =
      at < 0
        ? this.#scrambler.word(text)
        : `${this.#scrambler.word(text.slice(0, at))}@${this.hostPort(text.slice(at + 1))}`;
    return this.#noted(text, made);
  }

  /** Tag, branch, nonce …: nobody's name, but others may have made it from one. */
  token(text: string): string {
    const cookie = COOKIE.exec(text)?.[0] ?? '';
    return cookie + this.#scrambler.word(text.slice(cookie.length));
  }

  /** What proves an identity or opens something: gone for good. */
  secret(text: string): string {
    return this.#noted(text, this.#scrambler.secret(text));
  }

  /** Words of a sentence that are names by their look, or were names before. */
  free(text: string): string {
    const written = text.replace(WRITTEN_NUMBER, (number) => this.number(number));
    return this.#lumps(written, LEAST_DIGITS_IN_PROSE, (word) => this.#metBefore(word));
  }

  /** The same where every word may be a name. */
  strict(text: string): string {
    return this.#lumps(text, LEAST_DIGITS, (word) => this.#scrambler.word(word));
  }

  /** Display name: its words, and the whole of it is an identifier. */
  display(text: string): string {
    const [before, name, after] = trimmed(text);
    if (isSpacedNumber(name)) return before + this.number(name) + after;
    return before + this.#noted(name, this.strict(name)) + after;
  }

  #word(text: string): string {
    return isPlainWord(text) ? text : this.#scrambler.word(text);
  }

  #metBefore(word: string): string {
    if (word.length < LEAST_LETTERS || isProse(word)) return word;
    const known = this.#originals.replacementOf(word);
    return known?.length === word.length ? inCaseOf(word, known) : word;
  }

  #lumps(text: string, leastDigits: number, other: (word: string) => string): string {
    // An escape stays one.
    return text.replace(/%[0-9a-f]{2}|[\w.+:@\u0080-\u00ff-]+/gi, (lump) => {
      if (lump.startsWith('%')) return lump;
      const at = lump.lastIndexOf('@');
      if (at > 0) {
        const scheme = /^(?:sips?|mailto|tel|xmpp|im|pres):/i.exec(lump)?.[0] ?? '';
        return scheme + this.userAtHost(lump.slice(scheme.length));
      }
      if (isIpv6(lump)) return this.address(lump);
      return lump.replace(/[^:@]+/g, (part) => this.#part(part, leastDigits, other));
    });
  }

  #part(part: string, leastDigits: number, other: (word: string) => string): string {
    const core = withoutStops(part);
    const rest = part.slice(core.length);
    if (core === '' || isPlainWord(core)) return part;
    if (isIpv4(core)) return this.address(core) + rest;
    if (DECIMAL.test(core)) return part;
    if (isNumber(core)) return (digitCount(core) < leastDigits ? core : this.number(core)) + rest;
    if (looksLikeHost(core)) return this.host(core) + rest;
    return other(core) + rest;
  }

  #noted(text: string, made: string): string {
    return COUNTER.test(text) ? made : this.#originals.note(text, made);
  }
}

/** Without the stops and dashes that end a sentence. */
function withoutStops(text: string): string {
  let end = text.length;
  while (end > 0 && '.-'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Labels, the last one of letters: not `2.0`, not `v1.2.3-rc1`. */
function looksLikeHost(text: string): boolean {
  return text.length <= 255 && /^(?:[\w-]+\.)+[a-z]{2,}$/i.test(text);
}

/** Index of the label that stays; a name may end in the root's dot. */
function topLabel(labels: readonly string[]): number {
  const last = labels.at(-1) === '' ? labels.length - 2 : labels.length - 1;
  const top = (labels[last] ?? '').toLowerCase();
  return last > 0 || NOWHERE.includes(top) ? last : -1;
}

/** Replacements are remembered in lower case. */
function inCaseOf(original: string, made: string): string {
  return Array.from(made, (char, at) => {
    const code = original.charCodeAt(at);
    return code >= 65 && code <= 90 ? char.toUpperCase() : char;
  }).join('');
}
