import type { AnalyzeOptions } from '../model/options.ts';
import type { Report } from '../model/report.ts';
import type { Palette } from './palette.ts';

export interface RenderOptions {
  /** Columns of the terminal; 80 when not given. */
  readonly width?: number;
  /** Colours; none when not given. */
  readonly colour?: Palette;
  /** How many problems to show, 0 for all. Only the text report and tickets are limited. */
  readonly limit?: number;
}

/** The zone of the local times beside UTC. */
export interface LocalZone {
  /** `Asia/Ho_Chi_Minh` or `+07:00`. */
  readonly name: string;
  /** Minutes east of UTC at a moment, ms since 1970. */
  minutesAt(utcMs: number): number;
}

/** How a ticket for another company is written. */
export interface TicketOptions extends RenderOptions {
  readonly zone: LocalZone;
}

/** One way to write a report down. Chunks are whole lines, so that a large report streams. */
export interface ReportFormat {
  readonly id: string;
  /** File name extensions that mean this format, with their dot; the first is the usual one. */
  readonly extensions: readonly string[];
  /** What it has to find in the report: the rest need not be kept while reading. */
  readonly needs: Pick<AnalyzeOptions, 'messages' | 'calls' | 'groups'>;
  /** Loads the library that the format is written with, before the first `render`; most need none. */
  load?(): Promise<void>;
  render(report: Report, options?: RenderOptions): Iterable<string>;
  /** The same problems for another company: what was observed, in neutral words, and nothing internal. */
  ticket?(report: Report, options: TicketOptions): Iterable<string>;
}
