/** A redacted extract says what the plain one says, and names nobody. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { toPcap, toPcapng } from '../../fixtures/dsl/index.ts';
import { incident } from '../../fixtures/incident/story.ts';
import { named } from '../../fixtures/traces/index.ts';
import { analyze, analyzeRedacted } from '../../src/analyze.ts';
import type { ExtractFormat } from '../../src/extract/extract.ts';
import { extractRedacted } from '../../src/extract/redacted-extract.ts';
import { udpPacket } from '../../src/extract/udp-packet.ts';
import { wantedOf } from '../../src/extract/wanted.ts';
import type { Endpoint } from '../../src/model/packet.ts';
import { Redactor } from '../../src/redact/redactor.ts';
import { RedactionError } from '../../src/redact/redaction-error.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'siptriage-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function saved(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

async function take(path: string, format: ExtractFormat): Promise<string> {
  const redact = { key: 'k' };
  const proof = await analyzeRedacted(path, { redact });
  const ids = proof.report.incidents[0]!.calls;
  const out = join(folder, `out.${format}`);
  await extractRedacted([path], wantedOf(proof.report, ids), { path: out, format }, {}, proof);
  return out;
}

const ORIGINALS = ['192.0.2.11', '203.0.113.17', '+843530000362', 'c2b87f6878b794c2', 'Desk 1001'];

describe.each(['pcapng', 'pcap', 'text'] as const)('as %s', (format) => {
  it('has the calls of the incident, and none of their names', async () => {
    const path = await saved('incident.pcap', toPcap(incident()));
    const plain = await analyze(path);
    const out = await take(path, format);
    const bytes = await readFile(out);
    for (const text of ORIGINALS) expect(bytes.includes(text)).toBe(false);
    // Addresses in packets, too.
    expect(bytes.includes(Buffer.from([192, 0, 2, 11]))).toBe(false);
    const again = await analyze(out);
    const wanted = plain.incidents[0]!.calls.map((id) =>
      plain.calls.find((call) => call.id === id)!,
    );
    expect(again.calls.map(({ outcome, start }) => [outcome, start])).toEqual(
      wanted.map(({ outcome, start }) => [outcome, start]),
    );
    expect(again.incidents[0]).toMatchObject({ rule: plain.incidents[0]!.rule });
  });
});

it('is refused when a name is left, and leaves no file behind', async () => {
  const path = await saved('leak.pcapng', toPcapng(named('trying-then-408-near-miss-quick').trace));
  const proof = await analyzeRedacted(path, { redact: { key: 'k' } });
  const wanted = wantedOf(
    proof.report,
    proof.report.calls.map(({ id }) => id),
  );
  const spy = vi.spyOn(Redactor.prototype, 'message').mockImplementation((bytes) => bytes);
  const out = join(folder, 'leak-out.pcapng');
  try {
    await expect(
      extractRedacted([path], wanted, { path: out, format: 'pcapng' }, {}, proof),
    ).rejects.toThrow(RedactionError);
  } finally {
    spy.mockRestore();
  }
  const left = await readdir(folder);
  expect(left.filter((name) => name.startsWith('leak-out'))).toEqual([]);
});

describe('a packet of our own', () => {
  const at = (address: string, port: number): Endpoint => ({ address, port, name: '' });

  it('has right lengths and checksums', () => {
    const packet = udpPacket(
      Buffer.from('hello'),
      at('192.0.2.1', 5060),
      at('198.51.100.7', 5070),
      0,
    )!;
    const { bytes } = packet;
    expect(bytes).toHaveLength(33);
    const words = (from: number, to: number): number => {
      let sum = 0;
      for (let i = from; i < to; i += 2) sum += (bytes[i]! << 8) | (bytes[i + 1] ?? 0);
      return sum;
    };
    const folded = (sum: number): number =>
      sum > 0xffff ? folded((sum & 0xffff) + (sum >>> 16)) : sum;
    // RFC 1071: over a right header the sum is all ones.
    expect(folded(words(0, 20))).toBe(0xffff);
    expect(folded(words(20, 33) + words(12, 20) + 17 + 13)).toBe(0xffff);
  });

  it('carries IPv6, and nothing that does not fit', () => {
    const [a, b] = [at('2001:db8::1', 5060), at('2001:db8:0:1::2', 5060)];
    const { bytes } = udpPacket(Buffer.from('hi'), a, b, 0)!;
    expect(Buffer.from(bytes.subarray(8, 40)).toString('hex')).toBe(
      '20010db800000000000000000000000120010db8000000010000000000000002',
    );
    expect(udpPacket(new Uint8Array(70_000), a, b, 0)).toBeNull();
    expect(udpPacket(new Uint8Array(1), a, at('192.0.2.1', 1), 0)).toBeNull();
    expect(udpPacket(new Uint8Array(1), at('pbx.example', 1), b, 0)).toBeNull();
  });
});
