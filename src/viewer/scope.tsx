import type { ScopeView } from '../report/html/page-data.ts';
import { labels } from './data.ts';
import { Part } from './finding.tsx';

function Values({
  values,
  kind,
}: {
  readonly values: ScopeView['affected'];
  readonly kind: string;
}) {
  return (
    <ul class={kind}>
      {values.map(({ value, count }) => (
        <li key={value}>
          <span>{value}</span> <b>{count}</b>
        </li>
      ))}
    </ul>
  );
}

/** Which values the affected calls have in common, and which went on working. */
export function Scope({ scope }: { readonly scope: readonly ScopeView[] }) {
  return (
    <Part label={labels.where}>
      <table class="scope">
        <thead>
          <tr>
            <th />
            <th scope="col">{labels.affected}</th>
            <th scope="col">{labels.unaffected}</th>
          </tr>
        </thead>
        <tbody>
          {scope.map(({ dimension, only, affected, unaffected }) => (
            <tr key={dimension} class={only ? 'only' : ''}>
              <th scope="row">{dimension}</th>
              <td>
                <Values values={affected} kind="hit" />
              </td>
              <td>
                <Values values={unaffected} kind="spared" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}
