import { PAGE_WORDS, type PageWords } from '../../catalog/page-words.ts';
import type { Locator, Report, ReportCall } from '../../model/report.ts';
import { type Page, pageOf } from '../context.ts';
import { type FindingsById, findingsById } from '../findings.ts';
import { type Problem, problemsOf } from '../problems.ts';

/** What every part of the HTML page is made of. */
export interface HtmlPage extends Page {
  readonly say: PageWords;
  readonly byId: FindingsById;
  readonly calls: ReadonlyMap<string, ReportCall>;
  readonly problems: readonly Problem[];
}

export function htmlPageOf(report: Report): HtmlPage {
  return {
    ...pageOf(report),
    say: PAGE_WORDS[report.language],
    byId: findingsById(report),
    calls: new Map(report.calls.map((call) => [call.id, call])),
    problems: problemsOf(report),
  };
}

/** The file and the place in it, as one opens it: `trace.pcap, frame 12` or `sip.log:40`. */
export function fullPlace({ source, frame, line }: Locator, { report, say }: HtmlPage): string {
  const path = report.sources[source]?.path ?? '';
  if (frame !== undefined) return say.packetPlace(path, String(frame));
  return line === undefined ? path : say.linePlace(path, String(line));
}

/** `2026-11-22 14:03:07.250`; a dash without a clock. */
export function moment(iso: string | null, { format }: HtmlPage): string {
  return iso === null ? format.clock(null) : `${format.date(iso)} ${format.clock(iso)}`;
}
