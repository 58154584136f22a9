import { FORMAT_WORDS } from '../../catalog/format-words.ts';
import type { ReportCall, ReportFinding } from '../../model/report.ts';
import type { Page } from '../context.ts';
import { place } from '../place.ts';
import type { Element } from './xml.ts';

/** Calls and findings that one test names. */
const MAX_FINDINGS = 20;
const MAX_CALLS = 50;

/** A test that failed, with what it says first and the details below. */
interface Trouble {
  readonly kind: 'failure' | 'error';
  readonly type: string;
  readonly message: string;
  readonly lines: readonly string[];
}

export function testCase(
  group: string,
  name: string,
  trouble: Trouble | 'skipped' | undefined,
  notes: readonly string[] = [],
): Element {
  const children: Element[] = [];
  if (trouble === 'skipped') children.push({ name: 'skipped' });
  else if (trouble !== undefined) {
    const { kind, type, message, lines } = trouble;
    children.push({ name: kind, attributes: { message, type }, children: [lines.join('\n')] });
  }
  if (notes.length > 0) children.push({ name: 'system-out', children: [notes.join('\n')] });
  return { name: 'testcase', attributes: { classname: group, name, time: 0 }, children };
}

export function callLines(calls: readonly ReportCall[], { report, format }: Page): string[] {
  const lines = calls
    .slice(0, MAX_CALLS)
    .map(({ id, start, from, to, final, callIds }) =>
      [
        id,
        start ?? format.clock(null),
        `${from} → ${to}`,
        final === null ? '' : `${final.code} ${final.phrase}`.trim(),
        `Call-ID ${callIds.join(', ')}`,
      ]
        .filter((part) => part !== '')
        .join('  '),
    );
  const hidden = calls.length - lines.length;
  if (hidden > 0)
    lines.push(FORMAT_WORDS[report.language].moreCalls(hidden, format.integer(hidden)));
  return lines;
}

/** What findings of one rule say: each sentence once, with the places that prove it first. */
export function findingLines(findings: readonly ReportFinding[], page: Page): string[] {
  const told = new Map<string, ReportFinding>();
  for (const finding of findings) if (!told.has(finding.title)) told.set(finding.title, finding);
  const { words, format } = page;
  const shown = [...told.values()].slice(0, MAX_FINDINGS);
  const lines = shown.map(({ title, evidence, confidence }) => {
    const at = evidence.flatMap((one) => (one.kind === 'silence' ? [] : [place(one.at, page)]))[0];
    const proof = at === undefined || at === '' ? '' : ` (${at})`;
    return `${title} [${page.labels.confidences[confidence]}]${proof}`;
  });
  const hidden = told.size - shown.length;
  if (hidden > 0) lines.push(words.moreLikeIt(hidden, format.integer(hidden)));
  return lines;
}
