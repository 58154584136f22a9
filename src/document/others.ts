import type { OtherConversation } from '../call/types.ts';
import { OTHER_OUTCOME_CLASS } from '../model/outcome-class.ts';
import type { ReportConversation } from '../model/report.ts';
import type { OtherKind, OtherOutcome } from '../model/vocabulary.ts';
import type { Message } from '../sip/message.ts';
import { otherRowOf } from './other-row.ts';
import type { AttemptLog } from './attempt-log.ts';
import type { CallMark } from './records.ts';

type Counts = Partial<Record<OtherKind, Partial<Record<OtherOutcome, number>>>>;

/** Stands for a conversation that is no call; its row exists when the report lists it. */
export interface OtherMark extends CallMark {
  readonly kind: OtherKind;
  /** Its number among the attempts of its kind. */
  readonly attempt: number;
  readonly row: ReportConversation | null;
}

/** What is kept of every conversation that is no call. */
interface Known extends OtherMark {
  /** First message, µs. */
  readonly start: number;
  readonly conversation: number;
  outcome: OtherOutcome;
  row: ReportConversation | null;
}

/**
 * The conversations that are no calls. One that rests for long may be judged in parts, each as it closes: its row then
 * tells of the whole, its outcome of the last part.
 */
export class OtherConversations {
  readonly #known: Known[] = [];
  readonly #byConversation = new Map<number, Known>();
  readonly #callIdOf: (conversation: number) => string;
  readonly #attempts: AttemptLog;
  readonly #listsAll: boolean;

  constructor(callIdOf: (conversation: number) => string, attempts: AttemptLog, listsAll: boolean) {
    this.#attempts = attempts;
    this.#callIdOf = callIdOf;
    this.#listsAll = listsAll;
  }

  /** What stands for the conversation in findings. `told`: there is a finding about it. */
  add(judged: OtherConversation, conversation: number, told: boolean): OtherMark {
    const { kind, outcome } = judged;
    const listed = this.#listsAll || told || OTHER_OUTCOME_CLASS[outcome] === 'failure';
    const row = listed ? otherRowOf(judged) : null;
    const earlier = this.#byConversation.get(conversation);
    if (earlier?.kind === kind) {
      goOn(earlier, judged, row);
      return earlier;
    }
    const start = (judged.messages[0] as Message).time;
    const attempt = this.#attempts.addOther(judged);
    const known: Known = { id: '', start, conversation, kind, attempt, outcome, row };
    this.#known.push(known);
    this.#byConversation.set(conversation, known);
    return known;
  }

  counts(): Counts {
    const counts: Counts = {};
    for (const { kind, outcome } of this.#known) {
      const ofKind = (counts[kind] ??= {});
      ofKind[outcome] = (ofKind[outcome] ?? 0) + 1;
    }
    return counts;
  }

  /** How many there were of a kind. */
  count(kind: OtherKind): number {
    return this.#known.reduce((sum, one) => sum + (one.kind === kind ? 1 : 0), 0);
  }

  /** Gives ids by time, then Call-ID, and returns the rows that the report lists. */
  rows(): ReportConversation[] {
    const { length } = this.#known;
    const order = this.#known.map((_, index) => index).sort((a, b) => this.#compare(a, b));
    const rows: ReportConversation[] = [];
    for (let at = 0; at < length; at += 1) {
      const known = this.#known[order[at] as number] as Known;
      const { row } = known;
      known.id = `o${at + 1}`;
      if (row === null) continue;
      row.id = known.id;
      rows.push(row);
    }
    return rows;
  }

  #compare(a: number, b: number): number {
    const one = this.#known[a] as Known;
    const other = this.#known[b] as Known;
    const apart = one.start - other.start;
    if (apart !== 0 && !Number.isNaN(apart)) return apart;
    const [first, second] = [one, other].map(({ conversation }) => this.#callIdOf(conversation));
    return first === second ? a - b : (first as string) < (second as string) ? -1 : 1;
  }
}

/** A later part of a conversation that was recorded before; `later` is its row when it is worth one. */
function goOn(
  known: Known,
  { outcome }: OtherConversation,
  later: ReportConversation | null,
): void {
  const again =
    outcome === 'registered' && (known.outcome === 'registered' || known.outcome === 'refreshed');
  known.outcome = again ? 'refreshed' : outcome;
  const earlier = known.row;
  known.row = later ?? earlier;
  if (later === null) return;
  later.outcome = known.outcome;
  if (earlier === null) return;
  later.start = earlier.start;
  later.tries += earlier.tries;
}
