import type { CallLine } from '../model/call-line.ts';
import type { Report } from '../model/report.ts';
import { CALL_LINE_SCHEMA_ID } from '../model/schema-ids.ts';
import type { ReportFormat } from './format.ts';
import { findingsById, findingsOf } from './findings.ts';
import { jsonText } from './json-text.ts';

function* render(report: Report): Iterable<string> {
  const byId = findingsById(report);
  for (const call of report.calls) {
    const line: CallLine = {
      ...call,
      schema: CALL_LINE_SCHEMA_ID,
      findings: findingsOf(call, byId),
    };
    yield `${jsonText(line)}\n`;
  }
}

export const ndjsonFormat: ReportFormat = {
  id: 'ndjson',
  extensions: ['.ndjson', '.jsonl'],
  needs: { messages: 'problems', calls: 'all', groups: false },
  render,
};
