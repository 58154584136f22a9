import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { erf } from '../../src/capture/erf.ts';
import { sniffCapture } from '../../src/capture/formats.ts';
import { analysed } from '../shapes/analysed.ts';
import { concat, everySplit, readCapture, SECONDS, text, u16, u32 } from './capture-bytes.ts';
import { CORPUS_MISSING, corpusExists, corpusFiles } from './corpus-files.ts';

interface Shape {
  readonly type?: number;
  readonly wire?: number;
  readonly lost?: number;
  readonly seconds?: number;
}

/** An Ethernet record whose frame carries IPv4, as far as its type says. */
function record(data: string, shape: Shape = {}): Uint8Array {
  const { type = 2, lost = 0, seconds = SECONDS } = shape;
  const frame = concat(new Uint8Array(12), [8, 0], text(data));
  return concat(
    u32(0x8000_0000, true),
    u32(seconds, true),
    [type, 4],
    u16(18 + frame.length),
    u16(lost),
    u16(shape.wire ?? frame.length),
    [0, 0],
    frame,
  );
}

describe('erf', () => {
  it('reads records, times, drops and cuts, however the input is cut', () => {
    const file = concat(record('hello'), record('longer packet', { wire: 99, lost: 7 }));
    expect(erf.sniff(file)).toBe(true);
    const whole = readCapture(erf, file);
    expect(whole.packets).toMatchObject([
      { wireLength: 37, time: SECONDS * 1e6 + 5e5, linkType: 197, frame: 1, offset: 0 },
      { wireLength: 117, linkType: 197, frame: 2, offset: 37 },
    ]);
    expect(whole.facts).toMatchObject({ drops: 7, cut: 1, linkTypes: [197] });
    for (const sizes of everySplit(file)) expect(readCapture(erf, file, sizes)).toEqual(whole);
  });

  it('passes over records without a packet', () => {
    const file = concat(record('a'), record('b', { type: 27 }), record('c'));
    expect(readCapture(erf, file).packets.map(({ frame }) => frame)).toEqual([1, 3]);
  });

  it('finds the next record after one that cannot be, and reports one that is cut', () => {
    const bad = record('x');
    bad[10] = bad[11] = 0;
    const file = concat(record('a'), bad, record('b'), record('c'));
    const whole = readCapture(erf, file);
    expect(whole.packets.map(({ data }) => data.at(-1))).toEqual(['a', 'b', 'c']);
    expect(whole.unread).toEqual({ 'damaged-record': [1, 2, 33] });
    expect(whole.facts.unreadBytes).toBe(bad.length);
    for (const sizes of everySplit(file)) expect(readCapture(erf, file, sizes)).toEqual(whole);
    expect(readCapture(erf, record('hello').subarray(0, 30)).unread).toEqual({
      'truncated-record': [1, 1, 0],
    });
  });

  it('is found by records that make sense together only', () => {
    const three = concat(record('a'), record('b'), record('c'));
    expect(erf.sniff(three.subarray(0, three.length))).toBe(true);
    expect(erf.sniff(concat(three, record('d').subarray(0, 20)))).toBe(true);
    // Fewer have to fill the file.
    expect(erf.sniff(record('a'))).toBe(true);
    expect(erf.sniff(concat(record('a'), [1, 2, 3]))).toBe(false);
    expect(erf.sniff(record('a').subarray(0, 30))).toBe(false);
    const apart = record('b', { seconds: SECONDS + 100_000 });
    expect(erf.sniff(concat(record('a'), apart, record('c')))).toBe(false);
    expect(erf.sniff(concat(record('a'), record('b', { type: 0 }), record('c')))).toBe(false);
    expect(erf.sniff(new Uint8Array(500))).toBe(false);
    expect(erf.sniff(text('INVITE sip:a@b SIP/2.0\r\n'.repeat(3000)))).toBe(false);
    expect(sniffCapture(three, false)).toBeUndefined();
  });

  it.skipIf(!corpusExists())('reads the calls of the corpus, in chunks of any size', () => {
    const files = corpusFiles('negative').filter((path) => path.endsWith('.erf'));
    expect(files.length).toBe(3);
    for (const path of files) {
      const file = readFileSync(path);
      const whole = analysed(file);
      expect(whole.totals).toMatchObject({ messages: 7, calls: 1 });
      const cuts = Array.from({ length: Math.floor(file.length / 13) }, (_, at) => (at + 1) * 13);
      expect(analysed(file, cuts)).toEqual(whole);
    }
  });
  if (!corpusExists()) it(CORPUS_MISSING, () => undefined);
});
