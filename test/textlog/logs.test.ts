/** The shared samples of real logs, each as it is and in other coats. They stand beside the project, not in it. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NOT_YET } from './logs-expected.ts';
import { readLog } from './read-log.ts';

const LOGS = '../shared/logs';
const present = existsSync(`${LOGS}/manifest.jsonl`);

if (!present) console.log(`No log samples at ${LOGS}: they are not tested in this run.`);

interface Sample {
  readonly file: string;
  readonly dialect: string;
  readonly messages: number;
  /** What stands in a wrapper. */
  readonly inner?: string;
}

const samples: Sample[] = present
  ? readFileSync(`${LOGS}/manifest.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Sample)
  : [];

const lines = (text: string): string[] => text.replaceAll('\r\n', '\n').split('\n');

/** What a collector or an editor makes of a log; text is one character a byte. */
const COATS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'with CRLF': (text) => lines(text).join('\r\n'),
  'with LF': (text) => lines(text).join('\n'),
  'in syslog': (text) =>
    lines(text)
      .map((line) => `<134>Nov  3 10:15:42 pbx1 sipd[812]: ${line}\n`)
      .join(''),
  'in docker JSON': (text) =>
    lines(text)
      .map((line) => {
        const row = { log: `${line}\n`, stream: 'stdout', time: '2026-11-03T10:15:42.123456789Z' };
        return `${JSON.stringify(row)}\n`;
      })
      .join(''),
};

describe.runIf(present)('the shared logs', () => {
  const allowed = new Set(Object.keys(NOT_YET));

  it.each(Object.keys(COATS))('%s: give their hand-counted messages', (name) => {
    const dress = COATS[name] as (text: string) => string;
    const wrong: Record<string, string> = {};
    for (const { file, messages } of samples) {
      const bytes = Buffer.from(dress(readFileSync(`${LOGS}/${file}`, 'latin1')), 'latin1');
      const found = readLog(bytes).messages.length;
      // Never more than there are, whatever is not read yet.
      const fine = found === messages || (allowed.has(file) && found < messages);
      if (!fine) wrong[file] = `${found} messages, not ${messages}`;
    }
    expect(wrong).toEqual({});
  });

  it.each(Object.keys(COATS))('%s: give their dialect', (name) => {
    const dress = COATS[name] as (text: string) => string;
    const wrong: Record<string, string | undefined> = {};
    for (const { file, dialect, inner, messages } of samples) {
      if (messages === 0) continue;
      const bytes = Buffer.from(dress(readFileSync(`${LOGS}/${file}`, 'latin1')), 'latin1');
      const { source } = readLog(bytes);
      if (source.dialect !== dialect && source.dialect !== inner) wrong[file] = source.dialect;
    }
    expect(wrong).toEqual({});
  });

  it('are read alike at every size of chunk', () => {
    const wrong: string[] = [];
    for (const { file } of samples) {
      const bytes = readFileSync(`${LOGS}/${file}`);
      const whole = readLog(bytes).messages;
      for (const step of [1, 97]) {
        if (JSON.stringify(readLog(bytes, { step }).messages) !== JSON.stringify(whole)) {
          wrong.push(`${file} by ${step}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('have no row in the table of unread ones that is read', () => {
    const stale = samples
      .filter(({ file }) => allowed.has(file))
      .filter(({ file, messages }) => {
        return readLog(readFileSync(`${LOGS}/${file}`)).messages.length === messages;
      });
    expect(stale.map(({ file }) => file)).toEqual([]);
  });
});
