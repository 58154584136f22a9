/** A flow of the fixture DSL through the real reader, collector, judge and rules: what a rule test asserts on. */
import type { Trace } from '../../fixtures/dsl/index.ts';
import { toPayloads } from '../../fixtures/dsl/index.ts';
import { Collector } from '../../src/call/collect.ts';
import { judge } from '../../src/call/judge.ts';
import { noteQuickRefusals } from '../../src/call/refusals.ts';
import { CollectedSurroundings } from '../../src/call/surroundings.ts';
import type { Call, Judged } from '../../src/call/types.ts';
import { BelowSip } from '../../src/diagnosis/below-sip.ts';
import { diagnose } from '../../src/diagnosis/engine.ts';
import type { Finding } from '../../src/diagnosis/rule.ts';
import { DEFAULT_THRESHOLDS, type Thresholds } from '../../src/diagnosis/thresholds.ts';
import type { RuleId } from '../../src/model/rule-args.ts';
import { readPayload } from '../../src/sip/read.ts';

/** One judged conversation and what the rules say about it. */
export interface Diagnosed {
  readonly judged: Judged;
  readonly findings: readonly Finding[];
}

/** The messages of a trace under their Call-IDs. */
export function collectTrace(trace: Trace): Collector {
  const collector = new Collector();
  for (const payload of toPayloads(trace)) {
    const message = readPayload(payload);
    if (message === null) continue;
    message.sender = collector.peers.sender(payload);
    message.receiver = collector.peers.receiver(payload);
    collector.add(message);
  }
  return collector;
}

/** Every conversation of a trace, in the order of its first message; `ask` runs the rules. */
export function diagnoseTrace(
  trace: Trace,
  thresholds: Partial<Thresholds> = {},
  ask = diagnose,
): Diagnosed[] {
  const collector = collectTrace(trace);
  const surroundings = new CollectedSurroundings(collector);
  const times = toPayloads(trace).map(({ time }) => time);
  surroundings.covers(0, [{ first: Math.min(...times), last: Math.max(...times) }]);
  surroundings.focus(0, 0);
  const judgeAll = (): Judged[] =>
    [...collector.conversations.each()].flatMap((conversation) =>
      judge(collector.messagesOf(conversation), surroundings),
    );
  noteQuickRefusals(collector);
  const below = new BelowSip();
  const context = { surroundings, thresholds: { ...DEFAULT_THRESHOLDS, ...thresholds }, below };
  const all = judgeAll();
  for (const [at, judged] of all.entries()) {
    if (judged.kind !== 'registration') continue;
    collector.population.registrations.learn(judged, at, { id: '' });
  }
  return all.map((judged) => ({ judged, findings: ask(judged, context) }));
}

export function callsOf(diagnosed: readonly Diagnosed[]): Call[] {
  return diagnosed.map(({ judged }) => judged).filter((judged) => judged.kind === 'call');
}

/** The findings of one rule over a whole trace. */
export function findingsOf<R extends RuleId>(
  trace: Trace,
  rule: R,
  thresholds: Partial<Thresholds> = {},
): Finding<R>[] {
  return diagnoseTrace(trace, thresholds)
    .flatMap(({ findings }) => findings)
    .filter((finding): finding is Finding<R> => finding.rule === rule);
}

/** Frame numbers of the messages that a finding shows. */
export function framesOf({ evidence }: Finding): number[] {
  return evidence.flatMap((proof) => (proof.kind === 'message' ? [proof.message.frame] : []));
}
