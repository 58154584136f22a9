import { latin1, latin1Bytes, utf8 } from '../sip/bytes.ts';
import { Dialled } from './dialled.ts';
import type { Hiding } from './hiding.ts';
import { hideMessage, hideStartLine } from './message.ts';
import { Names } from './names.ts';
import { Originals } from './originals.ts';
import { type KeyedHash, Scrambler } from './scrambler.ts';
import { hidePath } from './source-name.ts';

export interface RedactorOptions {
  /** User-Agent and Server too. */
  readonly userAgents: boolean;
}

/** Texts of User-Agent that are remembered as kept. */
const MAX_KEPT = 4096;

/** Puts pseudonyms in the place of identifiers. Two with the same key agree; what comes out is as long as what went in. */
export class Redactor {
  readonly originals = new Originals();
  /** What was left as it is although it may name something: products. */
  readonly kept = new Set<string>();
  readonly #scrambler: Scrambler;
  readonly #names: Names;
  readonly #dialled: Dialled;
  readonly #hiding: Hiding;

  constructor(key: string, hash: KeyedHash, { userAgents }: RedactorOptions) {
    this.#scrambler = new Scrambler(key, hash);
    this.#names = new Names(this.#scrambler, this.originals);
    this.#dialled = new Dialled(this.#names.numbers);
    this.#hiding = {
      names: this.#names,
      hideAgents: userAgents,
      onKept: (text) => {
        if (this.kept.size < MAX_KEPT) this.kept.add(text.trim());
      },
      depth: 0,
    };
  }

  /** A whole SIP message; as long as the original, so that Content-Length and framing hold. */
  message(bytes: Uint8Array): Uint8Array {
    const text = latin1(bytes, 0, bytes.length);
    this.#dialled.notice(text);
    return latin1Bytes(hideMessage(text, this.#hiding));
  }

  /** The first line of a message alone, as text. */
  startLine(text: string): string {
    return this.#asBytes(text, (line) => hideStartLine(line, this.#names));
  }

  /** IPv4 or IPv6 address, or a host name. */
  address(text: string): string {
    return this.#asBytes(text, (one) => this.#names.address(one));
  }

  callId(text: string): string {
    return this.#names.callId(text);
  }

  /** A text in which every word may be a name. */
  words(text: string): string {
    return this.#asBytes(text, (one) => this.#names.strict(one));
  }

  /** Path of a file: folders and names hidden, what says which kind of file it is stays. */
  sourceName(path: string): string {
    return this.#asBytes(path, (one) =>
      hidePath(one, (name) => this.originals.note(name, this.#scrambler.word(name))),
    );
  }

  /** The address that this text stands for, as far as it is known; the text itself when it stands for none. */
  original(made: string): string {
    return this.originals.originalOf(made) ?? made;
  }

  /** Texts have a character for each byte inside. */
  #asBytes(text: string, hide: (text: string) => string): string {
    const wide = new TextEncoder().encode(text);
    const made = latin1Bytes(hide(latin1(wide, 0, wide.length)));
    return utf8(made, 0, made.length);
  }
}
