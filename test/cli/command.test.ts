import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { callLineSchema } from '../../src/model/call-line.ts';
import { reportSchema } from '../../src/model/report.ts';
import { displayWidth } from '../../src/report/width.ts';
import { siptriage, start } from '../helpers/command.ts';

const INCIDENT = 'fixtures/incident.pcap';
const scratch = mkdtempSync(join(tmpdir(), 'siptriage-cli-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('siptriage <path>', () => {
  test('is the triage report, within 80 columns, without colours when piped', async () => {
    const { code, stdout, stderr } = await siptriage([INCIDENT]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^siptriage .* UTC/);
    for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
    expect(stdout).not.toContain('\x1b');
    expect((await siptriage(['analyze', INCIDENT])).stdout).toBe(stdout);
  });

  test('speaks the language of the locale or of --lang', async () => {
    const byLocale = await siptriage([INCIDENT], { env: { LANG: 'vi_VN.UTF-8' } });
    expect(byLocale.stdout).toContain('Cuộc gọi');
    expect((await siptriage([INCIDENT, '--lang', 'vi'])).stdout).toBe(byLocale.stdout);
    expect((await siptriage([INCIDENT, '--lang', 'vi', '--lang', 'en'])).stdout).toContain('Calls');
  });

  test('colours when asked to, and not with --no-color', async () => {
    const env = { FORCE_COLOR: '1' };
    expect((await siptriage([INCIDENT], { env })).stdout).toContain('\x1b[');
    expect((await siptriage([INCIDENT, '--no-color'], { env })).stdout).not.toContain('\x1b');
  });

  test('reads standard input', async () => {
    const { code, stdout } = await siptriage(['-', '--format', 'json'], {
      stdin: readFileSync(INCIDENT),
    });
    expect(code).toBe(0);
    expect(reportSchema.parse(JSON.parse(stdout)).totals.calls).toBeGreaterThan(0);
  });

  test('writes JSON and NDJSON that the published schemas accept', async () => {
    const json = await siptriage([INCIDENT, '--format', 'json']);
    const report = reportSchema.parse(JSON.parse(json.stdout));
    const ndjson = await siptriage([INCIDENT, '--format', 'ndjson']);
    const calls = ndjson.stdout
      .trimEnd()
      .split('\n')
      .map((line) => callLineSchema.parse(JSON.parse(line)));
    expect(calls.map(({ id }) => id)).toEqual(report.calls.map(({ id }) => id));
  });

  test('keeps to a time span and to what --only names', async () => {
    const { stdout } = await siptriage([INCIDENT, '--only', 'blocked-network', '--format', 'json']);
    const { calls, totals, kpis } = reportSchema.parse(JSON.parse(stdout));
    const all = reportSchema.parse(
      JSON.parse((await siptriage([INCIDENT, '--format', 'json'])).stdout),
    );
    expect({ totals, kpis }).toEqual({ totals: all.totals, kpis: all.kpis });
    expect(all.calls).toEqual(
      expect.arrayContaining(calls.map(({ id }) => expect.objectContaining({ id }))),
    );
    expect(new Set(calls.map(({ outcome }) => outcome))).toEqual(new Set(['blocked-network']));
    const late = await siptriage([INCIDENT, '--since', '2100-01-01', '--format', 'json']);
    expect(reportSchema.parse(JSON.parse(late.stdout)).totals.messages).toBe(0);
  });

  test('obeys --threshold', async () => {
    const args = [INCIDENT, '--format', 'json', '--threshold', 'pdd.notice=0.1'];
    const { stdout } = await siptriage(args);
    const { findings } = reportSchema.parse(JSON.parse(stdout));
    expect(findings.some(({ rule }) => rule === 'pdd-slow')).toBe(true);
  });
});

describe('exit codes', () => {
  test.each([
    [['--fail-on', 'error'], 1],
    [['--fail-on', 'warning'], 1],
    [['--fail-on', 'decline-analytics-603plus'], 1],
    [['--fail-on', 'branch-no-cookie'], 0],
  ])('%j: %d', async (options, expected) => {
    expect((await siptriage([INCIDENT, ...options])).code).toBe(expected);
  });

  test.each([
    ['no path', [], /usage: siptriage/],
    ['an unknown option', [INCIDENT, '--nope'], /unknown option '--nope'/],
    ['an unknown format', [INCIDENT, '--format', 'pdf'], /Allowed choices are text, json, ndjson/],
    ['an unknown rule', [INCIDENT, '--fail-on', 'nope'], /neither error, warning nor a rule/],
    ['an unknown outcome', [INCIDENT, '--only', 'nope'], /neither an outcome nor a rule/],
    ['a bad time', [INCIDENT, '--since', 'noon'], /not a time/],
    ['a bad threshold', [INCIDENT, '--threshold', 'x=1'], /no such threshold/],
    ['a missing file', ['nope.pcap'], /nope\.pcap: no such file/],
    [
      'a mistyped command',
      ['analyse', INCIDENT],
      /analyse: no such command .*did you mean analyze\?/,
    ],
    ['a mistyped command behind options', ['-q', 'lader', INCIDENT], /did you mean ladder\?/],
    ['a bad condition', ['calls', INCIDENT, '--where', 'x'], /not a condition/],
    ['an unknown call', ['ladder', INCIDENT, '--call', 'zzz'], /no such call/],
    ['an unknown topic', ['explain', 'zzz'], /nothing in the catalog/],
    ['a bad code', ['compare', '100', '999999'], /not a SIP status code/],
    ['a report without a file', ['report', INCIDENT], /-o, --output/],
    [
      'a name that says no format',
      ['report', INCIDENT, '-o', 'x.docx'],
      /does not say which format/,
    ],
    [
      'a folder to write to',
      ['report', INCIDENT, '-o', scratch, '--format', 'json'],
      /is a folder/,
    ],
    ['an option without its value', ['calls', INCIDENT, '--where'], /argument missing/],
    ['a limit that is none', [INCIDENT, '--limit', 'x'], /a whole number/],
    ['a condition that nothing meets', ['calls', INCIDENT, '--where', 'pdd>x'], /is no number/],
  ])('2 for %s, told in one line with what to try', async (_, args, message) => {
    const { code, stdout, stderr } = await siptriage(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    if (args.length > 0) expect(stderr).toMatch(/^siptriage: .+ \(.+\)\n$/);
  });

  test('2 for a missing path beside a good one, which is reported all the same', async () => {
    const { code, stdout, stderr } = await siptriage([INCIDENT, 'nope.pcap', '-q']);
    expect(code).toBe(2);
    expect(stdout).toContain('Problems');
    expect((await siptriage([INCIDENT, 'nope.pcap'])).stderr).toContain('nope.pcap: no such file');
    expect((await siptriage([INCIDENT, 'nope.pcap', '--fail-on', 'error'])).code).toBe(1);
    expect(stderr).toBe('');
  });

  test('2 for a plan of a missing path beside a good one', async () => {
    const { code, stdout, stderr } = await siptriage(['plan', INCIDENT, 'nope.pcap']);
    expect(code).toBe(2);
    expect(stdout).toContain('incident.pcap');
    expect(stderr).toMatch(/^siptriage: nope\.pcap: no such file or folder \(check .*\)\n$/);
  });

  test('2 when nothing is readable', async () => {
    const file = join(scratch, 'noise.bin');
    writeFileSync(
      file,
      Uint8Array.from({ length: 4096 }, (_, n) => (n * 7919) % 251),
    );
    const { code, stderr } = await siptriage([file]);
    expect(code).toBe(2);
    expect(stderr).toContain('nothing readable');
  });

  test('130 when interrupted while reading, with a report of what was read', async () => {
    const child = start(['-']);
    child.stdin?.on('error', () => {});
    child.stdin?.write(readFileSync(INCIDENT).subarray(0, 40_000));
    let [stdout, stderr] = ['', ''];
    child.stdout?.on('data', (text: Buffer) => (stdout += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (stderr += text.toString()));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(130);
    expect(stderr).toContain('interrupted');
    expect(stdout).toMatch(/Calls {2}\d/);
  });

  test('help says what --fail-on counts', async () => {
    const { stdout } = await siptriage(['analyze', '--help']);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'a failed call that no rule explains is an error',
    );
    expect((await siptriage(['rules'])).stdout).toMatch(/decline-human +info /);
  });

  test('0 for help and version', async () => {
    expect(await siptriage(['--help'])).toMatchObject({ code: 0, stderr: '' });
    expect((await siptriage(['-V'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await siptriage(['calls', '--help'])).stdout).toContain('Conditions of --where');
  });
});

test('a reader that goes away early is no error', async () => {
  const child = start([INCIDENT, '--format', 'json']);
  let stderr = '';
  child.stderr?.on('data', (text: Buffer) => (stderr += text.toString()));
  child.stdout?.destroy();
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

describe('report', () => {
  test.each([
    ['out.json', /^\{\n"schema":"siptriage\.report\/1"/],
    ['out.ndjson', /^\{"id":/],
    ['out.txt', /^siptriage /],
  ])('writes %s in the format of its name', async (name, begin) => {
    const file = join(scratch, name);
    const { code, stdout } = await siptriage(['report', INCIDENT, '-o', file]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(readFileSync(file, 'utf8')).toMatch(begin);
  });
});

describe('calls', () => {
  test('lists one call a line, filtered', async () => {
    const all = await siptriage(['calls', INCIDENT]);
    const some = await siptriage([
      'calls',
      INCIDENT,
      '--where',
      'code=603',
      '--where',
      'rule=decline-human',
    ]);
    expect(all.stdout.split('\n').length).toBeGreaterThan(10);
    expect(some.stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(some.stdout).toMatch(/declined-user +603 /);
    for (const line of all.stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });
});

describe('ladder', () => {
  test('draws the worst call and says so on stderr', async () => {
    const { code, stdout, stderr } = await siptriage(['ladder', INCIDENT]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/│─+ INVITE SDP ─+►│/);
    expect(stderr).toMatch(/the worst call of the capture/);
  });

  test('draws a call by id, by Call-ID and by its beginning', async () => {
    const json = await siptriage([INCIDENT, '--format', 'json']);
    const [call] = reportSchema.parse(JSON.parse(json.stdout)).calls;
    const callId = call?.callIds[0] ?? '';
    const byId = await siptriage(['ladder', INCIDENT, '--call', call?.id ?? '']);
    const byCallId = await siptriage(['ladder', INCIDENT, '--call', callId]);
    const byPrefix = await siptriage(['ladder', INCIDENT, '--call', callId.slice(0, 12)]);
    expect(byId.stdout).toContain(callId);
    expect(byId.stdout).toMatch(/INVITE/);
    expect(byCallId.stdout).toBe(byId.stdout);
    expect(byPrefix.stdout).toBe(byId.stdout);
  });
});

describe('the catalog', () => {
  test.each([
    [['explain', '603'], '603 Decline'],
    [['explain', 'Q.850:21'], 'call rejected'],
    [['explain', 'busy', 'here'], '486 Busy Here'],
    [['explain', '603', '--lang', 'vi'], 'Ý nghĩa'],
    [['compare', '100', '603'], 'Key differences'],
    [['compare', '100', '603', '--lang', 'vi'], 'Điểm khác biệt chính'],
    [['rules'], 'trying-downstream-silent'],
    [['rules', '--lang', 'vi'], 'warning'],
    [['--lang', 'vi', 'rules', 'auth-no-retry'], 'Ý nghĩa'],
    [['--no-color', '--lang', 'en', 'explain', '603'], '603 Decline'],
    [['explain', '404', 'auth-no-retry'], 'auth-no-retry'],
    [['explain', '404', 'auth-no-retry'], '404 Not Found'],
  ])('%j', async (args, text) => {
    const { code, stdout, stderr } = await siptriage(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(text);
    for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  test('says which of several topics it does not know', async () => {
    const { code, stderr } = await siptriage(['explain', '404', 'no-such-rule']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/no-such-rule: nothing in the catalog/);
  });

  test('is there for programs too', async () => {
    const { stdout } = await siptriage(['explain', '486', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'code', id: '486' });
  });
});
