/** No packet makes the decoder throw or hang, and a payload lies inside its buffer. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Payload } from '../../src/model/packet.ts';
import { UnreadTally } from '../../src/model/unread.ts';
import { PacketDecoder } from '../../src/network/decoder.ts';
import { FactLog } from '../../src/network/facts/fact-log.ts';
import { LAYERS } from '../../src/network/layers.ts';
import { looksLikeSip } from '../../src/sip/read.ts';
import { asPacket, type Wire } from './packet-bytes.ts';
import { SAMPLES } from './samples.ts';

function decodeSafely(wires: readonly Wire[]): void {
  const check = (payload: Payload): void => {
    expect(payload.start).toBeGreaterThanOrEqual(0);
    expect(payload.start).toBeLessThanOrEqual(payload.end);
    expect(payload.end).toBeLessThanOrEqual(payload.bytes.length);
    expect(payload.missing).toBeGreaterThanOrEqual(0);
    expect(payload.sourceAt + payload.addressLength).toBeLessThanOrEqual(
      payload.addressBytes.length,
    );
    expect(payload.destinationAt + payload.addressLength).toBeLessThanOrEqual(
      payload.addressBytes.length,
    );
  };
  const open = new Set<number>();
  const decoder = new PacketDecoder({
    unread: new UnreadTally(),
    payloads: { payload: check },
    recognises: looksLikeSip,
    facts: new FactLog(new UnreadTally()),
    fragments: {
      fragment: () => undefined,
      completed: () => undefined,
      fragmentLoss(loss) {
        expect(loss.missing.length).toBeGreaterThan(0);
      },
    },
    streams: {
      open(flow) {
        open.add(flow.id);
      },
      data(flow, run) {
        expect(open.has(flow.id)).toBe(true);
        check(run);
      },
      gap(flow, length) {
        expect(open.has(flow.id)).toBe(true);
        expect(length).toBeGreaterThan(0);
      },
      close(flow) {
        expect(open.delete(flow.id)).toBe(true);
      },
    },
  });
  wires.forEach((wire, at) => decoder.packet(asPacket(wire, at + 1)));
  decoder.end();
  expect(open.size).toBe(0);
}

const change = fc.record({ at: fc.nat(200), value: fc.nat(255) });

describe('hostile packets', () => {
  it.each(SAMPLES.map((sample) => [sample.name, sample] as const))(
    '%s, changed and cut',
    (_, sample) => {
      fc.assert(
        fc.property(
          fc.array(fc.array(change, { maxLength: 5 }), { minLength: 1, maxLength: 6 }),
          fc.nat(300),
          (rounds, captured) => {
            const wires = rounds.map((changes) => {
              const bytes = sample.bytes.slice();
              for (const { at, value } of changes) bytes[at % bytes.length] = value;
              return { ...sample, bytes, captured: Math.min(captured, bytes.length) };
            });
            decodeSafely(wires);
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  it('random bytes on every link type', () => {
    const linkTypes = LAYERS.flatMap((layer) => layer.keys)
      .filter((key) => key >>> 16 === 1)
      .map((key) => key & 0xffff);
    fc.assert(
      fc.property(
        fc.constantFrom(...linkTypes),
        fc.uint8Array({ maxLength: 200 }),
        (linkType, bytes) => {
          decodeSafely([{ bytes, linkType }]);
        },
      ),
      { numRuns: 600 },
    );
  });
});
