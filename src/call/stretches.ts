import type { TimeSpan } from '../model/time-span.ts';

/** When one source was on, and who was seen there. */
export interface Span extends TimeSpan {
  readonly source: number;
  readonly addresses: ReadonlySet<string>;
}

/** Sources with less than this between them are one capture (files of a rotation on a quiet link), µs. */
const SAME_STRETCH = 30_000_000;

/**
 * The stretch of capture that each source belongs to. Files that follow each other are a rotation; files of one time are one
 * capture only if they saw somebody in common, for what one of them did not see another place may never see.
 */
export function stretchesOf(spans: readonly Span[]): Map<Span, TimeSpan> {
  const groups = new Groups(spans);
  // A source without a clock is a capture of its own.
  const timed = spans.filter(({ first, last }) => first <= last);
  const byEnd = timed.toSorted((a, b) => a.last - b.last);
  let ended = 0;
  /** Of those that saw an address the one that goes on longest: as long as it does, all that go on are one capture. */
  const seenBy = new Map<string, Span>();
  for (const span of timed.toSorted((a, b) => a.first - b.first || a.last - b.last)) {
    const follows = (other: Span): boolean => span.first - other.last <= SAME_STRETCH;
    // Whatever ended a moment before the span in front of this one was put together with it: the latest stands for all.
    const latest = byEnd[ended - 1];
    if (latest !== undefined && follows(latest)) groups.join(span, latest);
    for (; ended < byEnd.length; ended += 1) {
      const other = byEnd[ended] as Span;
      if (!(other.last <= span.first)) break;
      if (follows(other)) groups.join(span, other);
    }
    for (const address of span.addresses) {
      const other = seenBy.get(address);
      if (other !== undefined && other.last > span.first) groups.join(span, other);
      if (!(other !== undefined && other.last > span.last)) seenBy.set(address, span);
    }
  }
  return groups.stretches();
}

/** Spans that are one capture, as sets that can be joined. */
class Groups {
  readonly #parents: Map<Span, Span>;

  constructor(spans: readonly Span[]) {
    this.#parents = new Map(spans.map((span) => [span, span]));
  }

  join(a: Span, b: Span): void {
    this.#parents.set(this.#rootOf(a), this.#rootOf(b));
  }

  #rootOf(span: Span): Span {
    let root = span;
    for (let above = this.#above(root); above !== root; above = this.#above(root)) {
      // Half of the way is enough for the next one who asks.
      this.#parents.set(root, this.#above(above));
      root = above;
    }
    return root;
  }

  #above(span: Span): Span {
    return this.#parents.get(span) as Span;
  }

  stretches(): Map<Span, TimeSpan> {
    const byRoot = new Map<Span, { first: number; last: number }>();
    const stretches = new Map<Span, TimeSpan>();
    for (const span of this.#parents.keys()) {
      const root = this.#rootOf(span);
      let stretch = byRoot.get(root);
      if (stretch === undefined)
        byRoot.set(root, (stretch = { first: span.first, last: span.last }));
      stretch.first = Math.min(stretch.first, span.first);
      stretch.last = Math.max(stretch.last, span.last);
      stretches.set(span, stretch);
    }
    return stretches;
  }
}
