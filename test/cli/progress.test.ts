import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { progressView } from '../../src/cli/progress.ts';
import { Speed } from '../../src/cli/speed.ts';
import type { Io } from '../../src/cli/io.ts';
import type { Progress } from '../../src/model/options.ts';

const MB = 1_000_000;

function io(isTTY: boolean): { io: Io; shown: () => string } {
  let text = '';
  const stderr = Object.assign(new PassThrough(), {
    isTTY,
    columns: 100,
    cursorTo: () => true,
    clearLine: () => true,
    moveCursor: () => true,
  });
  stderr.on('data', (chunk) => (text += String(chunk)));
  const { signal } = new AbortController();
  return {
    io: {
      stdout: process.stdout,
      stderr: stderr as unknown as Io['stderr'],
      env: {},
      signal,
      couldNotRead: () => {},
    },
    shown: () => text,
  };
}

function step(path: string, megabytes: number, given: Partial<Progress> = {}): Progress {
  return {
    path,
    bytesRead: megabytes * MB,
    bytesTotal: 100 * MB,
    messages: 1234,
    done: false,
    overall: {
      files: 3,
      filesDone: 1,
      bytesTotal: 300 * MB,
      bytesRead: (100 + megabytes) * MB,
      calls: 321,
      findings: 7,
    },
    ...given,
  };
}

beforeEach(() => {
  vi.useFakeTimers({ now: 0, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('on a terminal', () => {
  it('shows all files together, and each that is being read', () => {
    const { io: terminal, shown } = io(true);
    const view = progressView(terminal, false);
    view.update(step('a.pcap', 0));
    expect(shown()).toBe('');
    vi.setSystemTime(1000);
    view.update(step('a.pcap', 50));
    view.update(step('b.zip!/inner.log', 20));
    vi.advanceTimersByTime(500);
    view.stop();
    expect(shown()).toContain('1/3 files');
    expect(shown()).toContain('321 calls  7 findings');
    expect(shown()).toContain('a.pcap');
    expect(shown()).toContain('b.zip!/inner.log');
    // 150 MB in the first second; 120 of 300 MB when it was told last.
    expect(shown()).toMatch(/150 MB\/s/);
    expect(shown()).toMatch(/ 2 s left/);
  });

  it('lets no control character of a file name through', () => {
    const { io: terminal, shown } = io(true);
    const view = progressView(terminal, false);
    vi.setSystemTime(1000);
    view.update(step('evil\u001b]0;x\u0007.pcap', 50));
    vi.advanceTimersByTime(500);
    view.stop();
    expect(shown()).toContain('evil');
    expect(shown()).not.toContain('\u001b]0;');
  });
});

describe('without a terminal', () => {
  it('writes a line for each file of a long run', () => {
    const { io: pipe, shown } = io(false);
    const view = progressView(pipe, false);
    vi.setSystemTime(6000);
    view.update(step('a.pcap', 50));
    expect(shown()).toBe('');
    view.update(step('a.pcap', 100, { done: true }));
    expect(shown()).toBe('siptriage: 1/3 a.pcap: 100 MB, 1,234 SIP messages\n');
  });

  it('writes nothing of a short one, and nothing when it shall be quiet', () => {
    const short = io(false);
    progressView(short.io, false).update(step('a.pcap', 100, { done: true }));
    const quiet = io(true);
    const view = progressView(quiet.io, true);
    vi.setSystemTime(60_000);
    view.update(step('a.pcap', 100, { done: true }));
    expect(short.shown() + quiet.shown()).toBe('');
  });
});

describe('speed', () => {
  it('is that of the last seconds', () => {
    const speed = new Speed(0);
    expect(speed.secondsFor(10)).toBeNull();
    for (let second = 1; second <= 20; second += 1) speed.at(second * 1000, second * 10);
    expect(speed.bytesPerSecond).toBe(10);
    for (let second = 21; second <= 30; second += 1)
      speed.at(second * 1000, 200 + (second - 20) * 50);
    expect(speed.bytesPerSecond).toBe(50);
    expect(speed.secondsFor(100)).toBe(2);
  });
});
