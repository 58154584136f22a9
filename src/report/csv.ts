import { LABELS } from '../catalog/labels.ts';
import type { Report } from '../model/report.ts';
import { csvCell } from './csv/cell.ts';
import { CSV_COLUMNS } from './csv/columns.ts';
import type * as Library from './csv/stringify.ts';
import type { Cell } from './csv/stringify.ts';
import { findingsById } from './findings.ts';
import type { ReportFormat } from './format.ts';

/** Rows that are quoted in one go: setting the library up costs as much as some rows. */
const BATCH = 256;

let library: typeof Library | undefined;

function* render(report: Report): Iterable<string> {
  if (library === undefined) throw new Error('load the format before it renders');
  const { csvText } = library;
  const context = { byId: findingsById(report), labels: LABELS[report.language] };
  let rows: Cell[][] = [CSV_COLUMNS.map(({ name }) => name)];
  for (const call of report.calls) {
    rows.push(
      CSV_COLUMNS.map((column) => {
        const cell = column.cell(call, context);
        return typeof cell === 'string' ? csvCell(cell) : cell;
      }),
    );
    if (rows.length < BATCH) continue;
    yield csvText(rows);
    rows = [];
  }
  if (rows.length > 0) yield csvText(rows);
}

/** RFC 4180: one call a row, for spreadsheets and databases. */
export const csvFormat: ReportFormat = {
  id: 'csv',
  extensions: ['.csv'],
  needs: { messages: 'none', calls: 'all', groups: false },
  async load() {
    library = await import('./csv/stringify.ts');
  },
  render,
};
