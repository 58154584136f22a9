import type { Report } from '../model/report.ts';
import type { RenderOptions, ReportFormat } from './format.ts';
import { htmlPageOf } from './html/context.ts';
import { prose } from './markdown/gate.ts';
import { overviewLine, problemLines } from './markdown/problem.ts';
import { sourceLines, summaryLines } from './markdown/summary.ts';
import { ticketMarkdown } from './ticket/markdown.ts';

const DEFAULT_LIMIT = 10;

function* lines(report: Report, limit: number): Iterable<string> {
  const page = htmlPageOf(report);
  const { problems, say, words, format } = page;
  yield* summaryLines(page);
  const shown = limit === 0 ? problems : problems.slice(0, limit);
  if (shown.length > 0) {
    yield `## ${prose(say.labels.incidents)}\n`;
    for (const [at, problem] of shown.entries()) yield `${at + 1}. ${overviewLine(problem, page)}`;
    const hidden = problems.length - shown.length;
    if (hidden > 0) yield `\n${prose(words.hiddenProblems(hidden, format.integer(hidden)))}`;
    yield '';
    for (const [at, problem] of shown.entries()) yield* problemLines(problem, at + 1, page);
  }
  yield* sourceLines(page);
  yield prose(`${report.tool.name} ${report.tool.version}`);
}

function* render(report: Report, options: RenderOptions = {}): Iterable<string> {
  for (const line of lines(report, options.limit ?? DEFAULT_LIMIT)) yield `${line}\n`;
}

/** For GitHub, GitLab, Jira and wikis: tables and lists of our own words, data in code, flows as Mermaid diagrams. */
export const markdownFormat: ReportFormat = {
  id: 'markdown',
  extensions: ['.md', '.markdown'],
  needs: { messages: 'page', calls: 'troubled', groups: false },
  render,
  ticket: ticketMarkdown,
};
