interface Timed {
  /** µs */
  readonly time: number;
}

/** The items of the window of `span` µs that has the most distinct keys; `sorted` by time. */
export function densest<T extends Timed>(
  sorted: readonly T[],
  span: number,
  keyOf: (item: T) => unknown,
): readonly T[] {
  const inside = new Map<unknown, number>();
  let [from, best, start, end] = [0, 0, 0, 0];
  for (const [at, item] of sorted.entries()) {
    const key = keyOf(item);
    inside.set(key, (inside.get(key) ?? 0) + 1);
    while (item.time - (sorted[from] as T).time > span) {
      const old = keyOf(sorted[from] as T);
      const left = (inside.get(old) as number) - 1;
      if (left === 0) inside.delete(old);
      else inside.set(old, left);
      from += 1;
    }
    if (inside.size > best) [best, start, end] = [inside.size, from, at + 1];
  }
  return sorted.slice(start, end);
}

/** From the first to the last item, µs. */
export function spanOf(sorted: readonly Timed[]): number {
  return (sorted.at(-1)?.time ?? 0) - (sorted[0]?.time ?? 0);
}
