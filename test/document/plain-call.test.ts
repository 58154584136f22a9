import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flow, toPayloads, type Trace } from '../../fixtures/dsl/index.ts';
import { SCENARIOS } from '../../fixtures/traces/index.ts';
import { Collector } from '../../src/call/collect.ts';
import { judge } from '../../src/call/judge.ts';
import { CollectedSurroundings } from '../../src/call/surroundings.ts';
import { BelowSip } from '../../src/diagnosis/below-sip.ts';
import { diagnose } from '../../src/diagnosis/engine.ts';
import { DEFAULT_THRESHOLDS, us } from '../../src/diagnosis/thresholds.ts';
import { callRowOf } from '../../src/document/call-row.ts';
import { plainCall } from '../../src/call/plain.ts';
import { attemptOf, plainAttempt } from '../../src/document/kpi-attempt.ts';
import { plainCallRow, plainPddMs } from '../../src/document/plain-call.ts';
import { SourceCalls } from '../../src/document/source-calls.ts';
import type { Message } from '../../src/sip/message.ts';
import { readPayload } from '../../src/sip/read.ts';

/** Holds the short way against the long one for every conversation; returns how many took the short way. */
function agreeing(trace: Trace, sourceOf: (at: number) => number = () => 0): number {
  const collector = new Collector();
  const surroundings = new CollectedSurroundings(collector);
  const payloads = toPayloads(trace);
  const whole = [{ first: payloads[0]?.time ?? 0, last: payloads.at(-1)?.time ?? 0 }];
  for (const source of new Set(payloads.map((_, at) => sourceOf(at))))
    surroundings.covers(source, whole);
  surroundings.focus(sourceOf(0), 0);
  for (const [at, payload] of payloads.entries()) {
    const message = readPayload(payload);
    if (message === null) continue;
    message.sender = collector.peers.sender(payload);
    message.receiver = collector.peers.receiver(payload);
    message.source = sourceOf(at);
    collector.add(message);
  }
  let plain = 0;
  for (const conversation of collector.conversations.each()) {
    const call = plainCall(collector.store, conversation, us(DEFAULT_THRESHOLDS['trying.late']));
    if (call === null) continue;
    if ((call.progress ?? call.answer) - call.invite >= us(DEFAULT_THRESHOLDS['pdd.notice']))
      continue;
    plain += 1;
    const messages = collector.messagesOf(conversation);
    const row = plainCallRow(call, messages[0] as Message, messages.at(-4) as Message);
    const results = judge(collector.messagesOf(conversation), surroundings);
    expect(results).toHaveLength(1);
    const [judged] = results;
    if (judged?.kind !== 'call') throw new Error('no call');
    const context = { surroundings, thresholds: DEFAULT_THRESHOLDS, below: new BelowSip() };
    expect(diagnose(judged, context)).toEqual([]);
    const judgedRow = callRowOf(judged, surroundings.captureEnd);
    expect(row).toEqual(judgedRow);
    expect(plainAttempt(call, plainPddMs(call))).toEqual(attemptOf(judged, judgedRow));
    const short = new SourceCalls();
    short.addPlain(call.sources);
    const long = new SourceCalls();
    long.add(messages, false);
    expect(short).toEqual(long);
  }
  return plain;
}

const PLAIN = flow`
  alice = 192.0.2.10 "Yealink SIP-T46U 108.86"
  gw = 203.0.113.9 "Asterisk PBX 20"
  alice -> gw INVITE sip:+84901234567@example.com with sdp
  +5ms gw -> alice 100
  +400ms gw -> alice 180
  +100ms gw -> alice 183 with sdp
  +3s gw -> alice 200 with sdp
  +10ms alice -> gw ACK
  +60s gw -> alice BYE
  +10ms alice -> gw 200
`;

describe('a plain call', () => {
  it('takes the short way, and the long one says the same', () => {
    expect(agreeing(PLAIN)).toBe(1);
  });

  it('takes it when files that were rotated cut it in two', () => {
    for (let cut = 1; cut < PLAIN.sightings.length; cut += 1) {
      expect(agreeing(PLAIN, (at) => (at < cut ? 0 : 1))).toBe(1);
    }
  });

  it('does not ring by a 183 that nobody can hear', () => {
    const silent = flow`
      alice = 192.0.2.10 "Yealink SIP-T46U 108.86"
      gw = 203.0.113.9 "Asterisk PBX 20"
      alice -> gw INVITE sip:+84901234567@example.com with sdp
      +5ms gw -> alice 183
      +2s gw -> alice 200 with sdp
      +10ms alice -> gw ACK
      +60s gw -> alice BYE
      +10ms alice -> gw 200
    `;
    expect(agreeing(silent)).toBe(1);
  });

  it('is one no longer when half of its session interval goes by without a refresh', () => {
    const timed = (interval: string, talk: string): Trace => flow`
      alice = 192.0.2.10 "Yealink SIP-T46U 108.86"
      gw = 203.0.113.9 "Asterisk PBX 20"
      alice -> gw INVITE sip:+84901234567@example.com with sdp
      +5ms gw -> alice 183
      +2s gw -> alice 200 with sdp
        Session-Expires: ${interval}
      +10ms alice -> gw ACK
      +${talk} gw -> alice BYE
      +10ms alice -> gw 200
    `;
    expect(agreeing(timed('1800;refresher=uas', '800s'))).toBe(1);
    expect(agreeing(timed('1800;refresher=uas', '901s'))).toBe(0);
    expect(agreeing(timed('60;refresher=uas', '40s'))).toBe(1);
    expect(agreeing(timed('60;refresher=uas', '46s'))).toBe(0);
  });

  it('is told like any other in every named trace', () => {
    let plain = 0;
    for (const { trace } of SCENARIOS) plain += agreeing(trace);
    expect(plain).toBeGreaterThanOrEqual(3);
  });

  it('is one no longer when a message is missing, comes twice, late or out of order', () => {
    const messages = PLAIN.sightings.length;
    fc.assert(
      fc.property(
        fc.array(fc.nat(messages - 1), { minLength: 3, maxLength: messages + 3 }),
        fc.array(fc.integer({ min: 0, max: 4_000_000 }), { minLength: 12, maxLength: 12 }),
        fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }),
        (picks, delays, sources) => {
          let time = PLAIN.sightings[0]?.time ?? 0;
          const sightings = picks.map((pick, at) => {
            const sighting = PLAIN.sightings[pick];
            if (sighting === undefined) throw new Error('no such message');
            time += delays[at] ?? 0;
            return { ...sighting, time };
          });
          agreeing({ ...PLAIN, sightings }, (at) => sources[at] ?? 0);
        },
      ),
      { numRuns: 400, seed: 1 },
    );
  });
});
