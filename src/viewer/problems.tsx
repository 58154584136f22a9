import { useState } from 'preact/hooks';
import type { ProblemView } from '../report/html/page-data.ts';
import { CopyTicket } from './copy-ticket.tsx';
import { cells, callView, fill, labels, page } from './data.ts';
import { FindingParts, Grade, Items, Part } from './finding.tsx';
import { Chart } from './chart.tsx';
import { FoldTitle } from './fold-title.tsx';
import { Ladder } from './ladder.tsx';
import { hrefOf } from './route.ts';
import { Scope } from './scope.tsx';
import { problemTicket } from './ticket.ts';
import { Twin } from './twin.tsx';

/** Incidents that are open at first, and those that print with their ladder. */
const OPEN = 3;
const PRINTED = 40;

interface Props {
  readonly problem: ProblemView;
  readonly number: number;
  /** Shows its calls in the list. */
  readonly onCalls: (problem: number) => void;
}

function Problem({ problem, number, onCalls }: Props) {
  const [open, setOpen] = useState(number <= OPEN);
  const { finding, facts, example, scope, chart, twin, also, calls } = problem;
  const ladder = example === null || number > PRINTED ? undefined : callView(example)?.ladder;
  const body = `problem-${number}`;
  return (
    <article class={`problem edge-${finding.tone}`} aria-labelledby={`${body}-title`}>
      <header>
        <span class="number">{number}</span>
        <div class="head">
          <FoldTitle
            id={`${body}-title`}
            title={finding.title}
            controls={body}
            open={open}
            toggle={() => setOpen(!open)}
          />
          <p class="facts">
            <Grade finding={finding} />
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
        </div>
      </header>
      <div id={body} class={open ? 'body' : 'body closed'}>
        <div class="columns">
          <div>
            <FindingParts finding={finding} call={example} />
            {also.length > 0 && (
              <Part label={labels.also}>
                <Items items={also} />
              </Part>
            )}
          </div>
          <div class="aside">
            {chart !== null && <Chart chart={chart} />}
            {scope.length > 0 && <Scope scope={scope} />}
          </div>
        </div>
        {twin !== null && <Twin twin={twin} failed={example ?? ''} />}
        {ladder !== undefined && (
          <div class="print-only">
            <h4>{`${labels.example}: ${problem.exampleLine}`}</h4>
            <Ladder view={ladder} width={680} />
          </div>
        )}
        <p class="actions">
          {example !== null && (
            <a class="button" href={hrefOf(example)}>
              {fill(labels.openCall, { id: example })}
            </a>
          )}
          {calls > 0 && (
            <button type="button" onClick={() => onCalls(number - 1)}>
              {fill(labels.showCalls, { calls: problem.callsText })}
            </button>
          )}
          <CopyTicket text={() => problemTicket(problem)} />
          {example !== null && <span class="dim">{problem.exampleLine}</span>}
        </p>
      </div>
    </article>
  );
}

/** Everything that went wrong, told once each, the worst first. */
export function Problems({ onCalls }: Pick<Props, 'onCalls'>) {
  if (page.problems.length === 0) return null;
  const show = (problem: number): void => {
    onCalls(problem);
    document.getElementById('calls')?.scrollIntoView();
  };
  return (
    <section id="incidents" aria-labelledby="incidents-title">
      <h2 id="incidents-title">
        {labels.incidents} <span class="count">{cells.integer(page.problems.length)}</span>
      </h2>
      {page.problems.map((problem, index) => (
        <Problem key={index} problem={problem} number={index + 1} onCalls={show} />
      ))}
      {page.moreProblems !== '' && <p class="note">{page.moreProblems}</p>}
    </section>
  );
}
