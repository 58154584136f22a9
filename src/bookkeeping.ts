import { CLOSING_SILENCE, dependsOnOthers, isClosed } from './call/closing.ts';
import type { Collector } from './call/collect.ts';
import type { Conversation } from './call/conversation.ts';
import { judge, piecesOf } from './call/judge.ts';
import type { Peer } from './call/peers.ts';
import { plainCall } from './call/plain.ts';
import { noteQuickRefusals } from './call/refusals.ts';
import { PositionList } from './call/position-list.ts';
import type { CollectedSurroundings } from './call/surroundings.ts';
import { inOrderOfTime } from './call/time-order.ts';
import type { Judged } from './call/types.ts';
import type { BelowSip } from './diagnosis/below-sip.ts';
import type { CaptureNotes } from './diagnosis/overall/notes.ts';
import type { Finding, RuleContext } from './diagnosis/rule.ts';
import type { Policy } from './diagnosis/settings/policy.ts';
import { settle } from './diagnosis/settle.ts';
import { type Thresholds, us } from './diagnosis/thresholds.ts';
import type { Recorder } from './document/recorder.ts';
import type { TimeSpan } from './model/time-span.ts';
import type { Message } from './sip/message.ts';

/** A capture with less than this of message bytes is judged whole, at its end. */
const FIRST_TIDY = 16 << 20;
/** New message bytes after which it is worth looking again for conversations that can go. */
const TIDY_EVERY = 16 << 20;
/** New message bytes that may be held; beyond, quiet conversations are moved together. */
const HELD_BYTES = 64 << 20;
/** A conversation that is no call and never pauses keeps only its recent messages beyond this many. */
const ENDLESS = 2000;

/**
 * Decides when conversations are judged: closed and healthy ones while reading, so that memory follows what is open or
 * wrong; all others once, at the end, when the whole capture is known.
 */
export class Bookkeeping {
  /** Messages that came after their call had been closed and let go. */
  late = 0;
  readonly #collector: Collector;
  readonly #surroundings: CollectedSurroundings;
  readonly #recorder: Recorder;
  readonly #policy: Policy;
  readonly #thresholds: Thresholds;
  readonly #context: RuleContext;
  readonly #notes: CaptureNotes;
  #next = FIRST_TIDY;

  constructor(
    collector: Collector,
    surroundings: CollectedSurroundings,
    recorder: Recorder,
    policy: Policy,
    thresholds: Thresholds,
    below: BelowSip,
    notes: CaptureNotes,
  ) {
    this.#collector = collector;
    this.#surroundings = surroundings;
    this.#recorder = recorder;
    this.#policy = policy;
    this.#thresholds = thresholds;
    this.#context = { surroundings, thresholds, below };
    this.#notes = notes;
  }

  /** Lets go what is closed and healthy, if enough has come together; `times`: when the source was on so far. */
  tidy(source: number, times: readonly TimeSpan[]): void {
    const { store } = this.#collector;
    if (store.added < this.#next) return;
    const clock = times.at(-1)?.last;
    if (clock === undefined) return;
    this.#next = store.added + TIDY_EVERY;
    this.#surroundings.covers(source, times);
    this.#surroundings.focus(source, clock);
    const full = store.newBytes > HELD_BYTES;
    const { conversations } = this.#collector;
    const conversation = conversations.view();
    this.#collector.fresh = this.#collector.fresh.filter((id) => {
      conversations.show(conversation, id);
      return this.#staysFresh(conversation, clock, full);
    });
  }

  /** Looks at a conversation with new messages: whether they have to stay where they are. */
  #staysFresh(conversation: Conversation, clock: number, full: boolean): boolean {
    if (clock - conversation.lastTime <= CLOSING_SILENCE) {
      // Not before it has doubled, so that each message is looked at a few times only.
      const most = Math.max(ENDLESS, 2 * conversation.trimmedTo);
      if (conversation.count > most && !conversation.hasInvite)
        this.#forgetOld(conversation, clock);
      return true;
    }
    if (conversation.refused || conversation.challenged)
      this.#collector.store.move(conversation, 'kept');
    else if (conversation.ended) this.#close(conversation, clock);
    else if (!conversation.answered) this.#collector.store.move(conversation, 'kept');
    else if (full) this.#collector.store.move(conversation, 'waiting');
    else return true;
    conversation.fresh = false;
    return false;
  }

  #close(conversation: Conversation, clock: number): void {
    const { store } = this.#collector;
    if (this.#recordPlain(conversation) || this.#recordHealthy(conversation, clock)) {
      conversation.released = true;
      store.release(conversation);
    } else store.move(conversation, 'kept');
  }

  /** Writes down a conversation that is over and has nothing wrong with it; false for every other one. */
  #recordHealthy(conversation: Conversation, clock: number): boolean {
    const messages = this.#collector.messagesOf(conversation);
    const healthy = this.#isHealthy(conversation, messages, clock);
    this.#collector.store.giveBack(messages);
    return healthy;
  }

  #isHealthy(conversation: Conversation, messages: readonly Message[], clock: number): boolean {
    // Of calls that share a Call-ID each has a horizon of its own, which the end settles.
    if (piecesOf(messages).length > 1) return false;
    const results = judge(messages, this.#surroundings);
    if (!results.every((judged) => isClosed(judged, clock) && !dependsOnOthers(judged))) {
      return false;
    }
    const diagnosed = results.map((judged) => ({
      judged,
      findings: this.#policy.grade(this.#policy.diagnose(judged, this.#context)),
    }));
    if (diagnosed.some(({ findings }) => findings.some(({ severity }) => severity !== 'info'))) {
      return false;
    }
    for (const { judged, findings } of diagnosed) {
      this.#record(judged, findings, clock, conversation);
    }
    return true;
  }

  /** Writes down a call that went as calls should, without a judgement; false for every other conversation. */
  #recordPlain(conversation: Conversation): boolean {
    if (conversation.released || !conversation.answered || this.#recorder.wantsAllMessages) {
      return false;
    }
    const collector = this.#collector;
    const call = plainCall(collector.store, conversation, us(this.#thresholds['trying.late']));
    if (call === null) return false;
    const { invite, progress, answer } = call;
    const silent = Math.min(this.#thresholds['pdd.notice'], this.#thresholds['ring.silent']);
    if ((progress ?? answer) - invite >= us(silent)) return false;
    const messages = this.#recorder.readsPlainCalls ? collector.messagesOf(conversation) : [];
    const { all } = collector.peers;
    const client = all[call.client] as Peer;
    const server = all[call.server] as Peer;
    this.#recorder.recordPlain(call, conversation.id, [client, server], messages);
    this.#notes.plain(call, client, server);
    collector.store.giveBack(messages);
    return true;
  }

  #record(
    judged: Judged,
    findings: readonly Finding[],
    captureEnd: number,
    conversation: Conversation,
  ): void {
    const mark = this.#recorder.record(judged, findings, captureEnd, conversation);
    if (judged.kind === 'registration') {
      this.#surroundings.registrations.learn(judged, conversation.id, mark);
    }
    this.#notes.conversation({
      judged,
      findings,
      mark: judged.kind === 'call' ? mark : null,
      other: judged.kind === 'call' ? null : mark,
      surroundings: this.#surroundings,
    });
  }

  #forgetOld(conversation: Conversation, clock: number): void {
    const { store } = this.#collector;
    const recent = this.#collector
      .messagesOf(conversation)
      .filter(({ time }) => clock - time <= CLOSING_SILENCE);
    const kept = new PositionList();
    for (const message of recent) store.add(message, kept);
    store.release(conversation);
    for (let index = 0; index < kept.count; index += 1) conversation.append(kept.placeOf(index));
    conversation.trimmedTo = kept.count;
  }

  /** Judges everything that is left; the capture is over. */
  finish(): void {
    noteQuickRefusals(this.#collector);
    // What calls ask about registrations must be known before.
    const ids = inOrderOfTime(this.#collector.conversations, this.#collector.store);
    this.#judgeRest(ids, false);
    this.#judgeRest(ids, true);
  }

  #judgeRest(ids: readonly number[], withInvite: boolean): void {
    const surroundings = this.#surroundings;
    for (const id of ids) {
      const conversation = this.#collector.conversations.at(id);
      if (conversation.hasInvite !== withInvite) continue;
      const { released } = conversation;
      if (this.#recordPlain(conversation)) continue;
      const messages = this.#collector.messagesOf(conversation);
      for (const piece of piecesOf(messages)) {
        const last = piece.messages.at(-1) as Message;
        surroundings.focus(last.source, last.time, piece.until);
        for (const judged of judge(piece.messages, surroundings)) {
          if (released && judged.kind === 'call' && judged.invite === null) {
            this.late += judged.messages.length;
            continue;
          }
          const findings = this.#policy.diagnose(judged, this.#context);
          settle(judged, findings, this.#context.below);
          this.#record(judged, this.#policy.grade(findings), surroundings.captureEnd, conversation);
        }
      }
      this.#collector.store.giveBack(messages);
    }
  }
}
