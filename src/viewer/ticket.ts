/** A problem or a call as plain text for somebody else's ticket system: what was seen, where and when, and no opinion. */
import type { CallView, FindingView, ProblemView, StepView } from '../report/html/page-data.ts';
import { labels, page } from './data.ts';

const line = (label: string, ...values: string[]): string =>
  values.length === 1 ? `${label}: ${values[0]}` : [`${label}:`, ...values].join('\n  ');

function proof({ evidence }: FindingView): string[] {
  if (evidence.length === 0) return [];
  const rows = evidence.map(({ place, when, what, route, field }) =>
    [place, when, what, route, field ?? ''].filter((part) => part !== '').join('  '),
  );
  return [`${labels.evidence}:`, ...rows.map((row) => `  ${row}`)];
}

export function problemTicket({ finding, facts, ticket }: ProblemView): string {
  return [
    finding.title,
    '',
    line(labels.ticketAffected, facts.join(' · ')),
    line(labels.ticketTime, page.period),
    ...ticket.map(({ label, values }) => line(label, ...values)),
    ...proof(finding),
  ].join('\n');
}

/** `16:03:07 +07:00`: the same moment where the reader is. */
function local(iso: string): string {
  const date = new Date(iso);
  const two = (n: number): string => String(Math.trunc(n)).padStart(2, '0');
  const minutes = -date.getTimezoneOffset();
  const zone = `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())} ${zone}`;
}

export function callTicket({
  from,
  to,
  start,
  facts,
  callIds,
  findings,
  ladder,
}: CallView): string {
  const [finding] = findings;
  const steps = ladder.rows.filter((row): row is StepView => typeof row !== 'string');
  return [
    `${from} → ${to}`,
    '',
    ...(finding === undefined ? [] : [finding.title]),
    ...(start === null
      ? []
      : [
          line(labels.ticketTime, start.replace('T', ' ').replace('Z', '')),
          line(labels.ticketLocal, local(start)),
        ]),
    line('Call-ID', ...callIds),
    ...facts.map(({ label, value }) => line(label, value)),
    ...(finding === undefined ? [] : proof(finding)),
    `${labels.flow}:`,
    ...steps.map(
      ({ place, clock, name, marks, route }) => `  ${place}  ${clock}  ${name}${marks}  ${route}`,
    ),
  ].join('\n');
}
