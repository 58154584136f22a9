import { CLOSING_SILENCE, isClosed } from '../call/closing.ts';
import { Collector } from '../call/collect.ts';
import type { Conversation } from '../call/conversation.ts';
import { type PlainCall, plainCall } from '../call/plain.ts';
import { PositionList } from '../call/position-list.ts';
import { CollectedSurroundings } from '../call/surroundings.ts';
import type { Judged } from '../call/types.ts';
import { BelowSip } from '../diagnosis/below-sip.ts';
import { thresholdsWith } from '../diagnosis/settings/limits.ts';
import { type Policy, policyOf } from '../diagnosis/settings/policy.ts';
import { selected } from '../diagnosis/settings/selection.ts';
import { type Thresholds, us } from '../diagnosis/thresholds.ts';
import { Estate } from '../document/estate.ts';
import type { AnalyzeOptions } from '../model/options.ts';
import type { TlsCrypto } from '../model/tls-crypto.ts';
import { UnreadTally } from '../model/unread.ts';
import type { Severity } from '../model/vocabulary.ts';
import type { Told } from '../model/watch-event.ts';
import { KeyLog } from '../network/tls/key-log.ts';
import type { Message } from '../sip/message.ts';
import { SourceReading } from '../source-reading.ts';
import { type Zone, zoneNamed } from '../textlog/time/zone.ts';
import { renewed } from './generation.ts';
import { LiveSource, LiveTarget } from './live-source.ts';
import { OpenConversations } from './open-conversations.ts';
import { Round } from './round.ts';
import { Telling } from './telling.ts';

/** Conversations and sources that were let go before the tables are made anew. */
const RENEW_CONVERSATIONS = 50_000;
const RENEW_SOURCES = 512;
/** Sources that were read to their end and are kept all the same: they tell that the capture went on. */
const KEPT_SOURCES = 256;
/** A conversation of more messages is let go: each new one would cost a look at all. */
const MAX_MESSAGES = 5000;
/** What is no call keeps its recent messages beyond this many. */
const ENDLESS = 200;

export interface LiveOptions extends AnalyzeOptions {
  /** Findings of less severity are not told; `warning` when nothing is said. */
  readonly severity?: Severity;
}

/** How far a watch has got. */
export interface LiveTotals {
  readonly sources: number;
  readonly messages: number;
  readonly calls: number;
  /** Findings that were told, and how many of them still wait for their outcome. */
  readonly told: number;
  readonly pending: number;
  /** Conversations that are being followed. */
  readonly open: number;
  /** Conversations that were let go before they were over, for want of room or because they had too many messages. */
  readonly letGo: number;
  /** What was seen and not read, by its reason. */
  readonly unread: ReadonlyMap<string, number>;
}

/**
 * An analysis of sources without an end: push bytes as they come, and each round tells what is new. Memory follows what is open; there is
 * no clock here but the one that is handed in, so tests bring their own.
 */
export class LiveSession {
  readonly #options: LiveOptions;
  readonly #thresholds: Thresholds;
  readonly #policy: Policy;
  readonly #estate: Estate;
  readonly #telling: Telling;
  readonly #keys = new KeyLog();
  readonly #crypto: TlsCrypto | undefined;
  readonly #logZone: Zone | undefined;
  readonly #open = new OpenConversations();
  #collector = new Collector();
  #surroundings = new CollectedSurroundings(this.#collector);
  #sources: LiveSource[] = [];
  /** How far the surroundings know each of them to have gone on, µs. */
  #covered: number[] = [];
  #opened = 0;
  #tooLong = 0;
  /** Of the sources and tables that are gone. */
  #before = { messages: 0, calls: 0, unread: new Map<string, number>() };

  /** @throws OptionsError for a rule, threshold or address that is none */
  constructor(options: LiveOptions, crypto?: TlsCrypto) {
    const { only, ...rest } = options;
    // What becomes of a call is told even when it is no longer one of those that were asked for.
    this.#options = rest;
    this.#crypto = crypto;
    if (options.logZone !== undefined) this.#logZone = zoneNamed(options.logZone) ?? undefined;
    if (options.keylog !== undefined) this.#keys.add(options.keylog);
    this.#thresholds = thresholdsWith(options.thresholds);
    this.#policy = policyOf(options.rules);
    this.#estate = new Estate(options.estate);
    this.#telling = new Telling(
      options.severity ?? 'warning',
      only === undefined ? [] : selected(only, 'only'),
    );
  }

  /** Begins a source: push its bytes, say when all there is was read, and end it when there will be no more. */
  open(path: string): LiveSource {
    const target = new LiveTarget(this.#collector);
    target.index = this.#sources.length;
    const source = new LiveSource(path, target);
    const { since, until } = this.#options;
    source.readBy(
      new SourceReading({
        index: target.index,
        path,
        unread: new UnreadTally(),
        since,
        until,
        target,
        keys: this.#keys,
        crypto: this.#crypto,
        logZone: this.#logZone,
        grows: true,
        onChunk: () => undefined,
      }),
    );
    this.#sources.push(source);
    this.#opened += 1;
    return source;
  }

  /** Looks at what has new messages and at what time alone has changed; returns what is new. */
  round(): Told[] {
    const due = this.#due();
    const told = due.size === 0 ? [] : this.#judge(due);
    for (const id of this.#open.surplus()) this.#letGo(id);
    if (this.#isDueForRenewal) this.#renew();
    return told;
  }

  /** Nothing has come from any source for so long that what stays away is not taken for missing any more. */
  get isSilent(): boolean {
    const followed = this.#sources.filter(({ hasEnded }) => !hasEnded);
    return followed.length > 0 && followed.every(({ isStalled }) => isStalled);
  }

  get totals(): LiveTotals {
    const { counts } = this.#collector;
    let messages = this.#before.messages;
    const unread = new Map(this.#before.unread);
    for (const source of this.#sources) {
      messages += source.messages;
      addUnread(unread, source);
    }
    let pending = 0;
    for (const id of this.#open.ids()) {
      for (const tale of this.#open.get(id)?.tales.values() ?? []) if (tale.pending) pending += 1;
    }
    return {
      sources: this.#opened,
      messages,
      calls: this.#before.calls + counts.inviteCallIds,
      told: this.#telling.told,
      pending,
      open: this.#open.size,
      letGo: this.#open.crowdedOut + this.#tooLong,
      unread,
    };
  }

  /** Conversations with new messages, and those whose time has come. */
  #due(): Set<number> {
    const surroundings = this.#surroundings;
    const ends = this.#sources.map(({ times }) => times.at(-1)?.last ?? Number.NaN);
    for (const [index, end] of ends.entries()) {
      // What belongs together is worked out anew after a change: most of the time most sources rest.
      if (Object.is(this.#covered[index], end)) continue;
      this.#covered[index] = end;
      surroundings.covers(index, this.#sources[index]?.times ?? []);
    }
    const clocks = ends.map((end, index) => surroundings.stretchEnd(index, end));
    const due = new Set(this.#open.due((source) => clocks[source] ?? Number.NaN));
    const { fresh, conversations } = this.#collector;
    for (const id of fresh) {
      conversations.at(id).fresh = false;
      due.add(id);
    }
    this.#collector.fresh = [];
    return due;
  }

  #judge(due: ReadonlySet<number>): Told[] {
    const below = new BelowSip();
    below.learn(
      this.#sources.map(({ read }) => read.facts),
      this.#collector.peers,
    );
    const round = new Round({
      options: this.#options,
      policy: this.#policy,
      thresholds: this.#thresholds,
      estate: this.#estate,
      collector: this.#collector,
      surroundings: this.#surroundings,
      below,
      sources: this.#sources,
    });
    const over: number[] = [];
    for (const id of due) {
      const conversation = this.#collector.conversations.at(id);
      if (conversation.count > 0 && this.#look(conversation, round)) over.push(id);
    }
    const told = this.#tell(round);
    // Not before the report is made: incidents read messages once more.
    for (const id of over) this.#letGo(id);
    return told;
  }

  /** Judges a conversation, and notes how it stands; true when it is over. */
  #look(conversation: Conversation, round: Round): boolean {
    const { store } = this.#collector;
    if (conversation.count > MAX_MESSAGES) {
      this.#tooLong += 1;
      return true;
    }
    const plain = this.#plain(conversation);
    if (plain !== null) return this.#lookAtPlain(conversation, plain);
    const messages = this.#collector.messagesOf(conversation);
    const last = messages.reduce((a, b) => (b.time >= a.time ? b : a));
    const clock = this.#surroundings.stretchEnd(last.source, last.time);
    const judged = round.judge(conversation, messages);
    const isOver = this.#isOver(conversation, judged, clock);
    if (!isOver) {
      const state = {
        source: last.source,
        last: last.time,
        bytes: messages.reduce((sum, { start, end }) => sum + end - start, 0),
        answered: conversation.answered,
      };
      this.#open.put(conversation.id, state, clock);
    }
    if (!isOver && clock - last.time > CLOSING_SILENCE) store.move(conversation, 'kept');
    else if (!conversation.hasInvite && conversation.count > ENDLESS) {
      this.#forgetOld(conversation, messages, clock);
    }
    return isOver;
  }

  /** A call that is over and went as calls should: it need not be judged. */
  #plain(conversation: Conversation): PlainCall | null {
    if (!conversation.answered || conversation.released) return null;
    if ((this.#open.get(conversation.id)?.tales.size ?? 0) > 0) return null;
    const thresholds = this.#thresholds;
    const late = us(thresholds['trying.late']);
    const call = plainCall(this.#collector.store, conversation, late);
    if (call === null) return null;
    const silent = us(Math.min(thresholds['pdd.notice'], thresholds['ring.silent']));
    return (call.progress ?? call.answer) - call.invite < silent ? call : null;
  }

  #lookAtPlain({ id }: Conversation, { over, source }: PlainCall): boolean {
    const clock = this.#surroundings.stretchEnd(source, over);
    if (clock - over > CLOSING_SILENCE) return true;
    this.#open.put(id, { source, last: over, bytes: 0, answered: true }, clock);
    return false;
  }

  #isOver(conversation: Conversation, judged: readonly Judged[], clock: number): boolean {
    const { lastTime, answered } = conversation;
    if (judged.every((one) => isClosed(one, clock))) return true;
    return this.#open.isForgotten({ last: lastTime, answered }, clock);
  }

  #tell(round: Round): Told[] {
    const all: Told[] = [];
    for (const { conversation, ...standing } of round.standings()) {
      const tales = this.#open.get(conversation)?.tales;
      const key = standing.row.start ?? '';
      const result = this.#telling.of(standing, tales?.get(key));
      if (result === null) continue;
      all.push(result.told);
      tales?.set(key, result.tale);
    }
    return all;
  }

  #letGo(id: number): void {
    const conversation = this.#collector.conversations.at(id);
    conversation.released = true;
    this.#collector.store.release(conversation);
    this.#open.delete(id);
  }

  #forgetOld(conversation: Conversation, messages: readonly Message[], clock: number): void {
    const { store } = this.#collector;
    const kept = new PositionList();
    for (const message of messages) {
      if (clock - message.time <= CLOSING_SILENCE) store.add(message, kept);
    }
    store.release(conversation);
    for (let index = 0; index < kept.count; index += 1) conversation.append(kept.placeOf(index));
  }

  get #isDueForRenewal(): boolean {
    const { size } = this.#collector.conversations;
    return size > 2 * this.#open.size + RENEW_CONVERSATIONS || this.#sources.length > RENEW_SOURCES;
  }

  /** Leaves behind what belongs to no open conversation. */
  #renew(): void {
    const ended = this.#sources.filter(({ hasEnded }) => hasEnded).slice(-KEPT_SOURCES);
    const needed = new Set(this.#sources.filter((one) => !one.hasEnded || ended.includes(one)));
    for (const id of this.#open.ids()) {
      for (const { source } of this.#collector.messagesOf(this.#collector.conversations.at(id))) {
        needed.add(this.#sources[source] as LiveSource);
      }
    }
    const kept = this.#sources.filter((one) => needed.has(one));
    const numbers = new Map(kept.map((one, index) => [one.target.index, index]));
    const sourceOf = (from: number): number => numbers.get(from) ?? 0;
    const ids = new Map<number, number>();
    const old = this.#collector;
    const collector = renewed(old, this.#open.ids(), {
      conversation: (from, to) => ids.set(from, to),
      source: sourceOf,
    });
    for (const source of this.#sources) if (!needed.has(source)) this.#leaveBehind(source);
    this.#before.calls += old.counts.inviteCallIds - collector.counts.inviteCallIds;
    this.#open.renumber(ids, sourceOf);
    this.#collector = collector;
    this.#surroundings = new CollectedSurroundings(collector);
    this.#covered = [];
    this.#sources = kept;
    for (const [index, { target }] of kept.entries()) {
      target.index = index;
      target.collector = collector;
    }
  }

  #leaveBehind(source: LiveSource): void {
    this.#before.messages += source.messages;
    addUnread(this.#before.unread, source);
  }
}

function addUnread(unread: Map<string, number>, source: LiveSource): void {
  for (const { reason, count } of source.read.describe().unread) {
    unread.set(reason, (unread.get(reason) ?? 0) + count);
  }
}
