import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CallView } from '../report/html/page-data.ts';
import { CopyTicket } from './copy-ticket.tsx';
import { fill, labels } from './data.ts';
import { FindingParts, Grade } from './finding.tsx';
import { FoldTitle } from './fold-title.tsx';
import { Ladder } from './ladder.tsx';
import { Message } from './message.tsx';
import { hrefOf } from './route.ts';
import { callTicket } from './ticket.ts';

interface Props {
  readonly id: string;
  readonly view: CallView | undefined;
  /** Ladder row from the address: where evidence led. */
  readonly row: number | null;
}

/** Rows of the ladder that findings rest on. */
function proofsOf({ findings }: CallView): Set<number> {
  return new Set(
    findings.flatMap(({ evidence }) =>
      evidence.flatMap(({ step }) => (step === undefined ? [] : [step])),
    ),
  );
}

/** The first message that a finding rests on, else the first. */
function startOf(view: CallView): number | null {
  const [proof] = view.findings[0]?.evidence.flatMap(({ step }) => step ?? []) ?? [];
  const first = view.ladder.rows.findIndex((row) => typeof row !== 'string');
  return proof ?? (first < 0 ? null : first);
}

function useWidth(): [number, (at: HTMLElement | null) => void] {
  const [width, setWidth] = useState(0);
  const place = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const at = place.current;
    if (at === null) return;
    const observer = new ResizeObserver(() => setWidth(at.clientWidth));
    observer.observe(at);
    setWidth(at.clientWidth);
    return () => observer.disconnect();
  }, []);
  return [width, (at) => (place.current = at)];
}

function Flow({ view, row }: { readonly view: CallView; readonly row: number | null }) {
  const [selected, setSelected] = useState(() => row ?? startOf(view));
  const [width, at] = useWidth();
  useEffect(() => {
    if (row === null) return;
    setSelected(row);
    document.querySelector(`.flow [data-row="${row}"]`)?.scrollIntoView({ block: 'center' });
  }, [row, width > 0]);
  const choose = (index: number): void => {
    setSelected(index);
    history.replaceState(null, '', hrefOf(view.id, index));
  };
  const step = selected === null ? undefined : view.ladder.rows[selected];
  return (
    <div class="flow-and-message">
      <section class="flow" aria-labelledby="flow-title">
        <h2 id="flow-title">{labels.flow}</h2>
        <div ref={at}>
          {width > 0 && (
            <Ladder
              view={view.ladder}
              width={width}
              selected={selected}
              proofs={proofsOf(view)}
              onSelect={choose}
            />
          )}
        </div>
      </section>
      <section class="message-panel" aria-labelledby="message-title">
        <h2 id="message-title">{labels.message}</h2>
        <Message step={typeof step === 'object' ? step : null} />
      </section>
    </div>
  );
}

/** The finding that explains the call is open, the others are a line until they are asked for. */
function FindingCard({ view, index }: { readonly view: CallView; readonly index: number }) {
  const [open, setOpen] = useState(index === 0);
  const finding = view.findings[index];
  if (finding === undefined) return null;
  const body = `finding-${index}`;
  return (
    <article class={`problem edge-${finding.tone}`}>
      <FoldTitle title={finding.title} controls={body} open={open} toggle={() => setOpen(!open)} />
      <p class="facts">
        <Grade finding={finding} />
      </p>
      <div id={body} class={open ? 'parts' : 'parts closed'}>
        <FindingParts finding={finding} call={view.id} />
      </div>
    </article>
  );
}

/** One call: what was found, the flow of its messages, and the message that is looked at. */
export function CallPage({ id, view, row }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  if (view === undefined) {
    return (
      <main>
        <h1 ref={title} tabIndex={-1}>
          {id}
        </h1>
        <p>{fill(labels.noDetail, { id })}</p>
      </main>
    );
  }
  return (
    <main class="call">
      <h1 ref={title} tabIndex={-1}>
        <span class="id">{view.id}</span> {view.from} <span class="dim">→</span> {view.to}
      </h1>
      <dl class="call-facts">
        {view.facts.map(({ label, value }, index) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class={index === 0 ? `tone-${view.tone}` : ''}>{value}</dd>
          </div>
        ))}
        <div class="wide">
          <dt>Call-ID</dt>
          <dd>
            <code>{view.callIds.join(', ')}</code>
          </dd>
        </div>
      </dl>
      <p class="actions">
        <CopyTicket text={() => callTicket(view)} />
      </p>
      <section aria-labelledby="findings-title">
        <h2 id="findings-title">{labels.findings}</h2>
        {view.findings.length === 0 && <p class="dim">{labels.noFindings}</p>}
        {view.findings.map((_, index) => (
          <FindingCard key={index} view={view} index={index} />
        ))}
      </section>
      <Flow view={view} row={row} />
    </main>
  );
}
