import type { Message } from '../../sip/message.ts';
import { readMessage } from '../../sip/read.ts';
import type { Attempts } from './attempts.ts';
import { differenceOf, type Difference, inviteParts } from './difference.ts';
import type { InvitePart } from './invite-part.ts';
import type { WorkedInvite } from './worked.ts';

/** Candidates whose INVITEs are compared. */
const MAX_COMPARED = 4;
const ALIKE = ['source', 'destination', 'userAgent', 'prefix'] as const;
/** The first so many of them: a call between two other places says nothing. */
const PLACES = 2;
/** Share of equal parts below which a call is no twin, only another call. */
const LEAST_SIMILARITY = 0.5;

type PartsByInvite = Map<WorkedInvite, readonly InvitePart[]>;

interface Candidate {
  readonly worked: WorkedInvite;
  /** µs between the two calls. */
  readonly apart: number;
}

/** The call, when it began (µs, NaN without a clock), and what its INVITE has otherwise. */
export interface FoundTwin extends Difference {
  readonly call: string;
  readonly start: number;
}

/**
 * Finds the call that worked and is most like an affected one: of those from the same source or to the same destination that
 * share most of these, user agent and number prefix, the nearest in time are compared, and the one that differs least is the twin. Equal ones are told
 * apart by time and id, so that the answer does not depend on the order of reading.
 */
export class Twins {
  readonly #attempts: Attempts;
  readonly #worked: readonly WorkedInvite[];
  readonly #parts = { numbers: new Map() as PartsByInvite, anyNumber: new Map() as PartsByInvite };

  constructor(attempts: Attempts, worked: readonly WorkedInvite[]) {
    this.#attempts = attempts;
    this.#worked = worked;
  }

  /** Null when no call like it worked. `anyNumber`: calls to all numbers are affected, so numbers make no difference. */
  of(attempt: number, invite: Message, anyNumber: boolean): FoundTwin | null {
    const near = this.#alike(attempt)
      .map((worked) => ({ worked, apart: this.#apart(worked, attempt) }))
      .sort(inOrder)
      .slice(0, MAX_COMPARED);
    const parts = inviteParts(invite, anyNumber);
    let best: { worked: WorkedInvite; difference: Difference } | null = null;
    for (const { worked } of near) {
      const difference = differenceOf(parts, this.#partsOf(worked, anyNumber));
      if (best === null || sizeOf(difference) < sizeOf(best.difference)) {
        best = { worked, difference };
      }
    }
    if (best === null || best.difference.similarity < LEAST_SIMILARITY) return null;
    const { attempt: at, mark } = best.worked;
    return { call: mark.id, start: this.#attempts.starts[at] as number, ...best.difference };
  }

  /** Those that share the most dimensions with it. */
  #alike(attempt: number): WorkedInvite[] {
    let most = 0;
    let alike: WorkedInvite[] = [];
    const columns = ALIKE.map((dimension) => this.#attempts.column(dimension));
    for (const worked of this.#worked) {
      const shared = columns.map((column) => column[attempt] === column[worked.attempt]);
      if (!shared.slice(0, PLACES).includes(true)) continue;
      const count = shared.filter(Boolean).length;
      if (count > most) [most, alike] = [count, []];
      if (count === most) alike.push(worked);
    }
    return alike;
  }

  #apart(worked: WorkedInvite, attempt: number): number {
    const { starts } = this.#attempts;
    const apart = Math.abs((starts[attempt] as number) - (starts[worked.attempt] as number));
    return Number.isNaN(apart) ? Infinity : apart;
  }

  #partsOf(worked: WorkedInvite, anyNumber: boolean): readonly InvitePart[] {
    const all = anyNumber ? this.#parts.anyNumber : this.#parts.numbers;
    const known = all.get(worked);
    if (known !== undefined) return known;
    const message = readMessage(worked.bytes, 0, worked.bytes.length);
    if (message !== null) {
      message.sender = worked.sender;
      message.receiver = worked.receiver;
    }
    const parts = message === null ? [] : inviteParts(message, anyNumber);
    all.set(worked, parts);
    return parts;
  }
}

function inOrder(a: Candidate, b: Candidate): number {
  if (a.apart !== b.apart) return a.apart - b.apart;
  return Number(a.worked.mark.id.slice(1)) - Number(b.worked.mark.id.slice(1));
}

function sizeOf({ differences, moreDifferences }: Difference): number {
  return differences.length + moreDifferences;
}
