import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { flowFromText, pcapParts } from '../../fixtures/dsl/index.ts';
import { CAST } from '../../fixtures/traces/cast.ts';
import type { WatchEvent } from '../../src/model/watch-event.ts';
import { siptriage, start } from '../helpers/command.ts';

const scratch = mkdtempSync(join(tmpdir(), 'siptriage-watch-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const children: ReturnType<typeof start>[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const STUCK = `alice -> proxy INVITE sip:+84901234567@example.com with sdp
+5ms proxy -> alice 100`;
/** So that a test need not wait for 11 s. */
const SOON = ['--threshold', 'pdd.high=1'];

/** Packets of a flow that begins now; what comes after the first ones is written when the test says so. */
function packetsNow(text: string): Uint8Array[] {
  return pcapParts(flowFromText(`${CAST}\n${text}`, { start: Date.now() * 1000 }));
}

/** A watch that runs, and what it has told so far. */
function watching(args: readonly string[]) {
  const child = start(['watch', ...args]);
  children.push(child);
  const out = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (out.stderr += text));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const until = async (is: () => boolean): Promise<void> => {
    while (!is()) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  const events = (): WatchEvent[] =>
    out.stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as WatchEvent);
  return { child, out, ended, until, events };
}

describe('siptriage watch', { timeout: 60_000 }, () => {
  test('tells of a stuck call while it is stuck, once, then what became of it; Ctrl-C ends it', async () => {
    const file = join(scratch, 'live.pcap');
    const recorded = join(scratch, 'exec.out');
    const program = `let t = ''; process.stdin.on('data', (c) => (t += c)).on('end', () =>
      require('fs').appendFileSync(${JSON.stringify(recorded)}, t));`;
    const script = join(scratch, 'hook.cjs');
    writeFileSync(script, program);
    const [header, ...packets] = packetsNow(`${STUCK}\n+5s proxy -> alice 603\nalice -> proxy ACK`);
    writeFileSync(file, header as Uint8Array);
    const { child, out, ended, until, events } = watching([
      file,
      '--format',
      'ndjson',
      ...SOON,
      '--exec',
      process.execPath,
      '--exec-arg',
      script,
    ]);
    for (const packet of packets.slice(0, 2)) appendFileSync(file, packet);
    await until(() => events().length > 0);
    // The final response has not been written yet.
    expect(events()).toMatchObject([
      { event: 'finding', id: 'w1', pending: true, finding: { rule: 'trying-capture-ended' } },
    ]);
    for (const packet of packets.slice(2)) appendFileSync(file, packet);
    await until(() => events().length > 1);
    expect(events()[1]).toMatchObject({
      event: 'update',
      id: 'w1',
      call: { final: { code: 603 } },
    });
    const lines = (): string[] => readFileSync(recorded, 'utf8').split('\n').slice(0, -1);
    await until(() => lines().length > 1);
    expect(lines().map((line) => JSON.parse(line) as WatchEvent)).toEqual(events());
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(events()).toHaveLength(2);
    expect(out.stderr).toMatch(
      /^siptriage: watched 1 source for .*4 messages, 1 call; 1 finding told, 0 still pending\n$/,
    );
  });

  test('--since now leaves out what is there already', async () => {
    const folder = mkdtempSync(join(scratch, 'since-'));
    const old = flowFromText(`${CAST}\n${STUCK}\n+40s capture ends`, {
      start: (Date.now() - 3_600_000) * 1000,
    });
    writeFileSync(join(folder, 'old.pcap'), Buffer.concat(pcapParts(old)));
    const { child, out, ended, until, events } = watching([
      folder,
      '--since',
      'now',
      '--format',
      'ndjson',
      ...SOON,
    ]);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    writeFileSync(join(folder, 'new.pcap'), Buffer.concat(packetsNow(STUCK)));
    await until(() => events().length > 0);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(events()).toMatchObject([{ id: 'w1', pending: true }]);
    expect(out.stderr).toMatch(/2 messages, 1 call; 1 finding told/);
  });

  test('finds new files in a folder, and says nothing of calls that went well', async () => {
    const folder = join(scratch, 'ring');
    mkdirSync(folder);
    const { child, out, ended, until, events } = watching([folder, '--format', 'ndjson', ...SOON]);
    const healthy = packetsNow(`carol -> proxy INVITE sip:1002@example.com with sdp
      +5ms proxy -> carol 100
      +100ms proxy -> carol 180
      +100ms proxy -> carol 200 with sdp
      carol -> proxy ACK`);
    writeFileSync(join(folder, 'one.pcap'), Buffer.concat(healthy));
    await new Promise((resolve) => setTimeout(resolve, 2500));
    writeFileSync(join(folder, 'two.pcap'), Buffer.concat(packetsNow(STUCK)));
    await until(() => events().length > 0);
    expect(events()).toMatchObject([{ id: 'w1', sources: [join(folder, 'two.pcap')] }]);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(out.stderr).toContain('watched 2 sources');
  });

  test('reads standard input, and ends with it', async () => {
    const flow = `${STUCK}\n@40s capture ends`;
    const { code, stdout, stderr } = await siptriage(['watch', '-', '--format', 'ndjson'], {
      stdin: Buffer.concat(packetsNow(flow)),
    });
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({ event: 'finding', finding: { severity: 'error' } });
    expect(stderr).toContain('1 finding told, 1 still pending');
  });

  test('lets no control character of a message reach the terminal, in text and in JSON', async () => {
    const hostile = `alice -> proxy INVITE sip:+84901234567@example.com
      From: "\u001b]0;x\u0007$(id)\u202e" <sip:\u001b[31m@example.com>;tag=1
      +5ms proxy -> alice 100
      @40s capture ends`;
    const stdin = Buffer.concat(packetsNow(hostile));
    for (const format of ['text', 'ndjson']) {
      const { stdout } = await siptriage(['watch', '-', '--format', format], { stdin });
      expect(stdout).toContain('trying-capture-ended');
      expect(stdout).not.toMatch(/[\u001b\u0007\u0080-\u009f\u202e]/);
    }
  });

  test('is readable, in both languages', async () => {
    const stdin = Buffer.concat(packetsNow(`${STUCK}\n@40s capture ends`));
    const english = await siptriage(['watch', '-'], { stdin });
    expect(english.stdout).toMatch(/^── w1 .*not over yet\n1 {2}error/);
    expect(english.stdout).toContain('still waiting');
    const vietnamese = await siptriage(['watch', '-', '--lang', 'vi'], { stdin });
    expect(vietnamese.stdout).toContain('chưa kết thúc');
  });

  test('refuses what it cannot follow, in one line', async () => {
    for (const args of [
      ['watch'],
      ['watch', join(scratch, 'nothing')],
      ['watch', scratch, '--exec-arg', 'x'],
      ['watch', scratch, '--exec', ' '],
      ['watch', scratch, '--only', 'no-such-rule'],
    ]) {
      const { code, stderr } = await siptriage(args);
      expect({ args, code }).toEqual({ args, code: 2 });
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });
});
