import type { Call } from '../call/types.ts';
import type { Finding } from '../diagnosis/rule.ts';

/** Calls without a finding that a page shows in full. */
const CALM = 200;
/** Calls in all, and bytes of their messages. */
const CALLS = 3000;
const BYTES = 24 << 20;
/** Calls of one kind: so many from the beginning, and then one in a while, so that later bursts have an example too. */
const OF_A_KIND = 60;
const A_WHILE = 60_000_000;
/** Kinds that are told apart. */
const KINDS = 4096;

interface Kind {
  taken: number;
  /** When the latest one that was taken began, µs. */
  latest: number;
}

/** Decides which calls keep their messages for a page: memory follows the page, not the number of troubled calls. */
export class PageRoom {
  readonly #kinds = new Map<string, Kind>();
  #calm = 0;
  #calls = 0;
  #bytes = 0;

  /** Whether there is room for calls that nothing is wrong with. */
  get takesCalm(): boolean {
    return this.#calm < CALM;
  }

  /** Counts the call in where it is taken. */
  takes(call: Call, findings: readonly Finding[]): boolean {
    const grave = findings.filter(({ severity }) => severity !== 'info');
    const isCalm = grave.length === 0 && call.outcome === 'answered';
    if (this.#calls >= CALLS || this.#bytes >= BYTES) return false;
    if (isCalm ? !this.takesCalm : !this.#takesKind(call, grave)) return false;
    if (isCalm) this.#calm += 1;
    this.#calls += 1;
    for (const { start, end } of call.messages) this.#bytes += end - start;
    return true;
  }

  #takesKind({ outcome, final, milestones }: Call, grave: readonly Finding[]): boolean {
    const rules = grave.map(({ rule }) => rule).sort();
    const key = `${outcome} ${final?.status ?? ''} ${rules.join(' ')}`;
    const kind = this.#kinds.get(key) ?? { taken: 0, latest: Number.NEGATIVE_INFINITY };
    if (kind.taken === 0) {
      if (this.#kinds.size >= KINDS) return false;
      this.#kinds.set(key, kind);
    }
    const isLater = milestones.invite - kind.latest >= A_WHILE;
    if (kind.taken >= OF_A_KIND && !isLater) return false;
    kind.taken += 1;
    kind.latest = milestones.invite;
    return true;
  }
}
