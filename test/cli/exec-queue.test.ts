import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commandLine, ExecQueue } from '../../src/cli/exec-queue.ts';

const scratch = mkdtempSync(join(tmpdir(), 'siptriage-exec-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A program that appends what it reads and its arguments to a file. */
function recorder(name: string, ...more: string[]): { line: string[]; read: () => string } {
  const file = join(scratch, name);
  const program = `
    let text = '';
    process.stdin.on('data', (chunk) => (text += chunk));
    process.stdin.on('end', () =>
      require('fs').appendFileSync(process.argv[1], text + JSON.stringify(process.argv.slice(2)) + '\\n'));`;
  return {
    line: [process.execPath, '-e', program, file, ...more],
    read: () => readFileSync(file, 'utf8'),
  };
}

test('a command line is parted at blanks, and what is given apart stays as it is', () => {
  expect(commandLine(' ./page  --level high ', ['$(id) "x"'])).toEqual([
    './page',
    '--level',
    'high',
    '$(id) "x"',
  ]);
});

test('the command gets the text on its standard input, and no shell sees anything', async () => {
  const warnings: string[] = [];
  const { line, read } = recorder('one', '`id`; $HOME');
  const queue = new ExecQueue(line, (message) => warnings.push(message));
  queue.add('{"from":"$(touch /tmp/x); `id` | sh"}');
  await queue.finish(20_000);
  expect(read()).toBe('{"from":"$(touch /tmp/x); `id` | sh"}["`id`; $HOME"]\n');
  expect(warnings).toEqual([]);
});

test('all run, a few at a time', async () => {
  const { line, read } = recorder('many');
  const queue = new ExecQueue(line, () => undefined);
  for (let index = 0; index < 10; index += 1) queue.add(`${index} `);
  await queue.finish(60_000);
  expect(read().trim().split('\n').toSorted()).toEqual(
    Array.from({ length: 10 }, (_, index) => `${index} []`),
  );
});

test('failures are told once for each kind', async () => {
  const warnings: string[] = [];
  const tell = (message: string): void => void warnings.push(message);
  const failing = new ExecQueue([process.execPath, '-e', 'process.exit(3)'], tell);
  failing.add('x'.repeat(1 << 20));
  failing.add('y');
  await failing.finish(20_000);
  expect(failing.failed).toBe(2);
  const missing = new ExecQueue([join(scratch, 'no-such-program')], tell);
  missing.add('x');
  missing.add('y');
  await missing.finish(20_000);
  expect(missing.failed).toBe(2);
  expect(warnings.map((text) => text.replace(/^--exec: \S+ /, ''))).toEqual([
    'failed with exit code 3',
    'cannot be run: ENOENT',
  ]);
});

test('what is too much is dropped, and told', async () => {
  const warnings: string[] = [];
  const sleeper = [process.execPath, '-e', 'setTimeout(() => {}, 3000)'];
  const queue = new ExecQueue(sleeper, (message) => warnings.push(message));
  for (let index = 0; index < 1010; index += 1) queue.add('x');
  // Four run, a thousand wait.
  expect(queue.dropped).toBe(6);
  await queue.finish(10);
  expect(queue.dropped).toBe(1006);
  expect(warnings).toHaveLength(1);
});
