import type { Report } from '../../model/report.ts';
import type { TicketOptions } from '../format.ts';
import { EMPTY, type Line, paint, piece, strong } from '../line.ts';
import { displayWidth, padded } from '../width.ts';
import { wrap } from '../wrap.ts';
import { type Ticket, type TicketProblem, ticketOf } from './view.ts';

const INDENT = 3;
const DEFAULT_WIDTH = 80;

function* entries(items: readonly (readonly string[])[], width: number): Iterable<Line> {
  for (const [first = '', ...rest] of items) {
    yield* wrap([piece(first)], { width, first: [piece('   - ')], indent: 5 });
    for (const text of rest) {
      yield* wrap([piece(text)], { width, first: [piece('     ')], indent: 5 });
    }
  }
}

function* problemLines(problem: TicketProblem, number: number, ticket: Ticket, width: number) {
  const { words } = ticket;
  const { title, facts, calls, moreCalls, evidence } = problem;
  yield* wrap([strong(title)], {
    width,
    first: [strong(padded(`${number}.`, INDENT))],
    indent: INDENT,
  });
  yield EMPTY;
  const column = Math.max(...facts.map(({ label }) => displayWidth(label))) + 2;
  for (const { label, value } of facts) {
    const first = [piece(`${' '.repeat(INDENT)}${padded(label, column)}`)];
    yield* wrap([piece(value)], { width, first, indent: INDENT + column });
  }
  if (evidence.length > 0) {
    yield EMPTY;
    yield [piece(`   ${words.evidence}`)];
    yield* entries(evidence, width);
  }
  if (calls.length > 0) {
    yield EMPTY;
    yield [piece(`   ${words.calls}`)];
    yield* entries(calls, width);
    if (moreCalls !== '') yield [piece(`     ${moreCalls}`)];
  }
  yield EMPTY;
}

/** The ticket as plain text, without colours: it goes into somebody else's form. */
export function* ticketText(report: Report, options: TicketOptions): Iterable<string> {
  const ticket = ticketOf(report, options);
  const width = options.width ?? DEFAULT_WIDTH;
  const lines: Line[] = [[strong(ticket.title)], ...wrap([piece(ticket.times)], { width }), EMPTY];
  for (const line of lines) yield `${paint(line)}\n`;
  for (const [at, problem] of ticket.problems.entries()) {
    for (const line of problemLines(problem, at + 1, ticket, width)) yield `${paint(line)}\n`;
  }
  if (ticket.more !== '') yield `${paint([piece(ticket.more)])}\n`;
}
