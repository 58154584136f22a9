/** The only door to cli-progress. Progress goes to stderr: bars on a terminal, else a line for each file. */
import cliProgress from 'cli-progress';
import { formatterFor } from '../catalog/format.ts';
import type { Progress } from '../model/options.ts';
import { terminalText } from '../report/terminal-text.ts';
import { truncated } from '../report/width.ts';
import type { Io } from './io.ts';
import { Speed } from './speed.ts';

export interface ProgressView {
  update(progress: Progress): void;
  stop(): void;
}

/** Runs shorter than this need no progress: a bar that flashes only distracts. */
const PATIENCE_MS = 700;
const LINE_PATIENCE_MS = 5000;
const NAME_COLUMNS = 34;
/** Files that are read at the same time and shown. */
const MAX_BARS = 8;
const OVERALL = '{bar} {percentage}%  {files}{rate}/s  {calls} calls  {findings} findings{left}';
const FILE = '  {name} {bar} {percentage}% {messages} SIP messages';

const SILENT: ProgressView = { update: () => {}, stop: () => {} };
const format = formatterFor('en');

function barView(stderr: NodeJS.WriteStream): ProgressView {
  const bars = new cliProgress.MultiBar(
    { barsize: 20, hideCursor: true, clearOnComplete: true, stream: stderr },
    cliProgress.Presets.rect,
  );
  const started = Date.now();
  const speed = new Speed(started);
  const open = new Map<string, cliProgress.SingleBar>();
  let overall: cliProgress.SingleBar | null = null;

  function showOverall({ overall: all }: Progress): void {
    const { files, filesDone, bytesRead, bytesTotal, calls, findings } = all;
    speed.at(Date.now(), bytesRead);
    const left = bytesTotal === null ? null : speed.secondsFor(bytesTotal - bytesRead);
    const payload = {
      files: files > 1 ? `${filesDone}/${files} files  ` : '',
      rate: format.bytes(Math.round(speed.bytesPerSecond)),
      calls: format.integer(calls),
      findings: format.integer(findings),
      left: left === null ? '' : `  ${format.duration(left * 1e6)} left`,
    };
    const total = Math.max(1, bytesTotal ?? bytesRead + 1);
    overall ??= bars.create(total, bytesRead, payload, { format: OVERALL });
    overall.setTotal(total);
    overall.update(bytesRead, payload);
  }

  function showFile({ path, bytesRead, bytesTotal, messages, done }: Progress): void {
    // Members of one archive take turns.
    const file = path.split('!/', 1)[0] as string;
    const bar = open.get(file);
    if (done) {
      if (bar !== undefined) bars.remove(bar);
      open.delete(file);
      return;
    }
    const payload = { name: truncated(terminalText(path), NAME_COLUMNS), messages };
    const total = Math.max(1, bytesTotal ?? bytesRead + 1);
    if (bar !== undefined) {
      bar.setTotal(total);
      bar.update(bytesRead, payload);
    } else if (open.size < MAX_BARS) {
      open.set(file, bars.create(total, bytesRead, payload, { format: FILE }));
    }
  }

  return {
    update(progress) {
      if (overall === null && Date.now() - started < PATIENCE_MS) return;
      showOverall(progress);
      showFile(progress);
    },
    stop() {
      bars.stop();
    },
  };
}

function lineView(stderr: NodeJS.WriteStream): ProgressView {
  const started = Date.now();
  return {
    update({ path, bytesRead, messages, done, overall }) {
      if (!done || Date.now() - started < LINE_PATIENCE_MS) return;
      const { files, filesDone } = overall;
      const what = `${format.bytes(bytesRead)}, ${format.integer(messages)} SIP messages`;
      stderr.write(`siptriage: ${filesDone}/${files} ${terminalText(path)}: ${what}\n`);
    },
    stop() {},
  };
}

export function progressView({ stderr }: Io, quiet: boolean): ProgressView {
  if (quiet) return SILENT;
  return stderr.isTTY ? barView(stderr) : lineView(stderr);
}
