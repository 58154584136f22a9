import type { Report, ReportFinding } from '../../model/report.ts';
import type { Page } from '../context.ts';
import { dim, type Line, piece } from '../line.ts';
import { wrap } from '../wrap.ts';

/** What limits the conclusions from each source, by its index. */
export type Limits = ReadonlyMap<number, readonly ReportFinding[]>;

/** Findings about a capture are told where it is listed, and nowhere else. */
export function isLimit({ scope }: ReportFinding): boolean {
  return scope === 'capture';
}

export function limitsOf({ findings }: Report): Limits {
  const limits = new Map<number, ReportFinding[]>();
  for (const finding of findings) {
    if (!isLimit(finding)) continue;
    const [evidence] = finding.evidence;
    const source = evidence === undefined || evidence.kind === 'silence' ? 0 : evidence.at.source;
    const same = limits.get(source);
    if (same === undefined) limits.set(source, [finding]);
    else same.push(finding);
  }
  return limits;
}

/** What to mind about a source, and for what harms the result also what to do about it. */
export function* limitLines(limits: readonly ReportFinding[], page: Page): Iterable<Line> {
  const { words, width } = page;
  for (const { title, explanation, fix, severity } of limits) {
    const lead = `    ${words.limit}  `;
    const grave = severity !== 'info';
    const more = grave ? ` ${explanation} ${fix[0] ?? ''}` : '';
    yield* wrap([piece(title), dim(more)], {
      width,
      first: [piece(lead, grave ? 'warning' : 'dim')],
      indent: lead.length,
    });
  }
}
