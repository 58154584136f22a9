/** The data blocks of the page: JSON that is read, never executed. */
import { type Cells, cellsFor } from '../report/html/cells.ts';
import type { CallRow, CallView, PageData } from '../report/html/page-data.ts';

function block(id: string): unknown {
  const text = document.getElementById(id)?.textContent;
  return text === undefined || text === null ? undefined : (JSON.parse(text) as unknown);
}

export const page = block('data') as PageData;
export const rows = (block('rows') ?? []) as readonly CallRow[];
export const { labels } = page;
export const cells: Cells = cellsFor(page.language);

const opened = new Map<string, CallView | undefined>();

/** A call with its messages; read when it is asked for, undefined where the report has none. */
export function callView(id: string): CallView | undefined {
  if (!opened.has(id)) opened.set(id, block(`call-${id}`) as CallView | undefined);
  return opened.get(id);
}

/** `text` with `{name}` filled in. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
