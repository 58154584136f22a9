import type { PeerTable } from './call/peers.ts';
import type { AnalyzeOptions } from './model/options.ts';
import { OptionsError } from './model/options-error.ts';
import type { Endpoint } from './model/packet.ts';
import type { Report } from './model/report.ts';
import type { TlsCrypto } from './model/tls-crypto.ts';
import type { UnreadTally } from './model/unread.ts';
import type { SourceOutcome } from './read-source.ts';
import { hideFact } from './redact/facts.ts';
import { Redactor } from './redact/redactor.ts';
import { LeakSearch } from './redact/leaks/leak-search.ts';
import { leaked, RedactionError } from './redact/redaction-error.ts';
import { differences } from './redact/same-findings.ts';
import { Session } from './session.ts';
import { latin1 } from './sip/bytes.ts';
import { hashOf } from './sip/hash.ts';
import { Message, NOWHERE } from './sip/message.ts';
import type { MessageTarget, SourceReading } from './source-reading.ts';

/** A redacted report with what proves outputs of it. */
export interface Redacted {
  readonly report: Report;
  readonly leaks: LeakSearch;
  /** Knows every pseudonym. */
  readonly redactor: Redactor;
}

/** A session whose report is redacted, and compared with that of a plain one beside it. */
export class RedactingSession {
  readonly redactor: Redactor;
  readonly #plain: Session;
  readonly #hidden: Session;
  readonly #estateNames: readonly string[];
  readonly #onWarning: AnalyzeOptions['onWarning'];
  #leaks: LeakSearch | null = null;

  /** @throws OptionsError without a key or `crypto`, and as `Session` does */
  constructor(options: AnalyzeOptions, crypto: TlsCrypto | undefined) {
    const { redact } = options;
    if (redact === undefined || redact.key === '' || crypto === undefined) {
      throw new OptionsError('redact: no key', 'give a key: runs with the same one agree');
    }
    this.redactor = new Redactor(redact.key, crypto, { userAgents: redact.userAgents ?? false });
    this.#onWarning = options.onWarning;
    this.#estateNames = (options.estate ?? []).map(({ name }) => name);
    this.#plain = new Session({ ...options, messages: 'none' }, crypto);
    const quiet: AnalyzeOptions = { ...options, messages: this.#selected(options.messages) };
    this.#hidden = new Session({ ...quiet, onWarning: () => undefined }, crypto, (address) =>
      this.redactor.original(address),
    );
  }

  /** As `Session.open`; what is pushed there goes to both sessions. */
  open(path: string, unread?: UnreadTally): SourceReading {
    const hide = (outcome: SourceOutcome): SourceOutcome => hideOutcome(outcome, this.redactor);
    const followed = this.#hidden.follow({
      get isLog() {
        return reading.isLog;
      },
      get outcome() {
        return hide(reading.outcome);
      },
    });
    const reading: SourceReading = this.#plain.open(path, unread, {
      through: (plain) => new HidingTarget(plain, followed.target, this.redactor),
      chunk: (times) => followed.chunk(times),
    });
    return reading;
  }

  /**
   * The redacted report; call once.
   * @throws RedactionError when it does not say the same as the plain one, or holds an original identifier
   */
  report(partial = false): Report {
    const plain = this.#plain.report(partial);
    const hidden: Report = { ...this.#hidden.report(partial), redacted: true };
    const found = differences(plain, hidden);
    if (found.length > 0) {
      throw new RedactionError('the redacted report says something else', found);
    }
    if (this.redactor.originals.overflown) {
      throw new RedactionError('too much to prove', ['more identifiers than can be searched for']);
    }
    const leaks = this.leaks.inDocument(hidden);
    if (leaks.length > 0) throw leaked(leaks);
    this.#noteLimits();
    return hidden;
  }

  /** Searches outputs of the report for what it must not hold; call after `report`. */
  get leaks(): LeakSearch {
    return (this.#leaks ??= new LeakSearch(this.redactor.originals.searchable(), this.#kept()));
  }

  /** The same with what proves outputs of it. */
  redacted(partial = false): Redacted {
    const report = this.report(partial);
    return { report, leaks: this.leaks, redactor: this.redactor };
  }

  /** Both sessions have read the same. */
  get soFar(): Session['soFar'] {
    return this.#plain.soFar;
  }

  /** What the search could not tell. */
  #noteLimits(): void {
    const { ambiguous } = this.redactor.originals;
    const { excused } = this.leaks;
    const unsearched = ambiguous + excused;
    if (unsearched === 0) return;
    this.#onWarning?.(
      `${unsearched} of the hidden names were not searched for in the output: ${ambiguous} are pseudonyms of others as well, ${excused} stand in what is kept (User-Agent, codecs)`,
    );
  }

  /** What stays as it is: products, and the names that the user gave to addresses. */
  #kept(): string[] {
    return [...this.redactor.kept, ...this.#estateNames];
  }

  /** Call-IDs are given as the user knows them, or as an earlier redacted report wrote them. */
  #selected(messages: AnalyzeOptions['messages']): AnalyzeOptions['messages'] {
    if (typeof messages === 'string') return messages;
    return messages.flatMap((id) => [id, this.redactor.callId(id)]);
  }
}

/** Hands a message on as it is, and redacted. */
class HidingTarget implements MessageTarget {
  readonly peers: PeerTable;
  readonly #plain: MessageTarget;
  readonly #hidden: MessageTarget;
  readonly #redactor: Redactor;
  /** Every redacted message in turn, and the room for its bytes. */
  readonly #message = new Message(new Uint8Array(0), 0, 0);
  #room = new Uint8Array(0);
  readonly #ends = new Map<Endpoint, Endpoint>();

  constructor(plain: MessageTarget, hidden: MessageTarget, redactor: Redactor) {
    this.peers = plain.peers;
    this.#plain = plain;
    this.#hidden = hidden;
    this.#redactor = redactor;
  }

  add(message: Message): void {
    this.#plain.add(message);
    this.#hidden.add(this.#hide(message));
  }

  countLost(message: Message): void {
    this.#plain.countLost(message);
    this.#hidden.countLost(this.#hide(message));
  }

  /** Everything keeps its place, so that all offsets hold. */
  #hide(message: Message): Message {
    const hidden = Object.assign(this.#message, message);
    if (this.#room.length < message.bytes.length) this.#room = new Uint8Array(message.bytes.length);
    const bytes = this.#room;
    bytes.set(
      this.#redactor.message(message.bytes.subarray(message.start, message.end)),
      message.start,
    );
    hidden.bytes = bytes;
    hidden.callId = latin1(bytes, message.callIdAt, message.callIdEnd);
    hidden.callIdHash = hashOf(bytes, message.callIdAt, message.callIdEnd);
    hidden.branchHash = hashOf(bytes, message.branchAt, message.branchEnd);
    hidden.sender = this.#end(message.sender);
    hidden.receiver = this.#end(message.receiver);
    return hidden;
  }

  #end(plain: Endpoint): Endpoint {
    if (plain === NOWHERE) return NOWHERE;
    let end = this.#ends.get(plain);
    if (end === undefined) {
      end = this.#hidden.peers.named(this.#redactor.address(plain.address), plain.port);
      this.#ends.set(plain, end);
    }
    return end;
  }
}

/** What came of reading a source, without the names in it. */
function hideOutcome(outcome: SourceOutcome, redactor: Redactor): SourceOutcome {
  const { description, facts } = outcome;
  const path = redactor.sourceName(description.path);
  const { recognisedBy, dialects = {}, dialect = '' } = description;
  // A folder may be called like a dialect.
  for (const name of [dialect, ...Object.keys(dialects)]) redactor.kept.add(name);
  return {
    ...outcome,
    description: {
      ...description,
      path,
      ...(recognisedBy === undefined ? {} : { recognisedBy: recognisedBy.map(withoutContent) }),
    },
    facts: { ...facts, path, facts: facts.facts.map((fact) => hideFact(fact, redactor)) },
  };
}

/** The first bytes of what is no capture are content. */
function withoutContent<One extends { sign: string; of?: string | undefined }>(one: One): One {
  return one.sign === 'nothing-known' ? { ...one, of: '' } : one;
}
