import type { AnalyzeOptions } from '../../src/model/options.ts';
import type { Report } from '../../src/model/report.ts';
import { Session } from '../../src/session.ts';

const OPTIONS: AnalyzeOptions = { language: 'en', thresholds: {}, messages: 'none' };

/** One source through a session of its own, in one chunk or cut at these places (sorted). */
export function analysed(
  file: Uint8Array,
  cuts: readonly number[] = [],
  options: Partial<AnalyzeOptions> = {},
): Report {
  const session = new Session({ ...OPTIONS, ...options });
  const source = session.open('input');
  let from = 0;
  for (const cut of [...cuts, file.length]) {
    source.push(file.subarray(from, cut));
    from = cut;
  }
  source.end();
  return session.report();
}
