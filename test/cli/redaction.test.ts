/** `--redact` on the command line: what is written is proven, or nothing is written. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { Report } from '../../src/model/report.ts';
import { LeakSearch } from '../../src/redact/leaks/leak-search.ts';
import { FORMATS } from '../../src/report/formats.ts';

const CAPTURE = fileURLToPath(new URL('../../fixtures/incident.pcap', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'siptriage-redact-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  vi.restoreAllMocks();
});

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function siptriage(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = [stdout, stderr].map(async (stream) => {
    let text = '';
    for await (const chunk of stream.setEncoding('utf8')) text += chunk as string;
    return text;
  });
  const io = { stdout, stderr, env: { LANG: 'C', ...env }, signal: new AbortController().signal };
  const code = await run([...args, '--no-config'], io as unknown as Parameters<typeof run>[1]);
  stdout.end();
  stderr.end();
  const [out = '', err = ''] = await Promise.all(texts);
  return { code, stdout: out, stderr: err };
}

const json = async (...args: readonly string[]): Promise<Report> =>
  JSON.parse((await siptriage(['analyze', CAPTURE, '--format', 'json', ...args])).stdout) as Report;

/** What must be nowhere: Call-IDs and addresses of the capture. */
const plain = await json();
const originals = plain.calls.flatMap(({ callIds, legs }) => [
  ...callIds,
  ...legs.map(({ source }) => source.replace(/:\d+$/, '')),
]);

describe('--redact', () => {
  it.each(FORMATS.map(({ id }) => id))('in %s no original is left', async (id) => {
    const file = join(folder, `report.${id}`);
    const { code } = await siptriage([
      'report',
      CAPTURE,
      '--format',
      id,
      '-o',
      file,
      '--redact',
      '--redact-key',
      'k',
    ]);
    expect(code).toBe(0);
    const text = readFileSync(file, 'utf8');
    // The rules of SARIF are explained by examples, with addresses of their own.
    const wanted = id === 'sarif' ? plain.calls.flatMap(({ callIds }) => callIds) : originals;
    for (const original of wanted) expect(text).not.toContain(original);
  });

  it.each(['analyze', 'calls', 'kpis', 'others', 'sources', 'ladder'])(
    '%s knows it',
    async (command) => {
      const { code, stdout } = await siptriage([command, CAPTURE, '--redact', '--redact-key', 'k']);
      expect(code).toBe(0);
      expect(stdout).not.toBe('');
      for (const original of originals) expect(stdout).not.toContain(original);
    },
  );

  it('a ladder is found by the Call-ID that the user knows', async () => {
    const [callId = ''] = plain.calls[0]?.callIds ?? [];
    const { code, stdout } = await siptriage([
      'ladder',
      CAPTURE,
      '--call',
      callId,
      '--redact',
      '--redact-key',
      'k',
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('INVITE');
    expect(stdout).not.toContain(callId);
  });

  it('runs with one key agree, wherever it stands; without one the user is told', async () => {
    const given = await siptriage(['calls', CAPTURE, '--redact', '--redact-key', 'k']);
    const set = await siptriage(['calls', CAPTURE, '--redact'], { SIPTRIAGE_REDACT_KEY: 'k' });
    const random = await siptriage(['calls', CAPTURE, '--redact']);
    expect(set.stdout).toBe(given.stdout);
    expect(random.stdout).not.toBe(given.stdout);
    expect(random.stderr).toContain('random key');
    expect(given.stderr).not.toContain('random key');
  });

  it('the document says so', async () => {
    expect((await json('--redact')).redacted).toBe(true);
    expect(plain.redacted).toBeUndefined();
    const text = async (...args: string[]): Promise<string> =>
      (await siptriage([CAPTURE, ...args])).stdout;
    expect(await text('--redact')).toContain('redacted: pseudonyms stand for names');
    expect(await text()).not.toContain('pseudonyms');
  });

  it('an output with a leak is not written, and the file not touched', async () => {
    vi.spyOn(LeakSearch.prototype, 'inOutput').mockReturnValue([{ length: 9, where: 'line 3' }]);
    const file = join(folder, 'leaky.json');
    const { code, stdout, stderr } = await siptriage(['report', CAPTURE, '-o', file, '--redact']);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('original identifiers are left');
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    [['--redact-key', 'k'], '--redact-key is for --redact'],
    [['--redact-user-agents'], '--redact-user-agents is for --redact'],
    [['--redact', '--redact-key', ''], '--redact-key: empty'],
  ])('%j is refused', async (flags, message) => {
    const { code, stderr } = await siptriage(['calls', CAPTURE, ...flags]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
