import type {
  Locator,
  Report,
  ReportCall,
  ReportConversation,
  ReportFinding,
  Source,
} from '../model/report.ts';
import { WATCH_SCHEMA_ID } from '../model/schema-ids.ts';
import type { Told, WatchEvent } from '../model/watch-event.ts';

/** A call, or another conversation, as it stands now. */
export interface Standing {
  readonly row: ReportCall | ReportConversation;
  readonly findings: readonly ReportFinding[];
  /** How far its source had gone on, ISO 8601. */
  readonly at: string | null;
  readonly report: Report;
}

type Head = Pick<WatchEvent, 'event' | 'id' | 'pending' | 'before'>;

/** The event: numbers that count within one round only give way to the number of what is told. */
export function toldOf(head: Head, standing: Standing, main: ReportFinding | null): Told {
  const { row, findings, at, report } = standing;
  const { id } = head;
  const isCall = 'legs' in row;
  const named = { ...row, id, findings: main === null ? [] : [id], primary: main && id };
  const places = new Places(report);
  const finding = main && places.renumbered(main);
  const event: WatchEvent = {
    schema: WATCH_SCHEMA_ID,
    ...head,
    at,
    ...(isCall ? { call: named as ReportCall } : { conversation: named as ReportConversation }),
    finding: finding && {
      ...finding,
      id,
      calls: isCall ? [id] : [],
      ...(isCall ? {} : { conversations: [id] }),
    },
    also: findings
      .filter((one) => one !== main && one.causedBy === undefined && one.severity !== 'info')
      .map(({ rule, severity, title }) => ({ rule, severity, title })),
    sources: places.sources.map(({ path }) => path),
  };
  return { event, report: { ...report, sources: places.sources } };
}

/** The sources that an event needs, in the order in which it names them. */
class Places {
  readonly sources: Source[] = [];
  readonly #report: Report;
  readonly #numbers = new Map<number, number>();

  constructor(report: Report) {
    this.#report = report;
  }

  renumbered(finding: ReportFinding): ReportFinding {
    const evidence = finding.evidence.map((one) =>
      one.kind === 'silence' ? one : { ...one, at: this.#placed(one.at) },
    );
    return { ...finding, evidence };
  }

  #placed(at: Locator): Locator {
    let number = this.#numbers.get(at.source);
    if (number === undefined) {
      this.#numbers.set(at.source, (number = this.sources.length));
      this.sources.push(this.#report.sources[at.source] as Source);
    }
    return { ...at, source: number };
  }
}
