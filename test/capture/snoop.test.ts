import { describe, expect, it } from 'vitest';
import { snoop } from '../../src/capture/snoop.ts';
import { concat, everySplit, readCapture, SECONDS, text, u32 } from './capture-bytes.ts';

function header(datalink = 4): Uint8Array {
  return concat(text('snoop\0\0\0'), u32(2), u32(datalink));
}

function record(data: string, wire = data.length, drops = 0): Uint8Array {
  const padding = -data.length & 3;
  return concat(
    u32(wire),
    u32(data.length),
    u32(24 + data.length + padding),
    u32(drops),
    u32(SECONDS),
    u32(42),
    text(data),
    new Uint8Array(padding),
  );
}

describe('snoop', () => {
  it('reads records, times and drops, however the input is cut', () => {
    const file = concat(header(), record('hello'), record('longer packet', 99, 7));
    expect(snoop.sniff(file)).toBe(true);
    const whole = readCapture(snoop, file);
    expect(whole.packets).toEqual([
      {
        data: 'hello',
        wireLength: 5,
        time: SECONDS * 1e6 + 42,
        linkType: 1,
        frame: 1,
        offset: 40,
        interfaceId: 0,
      },
      {
        data: 'longer packet',
        wireLength: 99,
        time: SECONDS * 1e6 + 42,
        linkType: 1,
        frame: 2,
        offset: 72,
        interfaceId: 0,
      },
    ]);
    expect(whole.facts).toMatchObject({ drops: 7, cut: 1 });
    for (const sizes of everySplit(file)) expect(readCapture(snoop, file, sizes)).toEqual(whole);
  });

  it.each([
    [8, 0xffff_ffff],
    [8, 20_000],
    [4, 0xffff_ffff],
  ])('finds the next record after one that cannot be, byte %i being %i', (at, value) => {
    const bad = record('hello');
    bad.set(u32(value), at);
    const file = concat(header(), record('a'), bad, record('b'), record('c'));
    const whole = readCapture(snoop, file);
    expect(whole.packets.map(({ data }) => data)).toEqual(['a', 'b', 'c']);
    expect(whole.unread).toEqual({ 'damaged-record': [1, 2, 44] });
    expect(whole.facts.unreadBytes).toBe(bad.length);
    for (const sizes of everySplit(file)) expect(readCapture(snoop, file, sizes)).toEqual(whole);
  });

  it('reports everything after damage that it cannot recover from', () => {
    const file = concat(header(), record('a'), new Uint8Array(300).fill(0xff));
    const { packets, unread, facts } = readCapture(snoop, file, [9]);
    expect(packets).toHaveLength(1);
    expect(unread).toEqual({ 'damaged-record': [1, 2, 44] });
    expect(facts.unreadBytes).toBe(300);
  });

  it('names a datalink type that it does not know', () => {
    const { packets, unread } = readCapture(snoop, concat(header(18), record('a')));
    expect(packets).toEqual([]);
    expect(unread).toEqual({ 'snoop-datalink-18': [1, 0, 0] });
  });

  it('reports a record cut at the end', () => {
    const file = concat(header(), record('hello')).subarray(0, 45);
    expect(readCapture(snoop, file).unread).toEqual({ 'truncated-record': [1, 1, 16] });
  });
});
