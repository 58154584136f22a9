/** The classic reader against pcap-parser (an independent package): the same packets from both. */
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { parse, type PcapParserPacket } from 'pcap-parser';
import { describe, expect, it } from 'vitest';
import { pcap } from '../../src/capture/pcap.ts';
import { readCapture, pcapFile, text } from './capture-bytes.ts';
import { CORPUS_MISSING, corpusExists, corpusFiles } from './corpus-files.ts';

interface OraclePacket {
  readonly data: string;
  readonly wireLength: number;
  readonly time: number;
}

function oracle(file: Uint8Array): Promise<OraclePacket[]> {
  return new Promise((resolve, reject) => {
    const packets: OraclePacket[] = [];
    // Only `pause`, `resume` and events are used of the stream.
    const parser = parse(Readable.from([Buffer.from(file)]));
    parser.on('packet', ({ header, data }: PcapParserPacket) =>
      packets.push({
        data: Buffer.from(data).toString('latin1'),
        wireLength: header.originalLength,
        time: header.timestampSeconds * 1e6 + header.timestampMicroseconds,
      }),
    );
    parser.on('end', () => resolve(packets));
    parser.on('error', reject);
  });
}

/** pcap-parser knows only these: classic, microseconds. */
function isClassicMicros(file: Uint8Array): boolean {
  const magic = Buffer.from(file.subarray(0, 4)).toString('hex');
  return magic === 'a1b2c3d4' || magic === 'd4c3b2a1';
}

async function compare(file: Uint8Array): Promise<number> {
  const { packets, unread } = readCapture(pcap, file, [8191]);
  const expected = await oracle(file);
  const ours = packets.map(({ data, wireLength, time }) => ({ data, wireLength, time }));
  // It has no guard against damage: up to there both must agree.
  const readTo =
    unread['damaged-record'] === undefined ? ours.length : unread['damaged-record'][1] - 1;
  expect(ours.slice(0, readTo)).toEqual(expected.slice(0, readTo));
  if (unread['damaged-record'] === undefined) expect(ours).toHaveLength(expected.length);
  return ours.length;
}

describe('the same packets as pcap-parser', () => {
  it.each([true, false])('from a built capture (little-endian: %s)', async (little) => {
    const records = [text('a'), new Uint8Array(0), text('three')].map((data, fraction) => ({
      data,
      fraction,
    }));
    expect(await compare(pcapFile(records, { little }))).toBe(3);
  });

  const files = corpusFiles('captures', 'derived', 'negative')
    .map((path) => ({ path, file: readFileSync(path) }))
    .filter(({ file }) => isClassicMicros(file));

  it.skipIf(!corpusExists())('from every classic µs capture of the corpus', async () => {
    let packets = 0;
    for (const { file } of files) packets += await compare(file);
    expect(files.length).toBeGreaterThan(80);
    expect(packets).toBeGreaterThan(30_000);
  });
  if (!corpusExists()) it(CORPUS_MISSING, () => undefined);
});
