import { page } from './data.ts';

/** How the calls ended, as one bar in the order of the list below it. */
function OutcomeBar() {
  const all = page.outcomes.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  let x = 0;
  return (
    <svg class="outcome-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
      {page.outcomes.map(({ id, tone, count }) => {
        const from = x;
        const width = (count / all) * 1000;
        x += width;
        return (
          <rect
            key={id}
            class={`fill-${tone}`}
            x={from}
            width={Math.max(1, width - 2)}
            height="10"
          />
        );
      })}
    </svg>
  );
}

/** The verdict, the figures one wants first, and how the calls ended. */
export function Summary() {
  return (
    <section class="summary" aria-labelledby="verdict">
      <h1 id="verdict">{page.verdict}</h1>
      <p class="period">{page.period}</p>
      <dl class="heads">
        {page.facts.map(({ label, value }) => (
          <div key={label}>
            <dd>{value}</dd>
            <dt>{label}</dt>
          </div>
        ))}
      </dl>
      <OutcomeBar />
      <ul class="outcomes">
        {page.outcomes.map(({ id, tone, label, countText, share }) => (
          <li key={id}>
            <span class={`swatch fill-${tone}`} aria-hidden="true" />
            <b>{countText}</b> <span class="dim">{share}</span> {label}
          </li>
        ))}
      </ul>
      {[...page.othersLine, ...page.notes].map((text) => (
        <p key={text} class="note">
          {text}
        </p>
      ))}
    </section>
  );
}
