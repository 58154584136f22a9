import { AdoptedSource } from './adopted-source.ts';
import { Bookkeeping } from './bookkeeping.ts';
import { adoptEnds } from './call/adopt-ends.ts';
import { alignClocks } from './call/align.ts';
import { Collector } from './call/collect.ts';
import { CollectedSurroundings } from './call/surroundings.ts';
import { BelowSip } from './diagnosis/below-sip.ts';
import { diagnoseCapture } from './diagnosis/overall/capture-engine.ts';
import { manyOrphans } from './diagnosis/overall/links.ts';
import { CaptureNotes } from './diagnosis/overall/notes.ts';
import { thresholdsWith } from './diagnosis/settings/limits.ts';
import { type Policy, policyOf } from './diagnosis/settings/policy.ts';
import { selected } from './diagnosis/settings/selection.ts';
import type { Thresholds } from './diagnosis/thresholds.ts';
import { assemble } from './document/assemble.ts';
import { Estate } from './document/estate.ts';
import { Recorder } from './document/recorder.ts';
import type { ClockDoubt } from './model/clock-doubt.ts';
import type { AnalyzeOptions } from './model/options.ts';
import type { Report } from './model/report.ts';
import type { TimeSpan } from './model/time-span.ts';
import type { TlsCrypto } from './model/tls-crypto.ts';
import { UnreadTally } from './model/unread.ts';
import { VERSION } from './model/version.ts';
import { KeyLog } from './network/tls/key-log.ts';
import { ReadSource, type SourceOutcome } from './read-source.ts';
import { type MessageTarget, SourceReading } from './source-reading.ts';
import { type Zone, zoneNamed } from './textlog/time/zone.ts';

/** Stands between a source and its session. */
export interface Tap {
  /** Where the messages go that would go to `target`. */
  through(target: MessageTarget): MessageTarget;
  /** A chunk was read; when the source was on so far. */
  chunk(times: readonly TimeSpan[]): void;
}

/** What a session knows of a source. */
export interface SessionSource {
  readonly isLog: boolean;
  readonly outcome: SourceOutcome;
}

/** A session's side of a source that another session reads. */
export interface Followed {
  readonly target: MessageTarget;
  chunk(times: readonly TimeSpan[]): void;
}

/**
 * One analysis from bytes to the report, without any I/O of its own: open a source, push its bytes in chunks of any
 * size, end it; then ask for the report. Runs in Node and in a browser.
 */
export class Session {
  readonly #options: AnalyzeOptions;
  readonly #collector = new Collector();
  readonly #surroundings = new CollectedSurroundings(this.#collector);
  readonly #sources: SessionSource[] = [];
  readonly #recorder: Recorder;
  readonly #bookkeeping: Bookkeeping;
  readonly #thresholds: Thresholds;
  readonly #policy: Policy;
  readonly #estate: Estate;
  readonly #below = new BelowSip();
  readonly #notes = new CaptureNotes(this.#below);
  readonly #keys = new KeyLog();
  readonly #crypto: TlsCrypto | undefined;
  readonly #logZone: Zone | undefined;

  /**
   * Without `crypto` TLS is not decrypted. `named` gives the address that the estate knows for one of the report.
   * @throws OptionsError for a rule, threshold or address that is none
   */
  constructor(options: AnalyzeOptions, crypto?: TlsCrypto, named?: (address: string) => string) {
    const { only } = options;
    this.#options = only === undefined ? options : { ...options, only: selected(only, 'only') };
    this.#crypto = crypto;
    if (options.logZone !== undefined) this.#logZone = zoneNamed(options.logZone) ?? undefined;
    if (options.keylog !== undefined) this.#readKeys(options.keylog);
    this.#thresholds = thresholdsWith(options.thresholds);
    this.#policy = policyOf(options.rules);
    this.#estate = new Estate(options.estate, named);
    const isLog = (source: number): boolean => this.#sources[source]?.isLog ?? false;
    this.#recorder = new Recorder(
      isLog,
      options.messages,
      options.calls ?? 'all',
      (id) => this.#collector.conversations.at(id).callId,
      options.groups ?? true,
    );
    this.#bookkeeping = new Bookkeeping(
      this.#collector,
      this.#surroundings,
      this.#recorder,
      this.#policy,
      this.#thresholds,
      this.#below,
      this.#notes,
    );
  }

  /** Begins a source; push its decompressed bytes into what is returned and end it. */
  open(path: string, unread = new UnreadTally(), tap?: Tap): SourceReading {
    const index = this.#sources.length;
    const reading = new SourceReading({
      index,
      path,
      unread,
      ...this.#options,
      target: tap?.through(this.#collector) ?? this.#collector,
      keys: this.#keys,
      crypto: this.#crypto,
      logZone: this.#logZone,
      onChunk: () => {
        this.#bookkeeping.tidy(index, reading.times);
        tap?.chunk(reading.times);
      },
      // A reading holds buffers and tables: of a folder of thousands only what came of them stays.
      onEnd: () => {
        const { isLog, outcome } = reading;
        this.#sources[index] = { isLog, outcome };
      },
    });
    this.#sources.push(reading);
    return reading;
  }

  /** Begins a source that another session reads: hand its messages over, and say when a chunk was read. */
  follow(source: SessionSource): Followed {
    const index = this.#sources.length;
    this.#sources.push(source);
    return {
      target: this.#collector,
      chunk: (times) => this.#bookkeeping.tidy(index, times),
    };
  }

  /** Begins a source that is read elsewhere; hand what comes of it over in order. */
  adopt(): AdoptedSource {
    const index = this.#sources.length;
    const source = new AdoptedSource(index, this.#collector, (times) =>
      this.#bookkeeping.tidy(index, times),
    );
    this.#sources.push(source);
    return source;
  }

  #readKeys(text: string): void {
    this.#keys.add(text);
    const { size, forgotten } = this.#keys;
    if (size === 0) this.#options.onWarning?.('the key log has no TLS secrets in it');
    if (forgotten > 0) {
      this.#options.onWarning?.(
        `the key log has too many sessions: the first ${forgotten} are not used`,
      );
    }
  }

  /** Loss that shows only when everything has been judged, by responses without their requests. */
  #hedge(): void {
    const lossy = this.#below.sources.filter(
      (source) => manyOrphans(this.#notes.links, source) !== null,
    );
    if (lossy.length > 0) this.#recorder.hedge(new Set(lossy.map(({ index }) => index)));
  }

  /** What may be concluded from each capture, and what was noticed below SIP that no call was seen to suffer from. */
  #concludeCapture(): void {
    this.#hedge();
    const context = {
      surroundings: this.#surroundings,
      thresholds: this.#thresholds,
      below: this.#below,
    };
    const { captureRules, grade } = this.#policy;
    for (const found of grade(diagnoseCapture(this.#notes, context, captureRules))) {
      this.#recorder.recordCapture(found);
    }
  }

  /** Lets logs that do not tell their day, or not exactly, learn it from the sources beside them. */
  #alignClocks(sources: readonly ReadSource[]): void {
    const doubts = new Map<number, ClockDoubt>();
    for (const [index, { clockDoubt, messages }] of sources.entries()) {
      if (clockDoubt !== null && messages > 0) doubts.set(index, clockDoubt);
    }
    if (doubts.size === 0 || doubts.size === sources.length) return;
    for (const [index, alignment] of alignClocks(this.#collector, doubts)) {
      sources[index]?.aligned(alignment);
    }
  }

  /** Lets logs that do not name the ends of their messages learn them from the sources beside them. */
  #adoptEnds(sources: readonly ReadSource[]): void {
    const guessing = new Set<number>();
    for (const [index, { guessesEnds }] of sources.entries()) if (guessesEnds) guessing.add(index);
    if (guessing.size === 0 || sources.length < 2) return;
    for (const [index, adopted] of adoptEnds(this.#collector, guessing)) {
      sources[index]?.learntEnds(adopted);
    }
  }

  /** What reading has brought so far. */
  get soFar(): { readonly calls: number; readonly findings: number } {
    const { counts } = this.#collector;
    return { calls: counts.inviteCallIds, findings: this.#recorder.findings };
  }

  /** Judges what is left and puts the report together; call once. `partial`: the sources were not read to their end. */
  report(partial = false): Report {
    const sources = this.#sources.map(({ outcome }, index) => new ReadSource(index, outcome));
    this.#alignClocks(sources);
    this.#adoptEnds(sources);
    for (const [index, { times }] of sources.entries()) this.#surroundings.covers(index, times);
    this.#below.learn(
      sources.map(({ facts }) => facts),
      this.#collector.peers,
    );
    this.#bookkeeping.finish();
    this.#concludeCapture();
    const { left } = this.#surroundings.registrations;
    if (left > 0) {
      this.#options.onWarning?.(
        `${left} registrations were not followed: too many addresses, or too many bindings of one`,
      );
    }
    for (const bound of this.#notes.bounds()) this.#options.onWarning?.(bound);
    const { late } = this.#bookkeeping;
    if (late > 0) {
      this.#options.onWarning?.(
        `${late} messages came after their call was closed: counted, but not judged`,
      );
    }
    return assemble({
      version: VERSION,
      partial,
      options: this.#options,
      policy: this.#policy,
      estate: this.#estate,
      sources: sources.map((source) => source.describe()),
      counts: this.#collector.counts,
      callIds: this.#collector.callIds,
      duplicates: this.#recorder.duplicates,
      others: this.#recorder.others,
      records: this.#recorder.records,
      calm: this.#recorder.calm,
      kpis: this.#recorder.kpis,
      attempts: this.#recorder.attempts,
      sourceCalls: this.#recorder.sourceCalls,
      messagesOf: (id) => this.#collector.messagesOf(this.#collector.conversations.at(id)),
    });
  }
}
