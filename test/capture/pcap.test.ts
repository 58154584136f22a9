import { describe, expect, it } from 'vitest';
import { pcap } from '../../src/capture/pcap.ts';
import {
  concat,
  everySplit,
  pcapFile,
  pcapHeader,
  pcapRecord,
  readCapture,
  SECONDS,
  text,
} from './capture-bytes.ts';

const TWO = [
  { data: text('first'), fraction: 5 },
  { data: text('second packet'), seconds: SECONDS + 1, fraction: 999_999, wire: 1500 },
];

describe('classic capture', () => {
  it.each([
    ['little-endian µs', { little: true }, 1],
    ['big-endian µs', { little: false }, 1],
    ['little-endian ns', { little: true, magic: 0xa1b23c4d }, 1000],
    ['big-endian ns', { little: false, magic: 0xa1b23c4d }, 1000],
    ['Kuznetzov', { little: true, magic: 0xa1b2cd34 }, 1],
  ] as const)('reads %s', (_, shape, perMicro) => {
    const records = TWO.map((record) => ({
      ...record,
      fraction: record.fraction * perMicro + (perMicro > 1 ? 999 : 0),
    }));
    const file = pcapFile(records, shape);
    expect(pcap.sniff(file)).toBe(true);
    const { packets, facts, unread } = readCapture(pcap, file);
    expect(
      packets.map(({ data, time, wireLength, frame }) => [data, time, wireLength, frame]),
    ).toEqual([
      ['first', SECONDS * 1e6 + 5, 5, 1],
      ['second packet', SECONDS * 1e6 + 1_999_999, 1500, 2],
    ]);
    expect(facts).toMatchObject({ packets: 2, cut: 1, linkTypes: [1], backwards: 0, drops: null });
    expect(facts.firstTime).toBe(SECONDS * 1e6 + 5);
    expect(facts.lastTime).toBe(SECONDS * 1e6 + 1_999_999);
    expect(unread).toEqual({});
  });

  it('gives the source offset of each packet', () => {
    const { packets } = readCapture(pcap, pcapFile(TWO), [10]);
    expect(packets.map((packet) => packet.offset)).toEqual([40, 61]);
  });

  it('reads the same however the input is cut', () => {
    const file = pcapFile([...TWO, { data: new Uint8Array(0) }, { data: text('x') }]);
    const whole = readCapture(pcap, file);
    for (const sizes of everySplit(file)) {
      expect(readCapture(pcap, file, sizes), `cut ${sizes.join()}`).toEqual(whole);
    }
  });

  it('masks the FCS bits out of the link type', () => {
    const { packets } = readCapture(pcap, pcapFile(TWO, { linkType: 0x3400_0071 }));
    expect(packets[0]?.linkType).toBe(113);
  });

  it('counts clock steps backwards', () => {
    const records = [5, 3, 4, 1].map((seconds) => ({ data: text('x'), seconds }));
    const { facts } = readCapture(pcap, pcapFile(records));
    expect(facts).toMatchObject({ backwards: 2, firstTime: 1e6, lastTime: 5e6 });
  });

  it('swaps the lengths of files older than 2.4', () => {
    const record = { data: text('abc'), captured: 9, wire: 3 };
    expect(readCapture(pcap, pcapFile([record], { minor: 2 })).packets[0]).toMatchObject({
      data: 'abc',
      wireLength: 9,
    });
    expect(readCapture(pcap, pcapFile([record], { minor: 3 })).packets[0]).toMatchObject({
      data: 'abc',
      wireLength: 9,
    });
  });

  it('does not take the time of a zeroed record for 1970', () => {
    const zeroed = { data: new Uint8Array(0), seconds: 0 };
    const { facts } = readCapture(pcap, pcapFile([zeroed, TWO[0]!]));
    expect(facts).toMatchObject({ packets: 2, untimed: 1, firstTime: SECONDS * 1e6 + 5 });
  });
});

describe('damaged classic capture', () => {
  it('reports a record that the end of the file cuts, wherever it cuts', () => {
    const file = pcapFile(TWO);
    for (let end = 46; end < file.length; end += 1) {
      const { packets, unread, facts } = readCapture(pcap, file.subarray(0, end));
      expect(packets).toHaveLength(1);
      expect(unread).toEqual({ 'truncated-record': [1, 2, 45] });
      expect(facts.unreadBytes).toBe(end - 45);
    }
  });

  it.each([0xfffffff0, 0x7fffffff, 262_145])(
    'finds the next record after a captured length of %i',
    (captured) => {
      const bad = pcapRecord({ data: text('lost packet, thirty bytes long'), captured, wire: 30 });
      const more = ['second', 'third', 'fourth'].map((name) => pcapRecord({ data: text(name) }));
      const file = concat(pcapHeader(), pcapRecord({ data: text('first') }), bad, ...more);
      const whole = readCapture(pcap, file);
      expect(whole.packets.map((packet) => packet.data)).toEqual([
        'first',
        'second',
        'third',
        'fourth',
      ]);
      expect(whole.unread).toEqual({ 'damaged-record': [1, 2, 45] });
      expect(whole.facts.unreadBytes).toBe(bad.length);
      for (const sizes of everySplit(file)) expect(readCapture(pcap, file, sizes)).toEqual(whole);
    },
  );

  it('recovers even when only the last record is whole', () => {
    const bad = pcapRecord({ data: text('lost'), captured: 0xffff_ffff });
    const file = concat(
      pcapHeader(),
      pcapRecord({ data: text('first') }),
      bad,
      pcapRecord({ data: text('last') }),
    );
    expect(readCapture(pcap, file).packets.map((packet) => packet.data)).toEqual(['first', 'last']);
  });

  it('reports everything after damage that it cannot recover from', () => {
    const file = concat(pcapFile(TWO), new Uint8Array(5000).fill(0xff));
    const { packets, unread, facts } = readCapture(pcap, file, [100]);
    expect(packets).toHaveLength(2);
    expect(unread).toEqual({ 'damaged-record': [1, 3, 74] });
    expect(facts.unreadBytes).toBe(5000);
  });

  it('reads a header without packets, and reports half a header', () => {
    expect(readCapture(pcap, pcapHeader())).toMatchObject({ packets: [], unread: {} });
    expect(readCapture(pcap, pcapHeader().subarray(0, 20)).unread).toEqual({
      'truncated-record': [1, 1, 0],
    });
  });

  it('reads on behind zeros that do not come in whole records', () => {
    const last = pcapRecord({ data: text('last') });
    const file = concat(pcapFile(TWO), new Uint8Array(40), last, last);
    const whole = readCapture(pcap, file);
    expect(whole.packets.map((packet) => packet.data).filter((data) => data !== '')).toEqual([
      'first',
      'second packet',
      'last',
      'last',
    ]);
    for (const sizes of everySplit(file)) expect(readCapture(pcap, file, sizes)).toEqual(whole);
  });

  it('reads files that were put behind each other, whatever their byte orders and link types', () => {
    const other = pcapFile(TWO, { little: false, magic: 0xa1b23c4d, linkType: 113 });
    const file = concat(pcapFile(TWO), other, pcapFile(TWO));
    const whole = readCapture(pcap, file);
    expect(whole.packets.map(({ data, linkType }) => [data, linkType])).toEqual([
      ['first', 1],
      ['second packet', 1],
      ['first', 113],
      ['second packet', 113],
      ['first', 1],
      ['second packet', 1],
    ]);
    expect(whole.unread).toEqual({});
    for (const sizes of everySplit(file)) expect(readCapture(pcap, file, sizes)).toEqual(whole);
  });

  it('finds the next file behind a record that was cut', () => {
    const cut = pcapFile(TWO).subarray(0, -3);
    const later = TWO.map((record) => ({ ...record, seconds: SECONDS + 1_000_000 }));
    const { packets, unread } = readCapture(pcap, concat(cut, pcapFile(later), pcapFile(later)));
    expect(packets.map((packet) => packet.data).slice(-2)).toEqual(['first', 'second packet']);
    expect(Object.keys(unread)).toEqual(['damaged-record']);
  });

  it('does not take a damaged length for the cut end of the file', () => {
    const bad = pcapRecord({ data: text('bad'), captured: 0x1_0000, fraction: 0x7fff_ffff });
    const good = pcapRecord({ data: text('good') });
    const file = concat(pcapFile(TWO), bad, good, good);
    const whole = readCapture(pcap, file);
    expect(whole.packets.map((packet) => packet.data).slice(2)).toEqual(['good', 'good']);
    expect(whole.unread).toEqual({ 'damaged-record': [1, 3, 74] });
    for (const sizes of everySplit(file)) expect(readCapture(pcap, file, sizes)).toEqual(whole);
  });
});
