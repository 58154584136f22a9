import type { Report } from '../model/report.ts';
import type { ReportFormat } from './format.ts';
import { jsonText } from './json-text.ts';

/** One element a line: still one JSON document, but no string ever holds more than one call, and `grep` works. */
function* jsonMember(key: string, value: unknown, lead: string): Iterable<string> {
  yield `${lead}${jsonText(key)}:`;
  if (!Array.isArray(value) || value.length === 0) {
    yield jsonText(value);
    return;
  }
  let separator = '[\n';
  for (const element of value) {
    yield separator + jsonText(element);
    separator = ',\n';
  }
  yield '\n]';
}

function* render(report: Report): Iterable<string> {
  let lead = '{\n';
  for (const [key, value] of Object.entries(report)) {
    if (value === undefined) continue;
    yield* jsonMember(key, value, lead);
    lead = ',\n';
  }
  yield '\n}\n';
}

export const jsonFormat: ReportFormat = {
  id: 'json',
  extensions: ['.json'],
  needs: { messages: 'problems', calls: 'all' },
  render,
};
