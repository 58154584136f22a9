/** No bytes make a reader throw or hang, and what a packet shows lies inside its buffer. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAPTURE_FORMATS, sniffCapture } from '../../src/capture/formats.ts';
import type { CaptureFormat } from '../../src/capture/reader.ts';
import { UnreadTally } from '../../src/model/unread.ts';
import {
  concat,
  enhancedBlock,
  interfaceBlock,
  pcapFile,
  sectionHeader,
  text,
} from './capture-bytes.ts';
import { CORPUS_MISSING, corpusExists, corpusFiles } from './corpus-files.ts';

function readSafely(format: CaptureFormat, file: Uint8Array, chunk: number): number {
  let bytes = 0;
  const sink = {
    packet(packet: {
      bytes: Uint8Array;
      start: number;
      end: number;
      wireLength: number;
      time: number;
    }) {
      expect(packet.start).toBeLessThanOrEqual(packet.end);
      expect(packet.end).toBeLessThanOrEqual(packet.bytes.length);
      expect(packet.wireLength).toBeGreaterThanOrEqual(packet.end - packet.start);
      expect(Number.isFinite(packet.time)).toBe(true);
      bytes += packet.end - packet.start;
    },
  };
  const reader = format.open(sink, new UnreadTally());
  for (let at = 0; at < file.length; at += chunk) reader.push(file.subarray(at, at + chunk));
  reader.end();
  expect(reader.facts.unreadBytes).toBeLessThanOrEqual(file.length);
  return bytes;
}

const PCAP = pcapFile(
  Array.from({ length: 8 }, (_, at) => ({ data: text(`packet number ${at}`), fraction: at })),
);
const PCAPNG = concat(
  sectionHeader(),
  interfaceBlock({ resolution: 9, offset: 1n }),
  ...Array.from({ length: 8 }, (_, at) => enhancedBlock({ data: text(`packet number ${at}`) })),
  sectionHeader(false),
  interfaceBlock({}, false),
  enhancedBlock({ data: text('big-endian') }, false),
);

const change = fc.record({ at: fc.nat(600), value: fc.nat(255) });

describe('hostile captures', () => {
  it.each([
    ['pcap', PCAP],
    ['pcapng', PCAPNG],
  ])('%s with any bytes changed', (_, good) => {
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 700 }),
        (changes, chunk) => {
          const file = good.slice();
          for (const { at, value } of changes) file[at % file.length] = value;
          for (const format of CAPTURE_FORMATS) readSafely(format, file, chunk);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it.each(CAPTURE_FORMATS.map((format) => [format.id, format] as const))(
    '%s from random bytes',
    (_, format) => {
      fc.assert(
        fc.property(
          fc.uint8Array({ maxLength: 3000 }),
          fc.integer({ min: 1, max: 4000 }),
          (file, chunk) => {
            readSafely(format, file, chunk);
            readSafely(format, concat(PCAPNG.subarray(0, 76), file), chunk);
          },
        ),
      );
    },
  );

  it('megabytes without a record cost time in proportion', () => {
    const started = performance.now();
    const noise = new Uint8Array(8_000_000).fill(0x0a);
    for (const good of [PCAP, PCAPNG]) {
      const file = concat(good, noise, good);
      readSafely(sniffCapture(file)!, file, 65_536);
    }
    expect(performance.now() - started).toBeLessThan(4000);
  });

  it.skipIf(!corpusExists())('every negative file of the corpus', () => {
    for (const path of corpusFiles('negative', 'torture')) {
      const file = readFileSync(path);
      for (const format of CAPTURE_FORMATS) readSafely(format, file, 4096);
    }
  });
  if (!corpusExists()) it(CORPUS_MISSING, () => undefined);
});
