import type { Report } from '../../model/report.ts';
import type { TicketOptions } from '../format.ts';
import { code, fenced, prose } from '../markdown/gate.ts';
import { type Ticket, type TicketProblem, ticketOf } from './view.ts';

function* problemLines(
  problem: TicketProblem,
  number: number,
  { words }: Ticket,
): Iterable<string> {
  const { title, facts, calls, moreCalls, evidence } = problem;
  yield `## ${number}. ${prose(title.replace(/\.$/, ''))}\n`;
  for (const { label, value } of facts) {
    yield `- ${prose(label)}: ${label === 'Reason' ? code(value) : prose(value)}`;
  }
  if (evidence.length > 0)
    yield `\n**${prose(words.evidence)}**\n\n${fenced(evidence.flatMap(indented))}`;
  if (calls.length > 0) {
    yield `\n**${prose(words.calls)}**\n`;
    yield fenced(calls.flatMap(indented));
  }
  if (moreCalls !== '') yield `${prose(moreCalls)}\n`;
  yield '';
}

const indented = ([first = '', ...rest]: readonly string[]): string[] => [
  first,
  ...rest.map((line) => `  ${line}`),
];

/** The ticket in Markdown. */
export function* ticketMarkdown(report: Report, options: TicketOptions): Iterable<string> {
  const ticket = ticketOf(report, options);
  yield `# ${prose(ticket.title)}\n\n${prose(ticket.times)}\n\n`;
  for (const [at, problem] of ticket.problems.entries()) {
    for (const line of problemLines(problem, at + 1, ticket)) yield `${line}\n`;
  }
  if (ticket.more !== '') yield `${prose(ticket.more)}\n`;
}
