/** Windowing of rows of one height: only what can be seen is in the page, however many there are. */
export interface Window {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

/** Rows beyond the edges, so that scrolling shows no gaps. */
const MARGIN = 12;

export function windowOf(
  scrollTop: number,
  height: number,
  rowHeight: number,
  count: number,
): Window {
  const first = Math.min(count, Math.max(0, Math.floor(scrollTop / rowHeight) - MARGIN));
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + MARGIN);
  return { first, end };
}

/** The scroll position nearest to the present one that shows the whole of row `index`. */
export function scrollTo(
  index: number,
  scrollTop: number,
  height: number,
  rowHeight: number,
): number {
  const top = index * rowHeight;
  if (top < scrollTop) return top;
  return top + rowHeight > scrollTop + height ? top + rowHeight - height : scrollTop;
}
