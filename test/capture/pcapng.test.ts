import { describe, expect, it } from 'vitest';
import { pcapng } from '../../src/capture/pcapng/format.ts';
import {
  block,
  concat,
  enhancedBlock,
  everySplit,
  interfaceBlock,
  option,
  readCapture,
  SECONDS,
  sectionHeader,
  text,
  TICKS,
  u16,
  u32,
  u64,
} from './capture-bytes.ts';

const START = concat(sectionHeader(), interfaceBlock());

describe('pcapng', () => {
  it.each([true, false])('reads enhanced packets (little-endian: %s)', (little) => {
    const file = concat(
      sectionHeader(little),
      interfaceBlock({}, little),
      enhancedBlock({ data: text('hello') }, little),
      enhancedBlock({ data: text('cut short'), wire: 90, ticks: TICKS + 7n }, little),
    );
    expect(pcapng.sniff(file)).toBe(true);
    const whole = readCapture(pcapng, file);
    expect(whole.packets).toEqual([
      {
        data: 'hello',
        wireLength: 5,
        time: SECONDS * 1e6,
        linkType: 1,
        frame: 1,
        offset: 76,
        interfaceId: 0,
      },
      {
        data: 'cut short',
        wireLength: 90,
        time: SECONDS * 1e6 + 7,
        linkType: 1,
        frame: 2,
        offset: 116,
        interfaceId: 0,
      },
    ]);
    expect(whole.facts).toMatchObject({
      packets: 2,
      cut: 1,
      interfaces: 1,
      linkTypes: [1],
      drops: null,
    });
    expect(whole.unread).toEqual({});
    for (const sizes of everySplit(file)) expect(readCapture(pcapng, file, sizes)).toEqual(whole);
  });

  it('keeps link type, clock and number of each interface, section by section', () => {
    const file = concat(
      sectionHeader(true),
      interfaceBlock({ linkType: 1 }),
      interfaceBlock({ linkType: 113, resolution: 9 }),
      enhancedBlock({ data: text('a'), on: 1, ticks: TICKS * 1000n + 1999n }),
      sectionHeader(false),
      interfaceBlock({ linkType: 101, resolution: 3, offset: 100n }, false),
      enhancedBlock({ data: text('b'), on: 0, ticks: BigInt(SECONDS - 100) * 1000n }, false),
      enhancedBlock({ data: text('c'), on: 1 }, false),
    );
    const whole = readCapture(pcapng, file);
    expect(whole.packets.map((p) => [p.data, p.linkType, p.interfaceId, p.time])).toEqual([
      ['a', 113, 1, SECONDS * 1e6 + 1],
      ['b', 101, 2, SECONDS * 1e6],
    ]);
    expect(whole.unread).toEqual({ 'interface-unknown': [1, 3, expect.any(Number)] });
    expect(whole.facts).toMatchObject({ interfaces: 3, linkTypes: [1, 113, 101] });
    for (const sizes of everySplit(file)) expect(readCapture(pcapng, file, sizes)).toEqual(whole);
  });

  it('reads simple packets, cut by the snap length of the first interface', () => {
    const simple = (data: string, wire: number): Uint8Array =>
      block(3, concat(u32(wire, true), text(data)));
    const file = concat(
      sectionHeader(),
      interfaceBlock({ snap: 6 }),
      simple('whole', 5),
      simple('123456', 1000),
    );
    const { packets, facts } = readCapture(pcapng, file);
    expect(packets.map((p) => [p.data, p.wireLength])).toEqual([
      ['whole', 5],
      ['123456', 1000],
    ]);
    expect(facts).toMatchObject({ untimed: 2, cut: 1, firstTime: Number.NaN });
  });

  it('leaves times that no calendar reaches out of the span', () => {
    const at = (ticks: bigint): Uint8Array => enhancedBlock({ data: text('x'), ticks });
    const file = concat(START, at(TICKS), at(2n ** 64n - 1n), at(TICKS + 7n), at(TICKS));
    const { facts } = readCapture(pcapng, file);
    expect(facts).toMatchObject({
      packets: 4,
      untimed: 1,
      firstTime: SECONDS * 1e6,
      lastTime: SECONDS * 1e6 + 7,
      backwards: 1,
      backwardsFrame: 4,
    });
  });

  it('reads the obsolete packet block with its drops', () => {
    const old = (drops: number): Uint8Array =>
      block(
        2,
        concat(
          u16(0, true),
          u16(drops, true),
          u32(Number(TICKS >> 32n), true),
          u32(Number(TICKS & 0xffffffffn), true),
          u32(3, true),
          u32(3, true),
          text('old'),
        ),
      );
    const { packets, facts } = readCapture(pcapng, concat(START, old(0xffff), old(4), old(2)));
    expect(packets.map((p) => [p.data, p.time])).toEqual(
      Array.from({ length: 3 }, () => ['old', SECONDS * 1e6]),
    );
    expect(facts.drops).toBe(6);
  });

  it('skips and counts unknown blocks, and passes over name resolution', () => {
    const file = concat(
      START,
      block(0x0bad, new Uint8Array(40)),
      enhancedBlock({ data: text('x') }),
      block(0x0bad, new Uint8Array(4)),
      block(4, new Uint8Array(8)),
      enhancedBlock({ data: text('y') }),
    );
    const whole = readCapture(pcapng, file);
    expect(whole.packets.map((p) => p.data)).toEqual(['x', 'y']);
    expect(whole.unread).toEqual({ 'pcapng-block-0x00000bad': [2, 0, 48] });
    for (const sizes of everySplit(file)) expect(readCapture(pcapng, file, sizes)).toEqual(whole);
  });

  it('names a bounded number of unknown types', () => {
    const blocks = Array.from({ length: 100 }, (_, at) => block(1000 + at, []));
    const { unread } = readCapture(pcapng, concat(START, ...blocks));
    expect(Object.keys(unread)).toHaveLength(33);
    expect(unread['pcapng-block-other']?.[0]).toBe(68);
  });

  it('adds up the drops of the last statistics of each interface', () => {
    const statistics = (on: number, dropped: bigint, osDropped: bigint): Uint8Array =>
      block(
        5,
        concat(
          u32(on, true),
          u64(0n),
          option(5, u64(dropped, true)),
          option(7, u64(osDropped, true)),
          option(0, []),
        ),
      );
    const file = concat(
      START,
      interfaceBlock(),
      statistics(0, 5n, 0n),
      statistics(1, 1n, 2n),
      statistics(0, 9n, 1n),
    );
    expect(readCapture(pcapng, file).facts.drops).toBe(13);
  });

  it('reads the drop count of packets', () => {
    const options = concat(option(4, u64(3n, true)), option(0, []));
    const packet = enhancedBlock({ data: text('abc'), options });
    expect(readCapture(pcapng, concat(START, packet, packet)).facts.drops).toBe(6);
  });

  it('keeps TLS secrets', () => {
    const log = 'CLIENT_RANDOM 00 11\n';
    const secrets = block(10, concat(u32(0x544c534b, true), u32(log.length, true), text(log)));
    const { facts } = readCapture(pcapng, concat(START, secrets), [5]);
    expect(facts.secrets.map((bytes) => new TextDecoder().decode(bytes))).toEqual([log]);
  });
});

describe('damaged pcapng', () => {
  const good = enhancedBlock({ data: text('good') });

  it.each([0, 4, 11, 0x7fff_fff0, 0xffff_ffff])(
    'finds the next block after a length of %i',
    (length) => {
      const bad = enhancedBlock({ data: text('bad one') });
      bad.set(u32(length, true), 4);
      const file = concat(START, good, bad, good, good);
      const whole = readCapture(pcapng, file);
      expect(whole.packets.map((p) => p.data)).toEqual(['good', 'good', 'good']);
      expect(whole.unread).toEqual({ 'damaged-block': [1, 1, 84] });
      expect(whole.facts.unreadBytes).toBe(bad.length);
      for (const sizes of everySplit(file)) expect(readCapture(pcapng, file, sizes)).toEqual(whole);
    },
  );

  it.each([
    ['within the file', 64],
    ['beyond the file', 5000],
    ['of what is put together', 1_000_000],
    ['of what is passed over', 2_000_000],
    ['of the longest', 0x0fff_fff0],
  ])('believes no length of an unknown block alone, %s', (_, length) => {
    const bad = block(0x0bad, new Uint8Array(20));
    bad.set(u32(length, true), 4);
    const file = concat(START, good, bad, good, good);
    const whole = readCapture(pcapng, file);
    expect(whole.packets.map((p) => p.data)).toEqual(['good', 'good', 'good']);
    expect(whole.unread).toEqual({ 'damaged-block': [1, 1, 84] });
    expect(whole.facts.unreadBytes).toBe(bad.length);
    for (const sizes of everySplit(file)) expect(readCapture(pcapng, file, sizes)).toEqual(whole);
  });

  it.each([40, 5000])('nor of a packet: %i bytes', (length) => {
    const bad = enhancedBlock({ data: text('bad one') });
    bad.set(u32(length + 8, true), 4);
    const file = concat(START, good, bad, good, good);
    const whole = readCapture(pcapng, file);
    expect(whole.packets.map((p) => p.data)).toEqual(['good', 'good', 'good']);
    expect(whole.unread).toEqual({ 'damaged-block': [1, 1, 84] });
    for (const sizes of everySplit(file)) expect(readCapture(pcapng, file, sizes)).toEqual(whole);
  });

  it('passes over a large block of an unknown type, and says where it is cut', () => {
    const large = block(0x0bad, new Uint8Array(1_500_000).fill(0x0a));
    const file = concat(START, good, large, large, good);
    const read = (end: number) => readCapture(pcapng, file.subarray(0, end), [60_000]);
    expect(read(file.length)).toMatchObject({
      packets: [{ data: 'good' }, { data: 'good' }],
      facts: { unreadBytes: 0 },
      unread: { 'pcapng-block-0x00000bad': [2, 1, 84] },
    });
    const ends = 84 + 2 * large.length;
    expect(read(ends).unread).toEqual({ 'pcapng-block-0x00000bad': [2, 1, 84] });
    expect(read(ends - 1).unread).toEqual({
      'pcapng-block-0x00000bad': [1, 1, 84],
      'truncated-record': [1, 2, 84 + large.length],
    });
  });

  it('counts a trailing length that differs and believes the leading one', () => {
    const bad = good.slice();
    bad.set(u32(99, true), bad.length - 4);
    const { packets, unread } = readCapture(pcapng, concat(START, bad, good));
    expect(packets).toHaveLength(2);
    expect(unread).toEqual({ 'block-trailer-wrong': [1, 0, 48] });
  });

  it('puts up with lengths that are no multiple of four', () => {
    const odd = good.slice();
    odd.set(u32(good.length - 1, true), 4);
    odd.set(u32(good.length, true), odd.length - 4);
    expect(readCapture(pcapng, concat(START, odd, good)).packets).toHaveLength(2);
  });

  it('cuts a packet that claims more than its block holds', () => {
    const { packets, unread } = readCapture(
      pcapng,
      concat(START, enhancedBlock({ data: text('abcd'), captured: 4000 })),
    );
    expect(packets).toMatchObject([{ data: 'abcd', wireLength: 4000 }]);
    expect(unread).toEqual({ 'packet-length-wrong': [1, 1, 76] });
  });

  it('reports a block that the end of the file cuts', () => {
    const file = concat(START, good, good);
    for (let end = 85; end < file.length; end += 1) {
      const { packets, unread } = readCapture(pcapng, file.subarray(0, end));
      expect(packets).toHaveLength(1);
      expect(unread).toEqual({ 'truncated-record': [1, 2, 84] });
    }
    const skipped = concat(START, block(0x0bad, new Uint8Array(100))).subarray(0, 90);
    expect(readCapture(pcapng, skipped).unread).toHaveProperty('truncated-record');
  });

  it('bounds the interfaces of a section', () => {
    const file = concat(sectionHeader(), ...Array.from({ length: 5000 }, () => interfaceBlock()));
    const { facts, unread } = readCapture(pcapng, file);
    expect(facts.interfaces).toBe(4096);
    expect(unread['interface-limit']?.[0]).toBe(904);
  });
});
