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
  const inOrder = spans.toSorted((a, b) => a.first - b.first || a.last - b.last);
  const groups = new Map<Span, Span[]>();
  let open: Span[] = [];
  for (const span of inOrder) {
    open = open.filter(({ last }) => span.first - last <= SAME_STRETCH);
    let own = [span];
    for (const other of open) {
      const theirs = groups.get(other) as Span[];
      if (theirs === own || !isOneCapture(other, span)) continue;
      const [few, many] = theirs.length < own.length ? [theirs, own] : [own, theirs];
      many.push(...few);
      for (const member of few) groups.set(member, many);
      own = many;
    }
    groups.set(span, own);
    open.push(span);
  }
  const stretches = new Map<Span, TimeSpan>();
  for (const members of new Set(groups.values())) {
    const stretch = { first: members[0]?.first ?? Number.NaN, last: Number.NEGATIVE_INFINITY };
    for (const { first, last } of members) {
      stretch.first = Math.min(stretch.first, first);
      stretch.last = Math.max(stretch.last, last);
    }
    for (const member of members) stretches.set(member, stretch);
  }
  return stretches;
}

/** `earlier` began before `later`, and ended less than 30 s before it began. */
function isOneCapture(earlier: Span, later: Span): boolean {
  if (later.first >= earlier.last) return true;
  const [few, many] =
    earlier.addresses.size < later.addresses.size
      ? [earlier.addresses, later.addresses]
      : [later.addresses, earlier.addresses];
  for (const address of few) if (many.has(address)) return true;
  return false;
}
