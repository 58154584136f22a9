import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { flow, toPcap } from '../../fixtures/dsl/index.ts';
import { analyze } from '../../src/analyze.ts';
import { copiesAmong } from '../../src/batch/copies.ts';
import { sizesOf } from '../../src/batch/sizes.ts';

const folder = mkdtempSync(join(tmpdir(), 'siptriage-copies-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

it('finds the same bytes, wherever files of one size differ', async () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 7) & 255);
  const changed = (at: number): Uint8Array => bytes.with(at, (bytes[at] as number) ^ 1);
  const files = [
    write('first', bytes),
    write('head', changed(0)),
    write('middle', changed(150_000)),
    write('tail', changed(299_999)),
    write('longer', new Uint8Array([...bytes, 0])),
    write('copy', bytes),
    write('again', bytes),
    write('gone', bytes),
  ];
  const sizes = await sizesOf(files);
  rmSync(join(folder, 'gone'));
  expect([...(await copiesAmong(sizes))]).toEqual([
    [join(folder, 'copy'), join(folder, 'first')],
    [join(folder, 'again'), join(folder, 'first')],
  ]);
});

it('reads a copy once, and says so', async () => {
  const capture = toPcap(flow`
    alice = 192.0.2.10
    proxy = 198.51.100.1 server
    alice -> proxy INVITE with sdp
    +10ms proxy -> alice 100
    +1s proxy -> alice 180
    +3s proxy -> alice 200 with sdp
    +20ms alice -> proxy ACK
    +9s alice -> proxy BYE
    +30ms proxy -> alice 200
  `);
  const [one, other] = [write('one.pcap', capture), write('other.pcap', capture)];
  const warnings: string[] = [];
  const both = await analyze([one, other], { onWarning: (text) => warnings.push(text) });
  expect(warnings).toEqual([`${other}: the same bytes as ${one}, read once`]);
  expect(both).toEqual(await analyze([one]));
});
