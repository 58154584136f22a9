import { csvFormat } from './csv.ts';
import type { ReportFormat } from './format.ts';
import { htmlFormat } from './html.ts';
import { jsonFormat } from './json.ts';
import { junitFormat } from './junit.ts';
import { markdownFormat } from './markdown.ts';
import { ndjsonFormat } from './ndjson.ts';
import { sarifFormat } from './sarif.ts';
import { textFormat } from './text.ts';

/** Every way to write a report down; the first is the default. */
export const FORMATS: readonly ReportFormat[] = [
  textFormat,
  jsonFormat,
  ndjsonFormat,
  htmlFormat,
  markdownFormat,
  csvFormat,
  sarifFormat,
  junitFormat,
];

export function formatById(id: string): ReportFormat | undefined {
  return FORMATS.find((format) => format.id === id);
}

/** The format that a file name's extension stands for. */
export function formatForFile(path: string): ReportFormat | undefined {
  const name = path.toLowerCase();
  return FORMATS.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)));
}
