import type { EvidenceView } from '../report/html/page-data.ts';
import { hrefOf } from './route.ts';

/** What proves a finding; a row that is shown in a ladder leads there. */
export function Evidence({
  rows,
  call,
}: {
  readonly rows: readonly EvidenceView[];
  /** Call whose ladder the rows point into. */
  readonly call: string | null;
}) {
  return (
    <ol class="evidence">
      {rows.map((row, index) => (
        <li key={index} class={row.silence ? 'silence' : ''}>
          <span class="place">
            {row.step !== undefined && call !== null ? (
              <a href={hrefOf(call, row.step)}>{row.place}</a>
            ) : (
              row.place
            )}
          </span>
          <span class="when">{row.when}</span>
          <span class="what">
            <b>{row.what}</b> {row.route !== '' && <span class="route">{row.route}</span>}
            {row.field !== undefined && <code>{row.field}</code>}
          </span>
        </li>
      ))}
    </ol>
  );
}
