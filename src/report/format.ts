import type { AnalyzeOptions } from '../model/options.ts';
import type { Report } from '../model/report.ts';
import type { Palette } from './palette.ts';

export interface RenderOptions {
  /** Columns of the terminal; 80 when not given. */
  readonly width?: number;
  /** Colours; none when not given. */
  readonly colour?: Palette;
  /** How many problems to show, 0 for all. Only the text report is limited. */
  readonly limit?: number;
}

/** One way to write a report down. Chunks are whole lines, so that a large report streams. */
export interface ReportFormat {
  readonly id: string;
  /** File name extensions that mean this format, with their dot; the first is the usual one. */
  readonly extensions: readonly string[];
  /** What it has to find in the report: the rest need not be kept while reading. */
  readonly needs: Pick<AnalyzeOptions, 'messages' | 'calls' | 'groups'>;
  render(report: Report, options?: RenderOptions): Iterable<string>;
}
