import { type HtmlPage } from '../html/context.ts';
import { sourceViews } from '../html/sources.ts';
import { headFacts, otherSummary, outcomeViews, periodOf, verdictOf } from '../html/summary.ts';
import { paint } from '../line.ts';
import { settingsLines } from '../text/settings.ts';
import { code, prose } from './gate.ts';

/** The first sentence, when it was, and how the calls ended. */
export function* summaryLines(page: HtmlPage): Iterable<string> {
  const { report, say, words } = page;
  yield `# ${prose(verdictOf(page).verdict)}`;
  yield '';
  yield prose(periodOf(page));
  if (report.partial === true) yield `\n**${prose(say.partial)}**`;
  const facts = headFacts(page).map(({ label, value }) => `${prose(label)}: **${prose(value)}**`);
  yield `\n${facts.join(' · ')}\n`;
  const outcomes = outcomeViews(page)
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  if (outcomes.length > 0) {
    yield `| ${words.columns.outcome} | ${say.facts.calls} | % |`;
    yield '| --- | ---: | ---: |';
    for (const { label, countText, share } of outcomes) {
      yield `| ${prose(label)} | ${countText} | ${share} |`;
    }
    yield '';
  }
  for (const line of otherSummary(page)) yield `- ${prose(line)}`;
  for (const line of settingsLines({ ...page, width: Number.POSITIVE_INFINITY }))
    yield `- ${prose(paint(line).trim())}`;
  yield '';
}

/** What was read, what was not, and what that does to the conclusions. */
export function* sourceLines(page: HtmlPage): Iterable<string> {
  const { labels } = page.say;
  const { sources, note } = sourceViews(page);
  yield `## ${prose(labels.sources)}\n`;
  for (const { path, facts, assumed, unread, limits } of sources) {
    yield `- ${code(path)}: ${prose(facts)}`;
    if (assumed !== '') yield `  - ${prose(assumed)}`;
    for (const text of unread) yield `  - ${prose(labels.notRead)}: ${prose(text)}`;
    for (const { title, more } of limits) {
      yield `  - ${prose(labels.limit)}: ${prose(`${title} ${more}`)}`;
    }
  }
  if (note !== '') yield `- ${prose(note)}`;
  yield '';
}
