import { expandPaths } from './input/paths.ts';
import { InputError } from './input/errors.ts';
import { nodeCrypto } from './input/node-crypto.ts';
import { openSources } from './input/open-sources.ts';
import type { InputSource } from './input/source.ts';
import { LANGUAGES } from './model/language.ts';
import { OptionsError } from './model/options-error.ts';
import type { AnalyzeOptions } from './model/options.ts';
import type { Report } from './model/report.ts';
import { Session } from './session.ts';
import { loadGrammar } from './sip/grammar.ts';
import type { SourceReading } from './source-reading.ts';

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
  const problems: Error[] = [...errors];
  const session = new Session(options, nodeCrypto);
  const missing = new Set<string>();
  const interrupted = (): boolean => options.signal?.aborted === true;
  let opened = 0;
  for (const path of files) {
    if (interrupted()) break;
    try {
      for await (const input of openSources(path)) {
        const { content } = input;
        if (content.kind !== 'locked') opened += 1;
        else if (!missing.has(content.needs)) {
          // Once for all files that need the same package.
          missing.add(content.needs);
          problems.push(content.problem);
        }
        await readInput(input, session.open(input.path, input.unread), options);
        if (interrupted()) break;
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(error);
    }
  }
  const [first] = problems;
  if (first !== undefined && opened === 0) throw first;
  for (const problem of problems) options.onWarning?.(problem.message);
  return session.report(interrupted());
}

function completed(given: Partial<AnalyzeOptions>): AnalyzeOptions {
  const { language = 'en', thresholds = {}, messages = 'none' } = given;
  if (!LANGUAGES.includes(language)) {
    throw new OptionsError(`no such language: ${language}`, `one of ${LANGUAGES.join(', ')}`);
  }
  return { ...given, language, thresholds, messages };
}

async function readInput(
  input: InputSource,
  reading: SourceReading,
  { onProgress, signal }: AnalyzeOptions,
): Promise<void> {
  reading.compression = input.compression;
  try {
    const { content } = input;
    if (content.kind === 'unknown') {
      // Of a member only the size of the archive around it is known.
      const bytes = input.compression === undefined ? input.bytesTotal : null;
      reading.isContainer(content.container, bytes ?? 0);
    }
    if (content.kind === 'archive') reading.isArchive(content.format);
    if (content.kind !== 'bytes') {
      await input.close();
      return;
    }
    for await (const chunk of input) {
      if (signal?.aborted === true) break;
      reading.push(chunk);
      onProgress?.({
        path: input.path,
        bytesRead: input.bytesRead,
        bytesTotal: input.bytesTotal,
        messages: reading.messages,
      });
    }
  } finally {
    // What was read before a failure is kept.
    reading.end();
  }
}
