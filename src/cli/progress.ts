/** The only door to cli-progress. Progress goes to stderr: a bar on a terminal, else a line now and then. */
import cliProgress from 'cli-progress';
import type { Progress } from '../model/options.ts';
import { terminalText } from '../report/terminal-text.ts';
import { truncated } from '../report/width.ts';
import type { Io } from './io.ts';

export interface ProgressView {
  update(progress: Progress): void;
  stop(): void;
}

/** Runs shorter than this need no progress: a bar that flashes only distracts. */
const PATIENCE_MS = 700;
const LINE_PATIENCE_MS = 5000;
const NAME_COLUMNS = 34;

const SILENT: ProgressView = { update: () => {}, stop: () => {} };

function barView(stderr: NodeJS.WriteStream): ProgressView {
  const bar = new cliProgress.SingleBar(
    {
      format: '{name} {bar} {percentage}% {messages} SIP messages',
      barsize: 20,
      hideCursor: true,
      clearOnComplete: true,
      stream: stderr,
    },
    cliProgress.Presets.rect,
  );
  const started = Date.now();
  let shown = false;
  return {
    update({ path, bytesRead, bytesTotal, messages }) {
      if (!shown && Date.now() - started < PATIENCE_MS) return;
      const payload = { name: truncated(terminalText(path), NAME_COLUMNS), messages };
      const total = bytesTotal ?? bytesRead + 1;
      if (!shown) bar.start(total, bytesRead, payload);
      shown = true;
      bar.setTotal(total);
      bar.update(bytesRead, payload);
    },
    stop() {
      if (shown) bar.stop();
    },
  };
}

function lineView(stderr: NodeJS.WriteStream): ProgressView {
  const started = Date.now();
  let told = '';
  return {
    update({ path }) {
      if (path === told || Date.now() - started < LINE_PATIENCE_MS) return;
      told = path;
      stderr.write(`siptriage: reading ${terminalText(path)}\n`);
    },
    stop() {},
  };
}

export function progressView({ stderr }: Io, quiet: boolean): ProgressView {
  if (quiet) return SILENT;
  return stderr.isTTY ? barView(stderr) : lineView(stderr);
}
