import type { StepView } from '../report/html/page-data.ts';
import { labels } from './data.ts';
import { messageLines } from './message-lines.ts';

/** A message as it was received, with the fields that matter marked. */
export function Message({ step }: { readonly step: StepView | null }) {
  if (step === null) return <p class="dim">{labels.pick}</p>;
  const { source, clock, route, text, fields } = step;
  return (
    <>
      <p class="message-place">
        <b>{source}</b>
        <br />
        {clock} · {route}
      </p>
      {text === undefined ? (
        <p class="dim">{labels.noText}</p>
      ) : (
        <pre class="message" tabIndex={0}>
          {messageLines(text, fields).map(({ kind, name, rest }, index) => (
            <div key={index} class={`line-${kind}`}>
              {name !== '' && <b>{name}</b>}
              {rest === '' && name === '' ? ' ' : rest}
            </div>
          ))}
        </pre>
      )}
    </>
  );
}
