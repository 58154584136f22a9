import { FORMATS } from '../report/formats.ts';
import { LANGUAGES } from '../model/language.ts';
import type { AnalyzeOptions } from '../model/options.ts';
import { type Command, Option } from './commander.ts';
import type { Io } from './io.ts';
import { languageFrom } from './language.ts';
import { parseMoment } from './moment.ts';
import { CONFIG_FILE } from './config-file.ts';
import type { Config } from '../model/config.ts';
import { addRedactionOptions, type RedactionFlags, redactOption } from './redaction.ts';
import { parseOnly } from './selection.ts';
import { parseZone } from './log-zone.ts';
import { parseThreads } from './threads.ts';
import { parseThresholds, thresholdHelp } from './threshold.ts';

/** What commander hands over for the options that every command has. */
export interface CommonFlags {
  readonly lang?: string;
  readonly color: boolean;
}

/** … and those that every command has that reads captures. */
export interface AnalysisFlags extends CommonFlags, RedactionFlags {
  readonly only?: string[];
  readonly since?: string;
  readonly until?: string;
  readonly threshold?: string[];
  /** False for `--no-config`. */
  readonly config?: string | false;
  readonly keylog?: string;
  readonly logZone?: string;
  readonly threads?: string;
  readonly cache?: string;
  readonly quiet?: boolean;
}

const collect = (value: string, previous: string[] = []): string[] => [...previous, value];

export function addCommonOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--lang <language>', 'language of the output (default: from the locale)').choices([
        ...LANGUAGES,
      ]),
    )
    .option('--no-color', 'no colours (NO_COLOR is obeyed too)');
}

/** What decides which findings there are, whether files are analysed or followed. */
export function addFindingOptions(command: Command): Command {
  return addCommonOptions(command)
    .option(
      '--only <what>',
      'show only calls with this outcome, rule, family of rules (setup) or pattern (trying-*); the figures stay those of all',
      collect,
    )
    .option('--since <time>', 'ignore what is older (2026-11-22T14:03:07Z; now)')
    .option('--until <time>', 'ignore what is newer')
    .option(
      '--threshold <name=value>',
      `change a limit of a rule, in seconds or copies; defaults: ${thresholdHelp()}`,
      collect,
    )
    .option(
      '--config <file>',
      `rules, thresholds and names of own addresses; default: ${CONFIG_FILE} in the working directory`,
    )
    .option('--no-config', `do not read ${CONFIG_FILE}`)
    .option('--keylog <file>', 'secrets that decrypt TLS (a file as SSLKEYLOGFILE writes it)')
    .option(
      '--log-zone <zone>',
      'time zone of logs that name none (Europe/Berlin, +07:00); default: UTC',
    );
}

export function addAnalysisOptions(command: Command): Command {
  return addFindingOptions(addRedactionOptions(command))
    .option(
      '--threads <count>',
      'threads that read files (default: one for each processor, when there is much to read)',
    )
    .option(
      '--cache <folder>',
      'keep there what was read of each file, so that the next run reads only what is new',
    )
    .option('-q, --quiet', 'no progress and no warnings on stderr');
}

/** `--format`, with the formats that exist. */
export function formatOption(ids: readonly string[] = FORMATS.map(({ id }) => id)): Option {
  return new Option('--format <format>', 'how to write it').choices(ids);
}

/** The part of the options that decides what the report says; an option counts before the configuration. */
export function analyzeOptions(
  flags: AnalysisFlags,
  { rules, thresholds = {}, estate }: Config,
  io: Io,
): Omit<AnalyzeOptions, 'messages' | 'keylog' | 'onProgress' | 'onWarning' | 'signal'> {
  const redact = redactOption(flags, io.env);
  return {
    language: languageFrom(flags.lang, io.env),
    thresholds: { ...thresholds, ...parseThresholds(flags.threshold ?? []) },
    ...(rules === undefined ? {} : { rules }),
    ...(estate === undefined ? {} : { estate }),
    ...(flags.since === undefined ? {} : { since: parseMoment(flags.since, '--since') }),
    ...(flags.until === undefined ? {} : { until: parseMoment(flags.until, '--until') }),
    ...(flags.logZone === undefined ? {} : { logZone: parseZone(flags.logZone) }),
    ...(flags.threads === undefined ? {} : { threads: parseThreads(flags.threads) }),
    ...(flags.cache === undefined ? {} : { cache: flags.cache }),
    ...(redact === undefined ? {} : { redact }),
    ...(flags.only === undefined ? {} : { only: parseOnly(flags.only) }),
  };
}
