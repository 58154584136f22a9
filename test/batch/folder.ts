import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DIALECTS, pcapParts, toPcap, toPcapng, toText } from '../../fixtures/dsl/index.ts';
import { concat } from '../../fixtures/dsl/wire/bytes.ts';
import { SCENARIOS } from '../../fixtures/traces/index.ts';

const TRACES = SCENARIOS.map(({ trace }) => trace);
const [FIRST, SECOND] = TRACES as [(typeof TRACES)[number], (typeof TRACES)[number]];

/** Files that `mixedFolder` makes. */
export const MIXED_FILES = TRACES.length + 5;

/** A new folder with captures and logs of every kind, a call that lies in three files, one file that is empty and one that is damaged. */
export async function mixedFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'siptriage-'));
  const write = (name: string, bytes: Uint8Array | string): Promise<void> =>
    writeFile(join(folder, name), bytes);
  for (const [at, trace] of TRACES.entries()) {
    if (at % 3 === 0) await write(`${at}.pcapng`, toPcapng(trace));
    else if (at % 3 === 1) await write(`${at}.pcap.gz`, gzipSync(toPcap(trace)));
    else await write(`${at}.log`, toText(trace, DIALECTS[at % DIALECTS.length]!.id));
  }
  const [header, ...records] = pcapParts(FIRST) as [Uint8Array, ...Uint8Array[]];
  for (let part = 0; part < 3; part += 1) {
    const mine = records.filter((_, at) => at % 3 === part);
    await write(`part-${part}.pcap`, concat([header, ...mine]));
  }
  await write('empty.pcap', '');
  await write('noise.pcap', concat([toPcap(SECOND), new Uint8Array(3 << 20).fill(0xa5)]));
  return folder;
}
