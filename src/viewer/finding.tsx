import type { ComponentChildren } from 'preact';
import type { FindingView } from '../report/html/page-data.ts';
import { fill, labels } from './data.ts';
import { Evidence } from './evidence.tsx';

export function Part({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="part">
      <h4>{label}</h4>
      <div>{children}</div>
    </div>
  );
}

export function Items({ items }: { readonly items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** Severity and how sure it is, and which rule says so. */
export function Grade({ finding }: { readonly finding: FindingView }) {
  return (
    <span class="grade">
      <span class={`tag tone-${finding.tone}`}>{finding.grade}</span> <code>{finding.rule}</code>
    </span>
  );
}

/** Why, what to do, and the proof. */
export function FindingParts({
  finding,
  call,
}: {
  readonly finding: FindingView;
  readonly call: string | null;
}) {
  const { why, causes, fix, evidence, causedBy } = finding;
  return (
    <>
      {(why !== '' || causedBy !== undefined) && (
        <Part label={labels.why}>
          {why !== '' && <p>{why}</p>}
          {causedBy !== undefined && (
            <p class="dim">{fill(labels.causedBy, { title: causedBy })}</p>
          )}
        </Part>
      )}
      {causes.length > 0 && (
        <Part label={labels.causes}>
          <Items items={causes} />
        </Part>
      )}
      {fix.length > 0 && (
        <Part label={labels.fix}>
          <Items items={fix} />
        </Part>
      )}
      {evidence.length > 0 && (
        <Part label={labels.evidence}>
          <Evidence rows={evidence} call={call} />
        </Part>
      )}
    </>
  );
}
