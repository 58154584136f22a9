import { copiesAmong } from './batch/copies.ts';
import { readHere } from './batch/here.ts';
import { readInThreads } from './batch/parallel.ts';
import { ProgressMeter } from './batch/progress.ts';
import { sizesOf } from './batch/sizes.ts';
import { threadsFor } from './batch/threads.ts';
import { expandPaths } from './input/paths.ts';
import type { InputError } from './input/errors.ts';
import { nodeCrypto } from './input/node-crypto.ts';
import { LANGUAGES } from './model/language.ts';
import { OptionsError } from './model/options-error.ts';
import type { AnalyzeOptions } from './model/options.ts';
import type { Report } from './model/report.ts';
import { type Redacted, RedactingSession } from './redacting-session.ts';
import { Session } from './session.ts';
import { loadGrammar } from './sip/grammar.ts';

/**
 * Reads captures and logs (paths, folders, globs, `-` for standard input) and returns the report. Inputs that cannot be
 * read are told through `onWarning`; when none can, the first one's `InputError` is thrown. When `options.signal` is aborted, reading
 * stops and the report covers what was read so far (`partial`). Each member of an archive is a
 * source of its own. Damage inside a file never throws: it is counted under the source's `unread`. Options that are left out have
 * their defaults: English, no other thresholds, calls without their messages.
 */
export async function analyze(
  inputs: string | readonly string[],
  given: Partial<AnalyzeOptions> = {},
): Promise<Report> {
  const options = completed(given);
  if (options.redact !== undefined) return (await analyzeRedacted(inputs, given)).report;
  const session = new Session(options, nodeCrypto);
  await readAll(inputs, session, options);
  return session.report(options.signal?.aborted === true);
}

/**
 * The same with `options.redact`, and with what proves that an output of the report holds no original identifier.
 * @throws RedactionError when the redacted report would not say the same as a plain one, or is not clean
 */
export async function analyzeRedacted(
  inputs: string | readonly string[],
  given: Partial<AnalyzeOptions>,
): Promise<Redacted> {
  const options = completed(given);
  const session = new RedactingSession(options, nodeCrypto);
  await readAll(inputs, session, options);
  return session.redacted(options.signal?.aborted === true);
}

/** Reads everything into the session; tells what could not be read. */
async function readAll(
  inputs: string | readonly string[],
  session: Session | RedactingSession,
  options: AnalyzeOptions,
): Promise<void> {
  const paths = typeof inputs === 'string' ? [inputs] : inputs;
  const [{ files: found, errors }] = await Promise.all([expandPaths(paths), loadGrammar()]);
  const sizes = new Map(await sizesOf(found));
  for (const [copy, first] of await copiesAmong(sizes)) {
    options.onWarning?.(`${copy}: the same bytes as ${first}, read once`);
    sizes.delete(copy);
  }
  const files = [...sizes.keys()];
  const isPlain = session instanceof Session;
  const threads = isPlain ? await threadsFor(sizes, options) : 0;
  const meter = new ProgressMeter(sizes, () => session.soFar, options.onProgress);
  if (threads === 0 && options.cache !== undefined) {
    const why = isPlain ? 'standard input cannot be kept' : 'redaction reads everything itself';
    options.onWarning?.(`the cache is not used: ${why}`);
  }
  const read =
    !isPlain || threads === 0
      ? await readHere(files, session, options, meter)
      : await readInThreads(files, threads, session, options, meter);
  const problems = [...errors, ...onceEach(read.problems)];
  const [first] = problems;
  if (first !== undefined && read.opened === 0) throw first;
  for (const problem of problems) {
    options.onWarning?.(`${problem.message} (${problem.hint})`);
    if (paths.includes(problem.path)) options.onUnreadable?.(problem.path);
  }
}

/** A package that is missing is told once for all files that need it. */
function onceEach(problems: readonly InputError[]): InputError[] {
  const missing = new Set<string>();
  return problems.filter(({ needs }) => {
    if (needs === undefined) return true;
    const isNew = !missing.has(needs);
    missing.add(needs);
    return isNew;
  });
}

function completed(given: Partial<AnalyzeOptions>): AnalyzeOptions {
  const { language = 'en', thresholds = {}, messages = 'none' } = given;
  if (!LANGUAGES.includes(language)) {
    throw new OptionsError(`no such language: ${language}`, `one of ${LANGUAGES.join(', ')}`);
  }
  return { ...given, language, thresholds, messages };
}
