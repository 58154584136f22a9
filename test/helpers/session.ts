/** Bytes through the whole chain of one analysis, without files. */
import { Session } from '../../src/session.ts';
import type { AnalyzeOptions } from '../../src/model/options.ts';
import type { Report } from '../../src/model/report.ts';

/** The report of these sources, read one after the other. */
export function reportOf(
  sources: readonly Uint8Array[],
  options: Partial<AnalyzeOptions> = {},
): Report {
  const session = new Session({ language: 'en', thresholds: {}, messages: 'none', ...options });
  for (const [at, bytes] of sources.entries()) {
    const reading = session.open(`source-${at + 1}`);
    reading.push(bytes);
    reading.end();
  }
  return session.report();
}
