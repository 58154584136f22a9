import { describe, expect, it } from 'vitest';
import { PacketsInOrder } from '../../src/capture/packets-in-order.ts';
import type { Packet } from '../../src/model/packet.ts';

/** The packets that come out, by frame and content, for packets with these times that go in. */
function ordered(times: readonly number[], size = 10): { frames: number[]; early: number } {
  const frames: number[] = [];
  const sink = {
    packet({ bytes, start, end, frame }: Packet): void {
      expect(end - start).toBe(size);
      expect(bytes[start]).toBe(frame & 255);
      frames.push(frame);
    },
  };
  const order = new PacketsInOrder(sink);
  const bytes = new Uint8Array(size + 4);
  for (const [at, time] of times.entries()) {
    const frame = at + 1;
    bytes.fill(frame);
    const place = { start: 2, end: size + 2, wireLength: size, linkType: 1, interfaceId: 0 };
    order.packet({ ...place, bytes, time, frame, offset: 0 });
  }
  const early = frames.length;
  order.end();
  return { frames, early };
}

describe('packets of a small capture', () => {
  it('come in the order of their times, equal ones as they stood', () => {
    expect(ordered([5, 1, 4, 1, 9, 2, 3]).frames).toEqual([2, 4, 6, 7, 3, 1, 5]);
  });

  it('stay as they are where the clock was only set back', () => {
    expect(ordered([5, 6, 7, 1, 2, 3]).frames).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('stay as they are where two queues swapped a few neighbours', () => {
    const times = Array.from({ length: 200 }, (_, at) => (at % 60 === 1 ? at - 2 : at));
    expect(ordered(times).frames).toEqual(times.map((_, at) => at + 1));
  });
});

describe('a large capture', () => {
  it('is put in order at its beginning, and handed on from there', () => {
    const times = Array.from({ length: 50_000 }, (_, at) => (at ^ 1) + 1);
    const { frames, early } = ordered(times);
    expect(early).toBe(50_000);
    expect(frames.slice(0, 4)).toEqual([2, 1, 4, 3]);
    expect(frames.slice(-4)).toEqual([49_997, 49_998, 49_999, 50_000]);
  });

  it('of long packets is held by its bytes', () => {
    expect(ordered([1, 2, 3, 4, 5], 1 << 20).early).toBe(5);
  });
});
