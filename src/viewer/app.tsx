import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CallList } from './call-list.tsx';
import { CallPage } from './call-page.tsx';
import { callView, labels, page } from './data.ts';
import { Problems } from './problems.tsx';
import { Codes, Figures, Noted, Others, Sources } from './rest.tsx';
import { routeOf } from './route.ts';
import { Summary } from './summary.tsx';

const SECTIONS = [
  ['incidents', labels.incidents, page.problems.length],
  ['calls', labels.calls, page.callCount],
  ['others', labels.others, page.others.rows.length],
  ['noted', labels.noted, page.noted.length],
  ['figures', labels.figures, page.figures.length],
  ['codes', labels.codes, page.codes.length],
  ['sources', labels.sources, page.sources.length],
] as const;

/** The whole page: the report, or one call in its place. The report stays as it was left behind an open call. */
export function App() {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  const [problem, setProblem] = useState<number | null>(null);
  const left = useRef(0);
  const { call, row } = route;

  useEffect(() => {
    const follow = (): void => {
      const next = routeOf(location.hash);
      setRoute((now) => {
        if (now.call === null && next.call !== null) left.current = scrollY;
        return next;
      });
    };
    const back = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && routeOf(location.hash).call !== null) location.hash = '#calls';
    };
    addEventListener('hashchange', follow);
    addEventListener('keydown', back);
    return () => {
      removeEventListener('hashchange', follow);
      removeEventListener('keydown', back);
    };
  }, []);

  useLayoutEffect(() => {
    scrollTo(0, call === null ? left.current : 0);
  }, [call]);

  return (
    <>
      <header class="bar">
        <strong>siptriage</strong>
        <nav aria-label={labels.contents} hidden={call !== null}>
          {SECTIONS.filter(([, , count]) => count > 0).map(([id, name]) => (
            <a key={id} href={`#${id}`}>
              {name}
            </a>
          ))}
        </nav>
        {call !== null && (
          <a class="back" href="#calls">
            ← {labels.back}
          </a>
        )}
      </header>
      <main hidden={call !== null}>
        <Summary />
        <Problems onCalls={setProblem} />
        <CallList problem={problem} onProblem={setProblem} active={call === null} />
        <Others />
        <Noted />
        <Figures />
        <Codes />
        <Sources />
        <footer>{page.tool}</footer>
      </main>
      {call !== null && <CallPage key={call} id={call} view={callView(call)} row={row} />}
    </>
  );
}
