/** What stands behind the calls: other conversations, notes, figures, codes, sources. */
import type { ComponentChildren } from 'preact';
import { cells, labels, page } from './data.ts';

function Section({
  id,
  title,
  count,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly children: ComponentChildren;
}) {
  if (count === 0) return null;
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {title} <span class="count">{cells.integer(count)}</span>
      </h2>
      {children}
    </section>
  );
}

export function Others() {
  const { columns, rows } = page.others;
  return (
    <Section id="others" title={labels.others} count={rows.length}>
      <div class="scroll">
        <table class="plain">
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

export function Noted() {
  return (
    <Section id="noted" title={labels.noted} count={page.noted.length}>
      <ul class="noted">
        {page.noted.map(({ label, value }) => (
          <li key={value}>
            <span class="dim">{label}</span> {value}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Figures() {
  return (
    <Section id="figures" title={labels.figures} count={page.figures.length}>
      <table class="plain figures">
        <tbody>
          {page.figures.map(({ name, value, meaning }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="value">{value}</td>
              <td class="dim">{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {page.figureNotes.map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
    </Section>
  );
}

export function Codes() {
  return (
    <Section id="codes" title={labels.codes} count={page.codes.length}>
      {page.codes.map(({ code, phrase, count, label, meaning, when, causes, fix, reference }) => (
        <details key={code} class="code">
          <summary>
            <b>{code}</b> {phrase} <span class="dim">{`${label} · ${count} ×`}</span>
          </summary>
          <p>{meaning}</p>
          <p>{when}</p>
          {causes.length > 0 && (
            <ul>
              {causes.map((cause) => (
                <li key={cause}>{cause}</li>
              ))}
            </ul>
          )}
          {fix.map(({ label: owner, value }) => (
            <p key={owner}>
              <b>{owner}:</b> {value}
            </p>
          ))}
          <p class="dim">{reference}</p>
        </details>
      ))}
    </Section>
  );
}

export function Sources() {
  return (
    <Section id="sources" title={labels.sources} count={page.sources.length}>
      <ul class="sources">
        {page.sources.map(({ path, facts, assumed, unread, limits }) => (
          <li key={path}>
            <b>{path}</b> <span class="dim">{facts}</span>
            {assumed !== '' && <p class="dim">{assumed}</p>}
            {unread.map((text) => (
              <p key={text}>
                <span class="tag tone-warning">{labels.notRead}</span> {text}
              </p>
            ))}
            {limits.map(({ title, more, tone }) => (
              <p key={title}>
                <span class={`tag tone-${tone}`}>{labels.limit}</span> {title}{' '}
                <span class="dim">{more}</span>
              </p>
            ))}
          </li>
        ))}
      </ul>
      {page.sourceNote !== '' && <p class="note">{page.sourceNote}</p>}
    </Section>
  );
}
