/** A reason with its count: the cheapest way to say "seen and not read" on the hot path. */
export interface UnreadReason {
  /** Kebab-case id, e.g. `udp-not-sip`, `link-type-189`, `truncated-record`. */
  readonly reason: string;
  count: number;
  /** First packet number (captures) or line number (logs) that it applies to; 0 when it has none. */
  first: number;
  /** Byte offset of that first place in the source. */
  firstOffset: number;
}

/** Everything of one source that was seen and not read. Hold on to the reason object in hot code and call `hit`. */
export class UnreadTally {
  readonly #byReason = new Map<string, UnreadReason>();

  reason(reason: string): UnreadReason {
    let entry = this.#byReason.get(reason);
    if (entry === undefined) {
      entry = { reason, count: 0, first: 0, firstOffset: 0 };
      this.#byReason.set(reason, entry);
    }
    return entry;
  }

  /** Reasons that occurred, most frequent first, then by name. */
  list(): UnreadReason[] {
    return [...this.#byReason.values()]
      .filter((entry) => entry.count > 0)
      .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
  }
}

/** Counts one occurrence; `frame` and `offset` are kept for the first only. */
export function hit(entry: UnreadReason, frame: number, offset: number): void {
  if (entry.count === 0) {
    entry.first = frame;
    entry.firstOffset = offset;
  }
  entry.count += 1;
}
