import { CLOSING_SILENCE, dependsOnOthers, isClosed } from './call/closing.ts';
import type { Collector } from './call/collect.ts';
import type { Conversation } from './call/conversation.ts';
import { isQuickRefusal } from './call/decline.ts';
import { judge } from './call/judge.ts';
import type { CollectedSurroundings } from './call/surroundings.ts';
import { diagnose } from './diagnosis/engine.ts';
import type { Thresholds } from './diagnosis/thresholds.ts';
import type { Recorder } from './document/recorder.ts';
import { calleeOf, callerOf } from './sip/party.ts';

/** Message bytes that may be held before closed healthy conversations are let go. */
const HELD_BYTES = 24 << 20;
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
  readonly #thresholds: Thresholds;
  #limit = HELD_BYTES;

  constructor(
    collector: Collector,
    surroundings: CollectedSurroundings,
    recorder: Recorder,
    thresholds: Thresholds,
  ) {
    this.#collector = collector;
    this.#surroundings = surroundings;
    this.#recorder = recorder;
    this.#thresholds = thresholds;
  }

  /** Lets go what is closed and healthy, if enough has come together; `clock` is the capture's, µs. */
  tidy(clock: number): void {
    if (this.#collector.heldBytes < this.#limit) return;
    this.#surroundings.covers(clock, clock);
    for (const conversation of this.#collector.conversations.values()) {
      if (conversation.count === conversation.judged) continue;
      if (clock - conversation.lastTime > CLOSING_SILENCE) this.#close(conversation, clock);
      else if (conversation.count > ENDLESS && !conversation.hasInvite) {
        this.#forgetOld(conversation, clock);
      }
    }
    this.#collector.compact();
    // What could not be let go will not go next time either: wait for as much again.
    this.#limit = HELD_BYTES + this.#collector.heldBytes;
  }

  #close(conversation: Conversation, clock: number): void {
    conversation.judged = conversation.count;
    const context = { surroundings: this.#surroundings, thresholds: this.#thresholds };
    const results = judge(this.#collector.messagesOf(conversation), this.#surroundings);
    if (!results.every((judged) => isClosed(judged, clock) && !dependsOnOthers(judged))) return;
    const diagnosed = results.map((judged) => ({ judged, findings: diagnose(judged, context) }));
    if (diagnosed.some(({ findings }) => findings.some(({ severity }) => severity !== 'info'))) {
      return;
    }
    for (const { judged, findings } of diagnosed) {
      this.#recorder.record(judged, findings, clock, conversation.released);
    }
    conversation.released = true;
    conversation.judged = 0;
    this.#collector.replace(conversation, []);
  }

  #forgetOld(conversation: Conversation, clock: number): void {
    const recent = this.#collector
      .messagesOf(conversation)
      .filter(({ time }) => clock - time <= CLOSING_SILENCE);
    this.#collector.replace(conversation, recent);
  }

  /** Judges everything that is left; the capture is over. */
  finish(): void {
    const surroundings = this.#surroundings;
    const context = { surroundings, thresholds: this.#thresholds };
    const remaining = [...this.#collector.conversations.values()].filter(({ count }) => count > 0);
    for (const conversation of remaining) {
      for (const judged of judge(this.#collector.messagesOf(conversation), surroundings)) {
        if (judged.kind !== 'call' || !isQuickRefusal(judged)) continue;
        const invite = judged.invite?.request;
        if (invite) this.#collector.population.sawQuickRefusal(callerOf(invite), calleeOf(invite));
      }
    }
    for (const conversation of remaining) {
      const { released } = conversation;
      for (const judged of judge(this.#collector.messagesOf(conversation), surroundings)) {
        if (released && judged.kind === 'call' && judged.invite === null) {
          this.late += judged.messages.length;
          continue;
        }
        const findings = diagnose(judged, context);
        this.#recorder.record(judged, findings, surroundings.captureEnd, released);
      }
    }
  }
}
