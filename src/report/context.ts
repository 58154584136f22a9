import { type Formatter, formatterFor } from '../catalog/format.ts';
import { LABELS, type Labels } from '../catalog/labels.ts';
import { REPORT_WORDS, type ReportWords } from '../catalog/report-words.ts';
import type { Report } from '../model/report.ts';
import type { RenderOptions } from './format.ts';
import { PLAIN, type Palette } from './palette.ts';

/** What every part of a page needs: the document, its language, and the paper. */
export interface Page {
  readonly report: Report;
  readonly labels: Labels;
  readonly words: ReportWords;
  readonly format: Formatter;
  readonly width: number;
  readonly palette: Palette;
}

const DEFAULT_WIDTH = 80;

export function pageOf(report: Report, options: RenderOptions = {}): Page {
  return {
    report,
    labels: LABELS[report.language],
    words: REPORT_WORDS[report.language],
    format: formatterFor(report.language),
    width: options.width ?? DEFAULT_WIDTH,
    palette: options.colour ?? PLAIN,
  };
}
