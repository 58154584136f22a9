import { inflate } from '../compression/inflate.ts';
import { type Damage, MEMBER_DAMAGED, MEMBER_ENCRYPTED } from '../damage.ts';
import type { Entry } from './archive.ts';
import type { RandomAccess } from './random-access.ts';

const STORED = 0;
const DEFLATED = 8;
/** bzip2, zstd and xz: what lies in the zip is a whole file of that kind, which is then found by its content. */
const WHOLE_FILES: readonly number[] = [12, 93, 95];

/** A member of a zip, however it was found. */
export interface ZipMember {
  readonly name: string;
  /** Of its local header, bytes. */
  readonly offset: number;
  readonly encrypted: boolean;
  readonly method: number;
  /** Where its bytes lie. Rejects when its header makes no sense. */
  place(): Promise<{ readonly start: number; readonly end: number }>;
}

export function entryOf(member: ZipMember, file: RandomAccess, damage: Damage): Entry {
  const { name, offset, encrypted, method } = member;
  if (name.endsWith('/')) return { name };
  if (encrypted) {
    damage.report(MEMBER_ENCRYPTED, offset);
    return { name };
  }
  if (method !== STORED && method !== DEFLATED && !WHOLE_FILES.includes(method)) {
    damage.report(`zip-method-${method}`, offset);
    return { name };
  }
  return { name, open: (own) => contentOf(member, file, own) };
}

async function* contentOf(
  member: ZipMember,
  file: RandomAccess,
  damage: Damage,
): AsyncGenerator<Uint8Array> {
  const place = await member.place().catch(() => undefined);
  if (place === undefined) {
    damage.report(MEMBER_DAMAGED, 0);
    return;
  }
  const raw = file.range(place.start, place.end);
  const deflated = member.method === DEFLATED;
  // Stored members count too: thousands of them may be the same bytes.
  yield* damage.withinBudget(deflated ? inflate('raw', raw, damage) : raw);
  // What is deflated says itself that it is cut.
  if (!deflated && place.end > file.size) {
    damage.report(MEMBER_DAMAGED, Math.max(file.size - place.start, 0));
  }
}
