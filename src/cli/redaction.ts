import { randomBytes } from 'node:crypto';
import { RULE_EXAMPLES } from '../catalog/rule-examples.ts';
import type { AnalyzeOptions } from '../model/options.ts';
import type { Report } from '../model/report.ts';
import { leaked } from '../redact/redaction-error.ts';
import type { Redacted } from '../redacting-session.ts';
import type { Command } from './commander.ts';
import { UsageError } from './usage-error.ts';

export interface RedactionFlags {
  readonly redact?: boolean;
  readonly redactKey?: string;
  readonly redactUserAgents?: boolean;
}

/** Where a key may stand so that it is in no list of processes. */
const KEY_VARIABLE = 'SIPTRIAGE_REDACT_KEY';
/** One for the whole run: some commands read twice. */
const RANDOM_KEY = randomBytes(16).toString('hex');

export function addRedactionOptions(command: Command): Command {
  return command
    .option(
      '--redact',
      'put pseudonyms for numbers, names, addresses, hosts and Call-IDs, drop secrets, and prove it',
    )
    .option(
      '--redact-key <key>',
      `runs with the same key agree (default: ${KEY_VARIABLE}, or a random one)`,
    )
    .option('--redact-user-agents', 'hide User-Agent and Server too');
}

/** What `analyze` is told; undefined without `--redact`. */
export function redactOption(
  flags: RedactionFlags,
  env: NodeJS.ProcessEnv,
): AnalyzeOptions['redact'] | undefined {
  if (flags.redact !== true) {
    const extra = Object.entries({
      '--redact-key': flags.redactKey,
      '--redact-user-agents': flags.redactUserAgents,
    }).find(([, value]) => value !== undefined);
    if (extra !== undefined) throw new UsageError(`${extra[0]} is for --redact`, 'add --redact');
    return undefined;
  }
  const key = givenKey(flags, env) ?? RANDOM_KEY;
  return { key, userAgents: flags.redactUserAgents === true };
}

function givenKey({ redactKey }: RedactionFlags, env: NodeJS.ProcessEnv): string | undefined {
  if (redactKey === '') throw new UsageError('--redact-key: empty', 'give any text');
  return redactKey ?? (env[KEY_VARIABLE] === '' ? undefined : env[KEY_VARIABLE]);
}

/** What the user should know about the key, if it matters. */
export function keyNote(flags: RedactionFlags, env: NodeJS.ProcessEnv): string | undefined {
  if (flags.redact !== true || givenKey(flags, env) !== undefined) return undefined;
  return `redacted with a random key: another run gives other pseudonyms (--redact-key or ${KEY_VARIABLE} makes runs agree)`;
}

/** The redacted reports of this run, with what proves outputs of them. */
const redacted = new WeakMap<Report, Redacted>();

export function rememberRedacted(result: Redacted): Report {
  redacted.set(result.report, result);
  return result.report;
}

/**
 * The output of a report, searched for original identifiers before the first of it is written, if the report is redacted.
 * @throws RedactionError when one is there
 */
export function proven(report: Report, chunks: Iterable<string>): Iterable<string> {
  const proof = redacted.get(report);
  if (proof === undefined) return chunks;
  const all = [...chunks];
  // Examples of rules stand in some formats whatever was read, and what the catalog says is the same whoever called.
  const own = JSON.stringify([RULE_EXAMPLES, report.catalog]);
  const leaks = proof.leaks.inOutput(all, own);
  if (leaks.length > 0) throw leaked(leaks);
  return all;
}

/** What proves outputs of the report; undefined when it is not redacted. */
export function proofOf(report: Report): Redacted | undefined {
  return redacted.get(report);
}

/** How what the user calls `wanted` may be called in the report. */
export function writtenAs(report: Report, wanted: string): string[] {
  const proof = redacted.get(report);
  return proof === undefined ? [wanted] : [wanted, proof.redactor.callId(wanted)];
}
