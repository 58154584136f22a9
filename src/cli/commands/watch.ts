import { setTimeout as wait } from 'node:timers/promises';
import { Follower } from '../../input/follow/follower.ts';
import { readKeyLogFile } from '../../input/key-log-file.ts';
import { nodeCrypto } from '../../input/node-crypto.ts';
import { STDIN, stdinChunks } from '../../input/stdin-chunks.ts';
import { SEVERITIES, type Severity } from '../../model/vocabulary.ts';
import type { Told } from '../../model/watch-event.ts';
import { terminalText } from '../../report/terminal-text.ts';
import { watchJson, watchText } from '../../report/watch.ts';
import {
  addFindingOptions,
  type AnalysisFlags,
  analyzeOptions,
  formatOption,
} from '../analysis-options.ts';
import { paletteFor } from '../colours.ts';
import type { AddCommand } from '../command.ts';
import { Option } from '../commander.ts';
import { readConfig } from '../config-file.ts';
import { commandLine, ExecQueue } from '../exec-queue.ts';
import { EXIT } from '../exit-codes.ts';
import { type Io, proseColumns, warn } from '../io.ts';
import { writeOutput } from '../output.ts';
import { requirePaths } from '../read-report.ts';
import { UsageError } from '../usage-error.ts';
import { watchNotes } from '../watch-notes.ts';
import { watchSummary } from '../watch-summary.ts';

interface WatchFlags extends AnalysisFlags {
  readonly format: 'text' | 'ndjson';
  readonly severity: Severity;
  readonly exec?: string;
  readonly execArg?: string[];
}

const EXAMPLES = `
Examples:
  siptriage watch /var/spool/captures              a folder that tcpdump -G, -C or -W rotates in
  siptriage watch /var/log/kamailio.log            a log, also after logrotate
  siptriage watch /var/spool/captures --since now  nothing of what is there already
  tcpdump -U -w - udp port 5060 | siptriage watch -
  siptriage watch captures --format ndjson         one JSON object a line
  siptriage watch captures --only 'trying-*' --severity error --exec ./page-me

Capture with tcpdump -U: without it packets wait in its buffer, and no silence can be told from that.
A command of --exec gets the finding, and later its update, as JSON on its standard input; there is no shell.
Ends with a summary on Ctrl-C (exit 130), or when standard input ends.`;

/** Commands that still run when the watch ends get this long, ms. */
const LAST_RUNS = 2000;

export const addWatch: AddCommand = (program, io, finish) => {
  const command = program
    .command('watch')
    .summary('follow growing captures and logs; tell what is wrong while it goes on')
    .description(
      'Follows captures and logs that grow, new files and rotation; tells of calls that are stuck while they are stuck, once, and what became of them.',
    )
    .argument('[path...]', 'folders (with all below), captures, logs, or - for standard input')
    .addOption(formatOption(['text', 'ndjson']).default('text'))
    .addOption(
      new Option('--severity <severity>', 'tell only what is at least as grave')
        .choices([...SEVERITIES])
        .default('warning'),
    )
    .option('--exec <command>', 'run this for each finding and update; parted at blanks, no shell')
    .option(
      '--exec-arg <argument>',
      'one more argument of the command, as it is (repeatable)',
      (value: string, all: string[] | undefined) => [...(all ?? []), value],
    );
  addFindingOptions(command)
    .option('-q, --quiet', 'no warnings and no summary on stderr')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], flags: WatchFlags) => {
      requirePaths(paths, 'siptriage watch /var/spool/captures');
      await runWatch(paths, flags, io);
      finish(io.signal.aborted ? EXIT.interrupted : EXIT.analysed);
    });
};

async function runWatch(paths: readonly string[], flags: WatchFlags, io: Io): Promise<void> {
  const tellUser = (message: string): void => {
    if (flags.quiet !== true) warn(io, message);
  };
  if (flags.execArg !== undefined && flags.exec === undefined) {
    throw new UsageError('--exec-arg without --exec', 'try: --exec ./page-me --exec-arg urgent');
  }
  const exec = flags.exec === undefined ? null : queueFor(flags.exec, flags.execArg, tellUser);
  const file = flags.config === false ? null : await readConfig(flags.config);
  const [{ LiveSession }, { watch }, { checkNames }, { loadGrammar }] = await Promise.all([
    import('../../live/live-session.ts'),
    import('../../live/watch.ts'),
    import('../check-names.ts'),
    import('../../sip/grammar.ts'),
  ]);
  const options = analyzeOptions(flags, file?.config ?? {}, io);
  checkNames(options.only ?? [], file);
  await loadGrammar();
  const keylog = flags.keylog === undefined ? {} : { keylog: await readKeyLogFile(flags.keylog) };
  const session = new LiveSession(
    { ...options, ...keylog, messages: 'none', severity: flags.severity },
    nodeCrypto,
  );

  const began = Date.now();
  const files = paths.filter((path) => path !== STDIN);
  const follower = await Follower.of(
    files,
    {
      begin(path) {
        const source = session.open(path);
        return {
          push: (chunk) => source.push(chunk),
          settled: (until) => source.settled(until * 1000),
          end: () => source.end(),
        };
      },
      note: watchNotes(tellUser),
    },
    Date.now,
  );

  const width = proseColumns(io);
  const colour = paletteFor(io.stdout, flags.color);
  const written = (one: Told): string =>
    flags.format === 'ndjson' ? watchJson(one) : watchText(one, { width, colour });
  const tell = async (all: readonly Told[]): Promise<void> => {
    await writeOutput(all.map(written), undefined, io);
    for (const one of all) exec?.add(watchJson(one));
  };
  await watch(session, {
    now: Date.now,
    sleep: async (ms) => {
      await wait(ms, undefined, { signal: io.signal }).catch(() => undefined);
    },
    signal: io.signal,
    ...(files.length === 0 ? {} : { look: async () => follower.look() }),
    ...(paths.includes(STDIN) ? { stream: { chunks: stdinChunks(), path: STDIN } } : {}),
    tell,
    silent: () =>
      tellUser('nothing has come for 5 minutes: what stays away is not taken for missing any more'),
  });
  await follower.close();
  await tell(session.round());
  await exec?.finish(LAST_RUNS);
  tellUser(watchSummary(session.totals, Date.now() - began, exec));
}

function queueFor(
  command: string,
  more: readonly string[] | undefined,
  tellUser: (message: string) => void,
): ExecQueue {
  const line = commandLine(command, more);
  if (line.length === 0) throw new UsageError('--exec names no command', 'try: --exec ./page-me');
  return new ExecQueue(line, (message) => tellUser(terminalText(message)));
}
