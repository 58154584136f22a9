import { expandPaths } from './input/paths.ts';
import { InputError } from './input/errors.ts';
import { nodeCrypto } from './input/node-crypto.ts';
import { type InputSource, openInput } from './input/source.ts';
import type { AnalyzeOptions } from './model/options.ts';
import type { Report } from './model/report.ts';
import { UnreadTally } from './model/unread.ts';
import { Session } from './session.ts';
import { loadGrammar } from './sip/grammar.ts';
import type { SourceReading } from './source-reading.ts';

/**
 * Reads captures and logs (paths, folders, globs, `-` for standard input) and returns the report. Inputs that cannot be
 * read are told through `onWarning`; when none can, the first one's `InputError` is thrown. Damage inside a file never throws: it
 * is counted under the source's `unread`.
 */
export async function analyze(inputs: readonly string[], options: AnalyzeOptions): Promise<Report> {
  const [{ files, errors }] = await Promise.all([expandPaths(inputs), loadGrammar()]);
  const problems: Error[] = [...errors];
  const session = new Session(options, nodeCrypto);
  let opened = 0;
  for (const path of files) {
    try {
      const unread = new UnreadTally();
      const input = await openInput(path, unread);
      opened += 1;
      await readInput(input, session.open(path, unread), options);
    } catch (error) {
      options.signal?.throwIfAborted();
      if (!(error instanceof InputError)) throw error;
      problems.push(error);
    }
  }
  const [first] = problems;
  if (first !== undefined && opened === 0) throw first;
  for (const problem of problems) options.onWarning?.(problem.message);
  return session.report();
}

async function readInput(
  input: InputSource,
  reading: SourceReading,
  { onProgress, signal }: AnalyzeOptions,
): Promise<void> {
  reading.compression = input.compression;
  try {
    if (input.content.kind === 'unknown' && input.content.container !== undefined) {
      reading.isContainer(input.content.container);
      await input.close();
      return;
    }
    for await (const chunk of input) {
      signal?.throwIfAborted();
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
