/** No false alarms: ten thousand generated calls of every shape, and nothing above info is said of any. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_START, merge, toPcap, type Trace } from '../../../fixtures/dsl/index.ts';
import { type HealthyCall, healthyCall, traceOf } from '../../../fixtures/healthy/call.ts';
import { diagnoseTrace } from '../../helpers/judge.ts';
import { reportOf } from '../../helpers/session.ts';

const CALLS = 10_000;
/** Calls of one capture, so that they surround each other: a busy ten minutes. */
const BATCH = 500;
const SPREAD_US = 600_000_000;
/** So many go through packets and the report too; for all, the rules alone are asked, which is faster. */
const WHOLE_CHAIN = 200;
/** Ten times what an idle machine needs. */
const TIMEOUT_MS = 60_000;

/** What was said of a conversation; the Call-ID is '' for what was said of the capture. */
interface Told {
  readonly callId: string;
  readonly alarms: readonly string[];
  readonly outcome: string | null;
}

function judgedAlone(trace: Trace): Told[] {
  return diagnoseTrace(trace).map(({ judged, findings }) => ({
    callId: judged.callId,
    alarms: findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule),
    outcome: judged.kind === 'call' ? judged.outcome : null,
  }));
}

function reported(trace: Trace): Told[] {
  const { calls, findings } = reportOf([toPcap(trace)], { calls: 'all' });
  const alarming = findings.filter(({ severity }) => severity !== 'info');
  const ofCapture = alarming
    .filter((finding) => finding.calls.length === 0)
    .map(({ rule, title }) => `${rule}: ${title}`);
  const told = calls.map(({ id, callIds: [callId = ''], outcome }) => ({
    callId,
    alarms: alarming.filter((finding) => finding.calls.includes(id)).map(({ rule }) => rule),
    outcome,
  }));
  return [...told, { callId: '', alarms: ofCapture, outcome: null }];
}

/** Healthy calls with a capture around them. */
interface Batch {
  readonly trace: Trace;
  readonly callOf: ReadonlyMap<string, HealthyCall>;
}

function batch(first: number, count: number): Batch {
  const callOf = new Map<string, HealthyCall>();
  const traces = Array.from({ length: count }, (_, at) => {
    const call = healthyCall(first + at);
    const start = DEFAULT_START + Math.round((at * SPREAD_US) / count);
    const trace = traceOf(call, first + at, start);
    for (const { callId } of trace.sightings) if (callId !== '') callOf.set(callId, call);
    return trace;
  });
  return { trace: merge(...traces), callOf };
}

function expectCalm({ callOf }: Batch, told: readonly Told[]): void {
  const wrong = told.flatMap(({ callId, alarms, outcome }) => {
    const call = callOf.get(callId);
    if (alarms.length === 0 && outcome === (call?.outcome ?? null)) return [];
    return [`${outcome} ${alarms.join(' ')} of ${call?.shape}:\n${call?.text}`];
  });
  expect(wrong).toEqual([]);
  const calls = new Set([...callOf.values()].filter(({ outcome }) => outcome !== null));
  const seen = told.filter(({ outcome }) => outcome !== null);
  expect(seen.length).toBeGreaterThanOrEqual(calls.size);
}

describe('healthy calls', { timeout: TIMEOUT_MS }, () => {
  const shapes = new Set<string>();
  for (let first = 0; first < CALLS; first += BATCH) {
    it(`${first} to ${first + BATCH - 1} raise no alarm and end as they should`, () => {
      const calls = batch(first, BATCH);
      for (const { shape } of calls.callOf.values()) shapes.add(shape);
      expectCalm(calls, judgedAlone(calls.trace));
    });
  }

  it('are of many shapes', () => {
    expect(shapes.size).toBeGreaterThan(90);
  });

  it('raise none in a report either', () => {
    const calls = batch(CALLS, WHOLE_CHAIN);
    expectCalm(calls, reported(calls.trace));
  });
});
