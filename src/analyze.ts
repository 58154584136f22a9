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
  const paths = typeof inputs === 'string' ? [inputs] : inputs;
  const [{ files, errors }] = await Promise.all([expandPaths(paths), loadGrammar()]);
  const session = new Session(options, nodeCrypto);
  const sizes = await sizesOf(files);
  const threads = await threadsFor(sizes, options);
  const meter = new ProgressMeter(sizes, () => session.soFar, options.onProgress);
  if (threads === 0 && options.cache !== undefined) {
    options.onWarning?.('the cache is not used: standard input cannot be kept');
  }
  const read =
    threads === 0
      ? await readHere(files, session, options, meter)
      : await readInThreads(files, threads, session, options, meter);
  const problems = [...errors, ...onceEach(read.problems)];
  const [first] = problems;
  if (first !== undefined && read.opened === 0) throw first;
  for (const problem of problems) options.onWarning?.(problem.message);
  return session.report(options.signal?.aborted === true);
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
