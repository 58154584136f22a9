import { UnreadTally } from '../model/unread.ts';
import type { Archive, ArchiveBytes } from './archive/archive.ts';
import { ARCHIVES } from './archive/archives.ts';
import { Spool } from './archive/spool.ts';
import { Budget } from './budget.ts';
import type { Compression } from './compression/compression.ts';
import { COMPRESSIONS } from './compression/compressions.ts';
import { expand } from './compression/expand.ts';
import { recogniseContainer } from './containers.ts';
import { ARCHIVE_NESTING_LIMIT, Damage, EXPANSION_LIMIT, MEMBER_LIMIT } from './damage.ts';
import { packageNeeded } from './errors.ts';
import { INPUT_LIMITS, type InputLimits } from './limits.ts';
import { Outer } from './outer.ts';
import type { PeekableBytes } from './peek.ts';
import { type InputContent, type InputSource, sourceOf } from './source.ts';

/** Most formats show themselves at once: a live capture is not held up for more. */
const SHORT_HEAD = 16;
/** A tar archive says so only behind its first file name, which is text. */
const LONG_HEAD = 512;
/** Characters of a member's name that are kept. */
const LONGEST_NAME = 1024;

export interface OpenOptions {
  readonly limits?: InputLimits;
  readonly compressions?: readonly Compression[];
}

/** One path, with what everything inside it shares. */
interface Run {
  readonly outer: Outer;
  readonly limits: InputLimits;
  readonly compressions: readonly Compression[];
  readonly budget: Budget;
  readonly spool: Spool;
  members: number;
}

/** Something to be unpacked: the file itself, or a member. */
interface Parcel {
  readonly path: string;
  readonly packing: readonly string[];
  /** Archives around it. */
  readonly depth: number;
  open(damage: Damage): AsyncIterable<Uint8Array>;
}

/**
 * Opens a path (`-` is standard input) and takes off compression and archives, by content alone: one source, or one for
 * each member. Read or close a source before asking for the next. What cannot be unpacked is counted in the sources'
 * `unread`. Throws InputError when the path itself cannot be read.
 */
export async function* openSources(
  path: string,
  { limits = INPUT_LIMITS, compressions = COMPRESSIONS }: OpenOptions = {},
): AsyncGenerator<InputSource> {
  const outer = await Outer.open(path);
  const budget = new Budget(limits, () => outer.bytesRead);
  const spool = new Spool(limits.spool);
  const run: Run = { outer, limits, compressions, budget, spool, members: 0 };
  yield* unpack({ path, packing: [], depth: 0, open: () => outer.chunks() }, run);
}

async function* unpack(parcel: Parcel, run: Run): AsyncGenerator<InputSource> {
  const { limits, compressions } = run;
  const unread = new UnreadTally();
  const damage = new Damage(unread, run.budget);
  const nesting = limits.compressions;
  const expanded = await expand(parcel.open(damage), damage, { nesting, compressions });
  const { content: bytes, layers, missing } = expanded;
  const packing = [...parcel.packing, ...layers];
  const source = (content: InputContent): InputSource =>
    sourceOf({ path: parcel.path, packing, content, unread }, bytes, run.outer);
  try {
    if (missing?.needs !== undefined) {
      damage.report(`compression-${missing.id}-needs-package`, 0);
      const { id, needs } = missing;
      yield source({ kind: 'locked', problem: packageNeeded(parcel.path, id, needs) });
      return;
    }
    const short = await bytes.peek(SHORT_HEAD);
    const head = beginsWithName(short) ? await bytes.peek(LONG_HEAD) : short;
    const archive = ARCHIVES.find((one) => one.sniff(head));
    if (archive === undefined) {
      const container = recogniseContainer(head);
      yield source(container === undefined ? { kind: 'bytes' } : { kind: 'unknown', container });
      return;
    }
    const inside = { ...parcel, packing: [...packing, archive.id], depth: parcel.depth + 1 };
    const plain = parcel.depth === 0 && layers.length === 0;
    const before = run.members;
    yield* members(archive, archiveBytes(bytes, plain, run), inside, damage, run);
    const empty = run.members === before;
    if (empty || unread.list().length > 0) yield source({ kind: 'archive', format: archive.id });
  } finally {
    await bytes.close();
  }
}

async function* members(
  archive: Archive,
  bytes: ArchiveBytes,
  parcel: Omit<Parcel, 'open'>,
  damage: Damage,
  run: Run,
): AsyncGenerator<InputSource> {
  if (parcel.depth > run.limits.archives) {
    damage.report(ARCHIVE_NESTING_LIMIT, 0);
    return;
  }
  let entries = 0;
  for await (const { name, open } of archive.entries(bytes, damage)) {
    entries += 1;
    if (open !== undefined) run.members += 1;
    if (entries > run.limits.entries || run.members > run.limits.members) {
      damage.report(MEMBER_LIMIT, 0);
      return;
    }
    if (run.budget.exhausted) {
      damage.report(EXPANSION_LIMIT, 0);
      return;
    }
    if (open === undefined) continue;
    yield* unpack({ ...parcel, path: `${parcel.path}!/${shortened(name)}`, open }, run);
  }
}

/** `plain`: the stream is the outer file itself. */
function archiveBytes(stream: PeekableBytes, plain: boolean, run: Run): ArchiveBytes {
  return {
    stream,
    random: async () => {
      const file = plain ? await run.outer.random() : null;
      if (file === null) return run.spool.put(stream);
      await stream.close();
      return file;
    },
  };
}

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}

/** Text, padded with zeros perhaps: no capture begins so. */
function beginsWithName(head: Uint8Array): boolean {
  return head[0] !== 0 && head.every((byte) => byte === 0 || (byte >= 0x20 && byte !== 0x7f));
}
