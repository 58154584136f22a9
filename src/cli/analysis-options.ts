import { FORMATS } from '../report/formats.ts';
import { LANGUAGES } from '../model/language.ts';
import type { AnalyzeOptions } from '../model/options.ts';
import { type Command, Option } from './commander.ts';
import type { Io } from './io.ts';
import { languageFrom } from './language.ts';
import { parseMoment } from './moment.ts';
import { parseOnly } from './selection.ts';
import { parseZone } from './log-zone.ts';
import { parseThresholds, thresholdHelp } from './threshold.ts';

/** What commander hands over for the options that every command has. */
export interface CommonFlags {
  readonly lang?: string;
  readonly color: boolean;
}

/** … and those that every command has that reads captures. */
export interface AnalysisFlags extends CommonFlags {
  readonly only?: string[];
  readonly since?: string;
  readonly until?: string;
  readonly threshold?: string[];
  readonly keylog?: string;
  readonly logZone?: string;
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

export function addAnalysisOptions(command: Command): Command {
  return addCommonOptions(command)
    .option(
      '--only <rule|outcome>',
      'show only calls with this outcome or rule; the figures stay those of all',
      collect,
    )
    .option('--since <time>', 'ignore what is older (2026-11-22T14:03:07Z)')
    .option('--until <time>', 'ignore what is newer')
    .option(
      '--threshold <name=value>',
      `change a limit of a rule, in seconds or copies; defaults: ${thresholdHelp()}`,
      collect,
    )
    .option('--keylog <file>', 'secrets that decrypt TLS (a file as SSLKEYLOGFILE writes it)')
    .option(
      '--log-zone <zone>',
      'time zone of logs that name none (Europe/Berlin, +07:00); default: UTC',
    )
    .option('-q, --quiet', 'no progress and no warnings on stderr');
}

/** `--format`, with the formats that exist. */
export function formatOption(ids: readonly string[] = FORMATS.map(({ id }) => id)): Option {
  return new Option('--format <format>', 'how to write it').choices(ids);
}

/** The part of the options that decides what the report says. */
export function analyzeOptions(
  flags: AnalysisFlags,
  io: Io,
): Omit<AnalyzeOptions, 'messages' | 'keylog' | 'onProgress' | 'onWarning' | 'signal'> {
  return {
    language: languageFrom(flags.lang, io.env),
    thresholds: parseThresholds(flags.threshold ?? []),
    ...(flags.since === undefined ? {} : { since: parseMoment(flags.since, '--since') }),
    ...(flags.until === undefined ? {} : { until: parseMoment(flags.until, '--until') }),
    ...(flags.logZone === undefined ? {} : { logZone: parseZone(flags.logZone) }),
    ...(flags.only === undefined ? {} : { only: parseOnly(flags.only) }),
  };
}
