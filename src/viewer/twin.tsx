import type { TwinView } from '../report/html/page-data.ts';
import { callView, cells, fill, labels } from './data.ts';
import { Part } from './finding.tsx';
import { hrefOf } from './route.ts';

function Value({ text, kind }: { readonly text: string | null; readonly kind: string }) {
  return <td class={kind}>{text === null ? <i>{labels.absent}</i> : <code>{text}</code>}</td>;
}

/** What the INVITE of a failed call has otherwise than that of the most similar call that worked. */
export function Twin({ twin, failed }: { readonly twin: TwinView; readonly failed: string }) {
  const worked = fill(labels.workedCall, { id: twin.id });
  const known = callView(twin.id) !== undefined;
  if (twin.differences.length === 0) {
    return (
      <Part label={labels.twin}>
        <p>{known ? <a href={hrefOf(twin.id)}>{twin.text}</a> : twin.text}</p>
      </Part>
    );
  }
  return (
    <Part label={labels.twin}>
      <p class="dim">{twin.text}</p>
      <table class="twin">
        <thead>
          <tr>
            <th />
            <th scope="col">{fill(labels.failedCall, { id: failed })}</th>
            <th scope="col">{known ? <a href={hrefOf(twin.id)}>{worked}</a> : worked}</th>
          </tr>
        </thead>
        <tbody>
          {twin.differences.map((one, index) => (
            <tr key={index}>
              <th scope="row">{one.name}</th>
              <Value text={one.failed} kind="minus" />
              <Value text={one.worked} kind="plus" />
            </tr>
          ))}
        </tbody>
      </table>
      {twin.more > 0 && (
        <p class="dim">{fill(labels.moreDifferences, { n: cells.integer(twin.more) })}</p>
      )}
    </Part>
  );
}
