import { expect, test } from 'vitest';
import { flow } from '../../fixtures/dsl/index.ts';
import type { Call } from '../../src/call/types.ts';
import { callRowOf } from '../../src/document/call-row.ts';
import { judged } from '../helpers/judged.ts';

const MINUTE = 60_000_000;

test('a call that nobody answered took as long as its sender kept trying, however long the capture went on', () => {
  const trace = flow`
    alice = 192.0.2.10
    gw = 203.0.113.9
    alice -> gw INVITE sip:bob@example.com with sdp
    retransmit x3 A
  `;
  const [call] = judged(trace) as Call[];
  const row = callRowOf(call as Call, (trace.sightings[0]?.time ?? 0) + 17 * MINUTE);
  expect(row).toMatchObject({ outcome: 'failed-timeout', timing: { elapsedMs: 3500 } });
});

test('without a clock nothing took any time that could be told', () => {
  const trace = flow`
    alice = 192.0.2.10
    gw = 203.0.113.9
    alice -> gw INVITE sip:bob@example.com with sdp
    gw -> alice 486
  `;
  const sightings = trace.sightings.map((sighting) => ({ ...sighting, time: Number.NaN }));
  const [call] = judged({ ...trace, sightings }) as Call[];
  expect(callRowOf(call as Call, Number.NaN).timing.elapsedMs).toBeNull();
});
