/** The door to modern-tar. */
import { ReadableStream } from 'node:stream/web';
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar';
import { CopiedChunks } from '../copied-chunks.ts';
import { ARCHIVE_DAMAGED, type Damage, MEMBER_DAMAGED } from '../damage.ts';
import type { Archive, Entry } from './archive.ts';

const BLOCK = 512;
const CHECKSUM_AT = 148;
const CHECKSUM_END = 156;

/**
 * What follows the end of a tar that is cut. The decoder drops what it holds when its input ends inside a member; it
 * hands on the pieces of its input as they are, so that this one, and with it the end, can be told from content.
 */
const BEYOND_END = new Uint8Array(1_048_576);
/** More than the longest header that the decoder gathers, 8 MiB. */
const TIMES_BEYOND = 9;

/** tar: old, ustar, pax and GNU. */
export const tar: Archive = {
  id: 'tar',
  sniff: hasChecksum,
  async *entries({ stream }, damage) {
    const source = new CopiedChunks(stream);
    const decoder = createTarDecoder({ strict: true });
    const reader = ReadableStream.from(andBeyond(source)).pipeThrough(decoder).getReader();
    try {
      for (;;) {
        const { value: entry, done } = await reader.read();
        if (done) return;
        yield memberOf(entry, source);
        await entry.body.cancel().catch(() => undefined);
      }
    } catch {
      source.throwFailure();
      damage.report(ARCHIVE_DAMAGED, 0);
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  },
};

function memberOf({ header, body }: ParsedTarEntry, source: CopiedChunks): Entry {
  const { name } = header;
  if (header.type !== 'file') return { name };
  return { name, open: (damage) => contentOf(body, source, damage) };
}

async function* contentOf(
  body: ParsedTarEntry['body'],
  source: CopiedChunks,
  damage: Damage,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  try {
    for await (const chunk of body) {
      if (chunk.buffer === BEYOND_END.buffer) {
        damage.report(MEMBER_DAMAGED, length);
        return;
      }
      length += chunk.length;
      yield chunk;
    }
  } catch {
    source.throwFailure();
    damage.report(MEMBER_DAMAGED, length);
  }
}

async function* andBeyond(chunks: CopiedChunks): AsyncGenerator<Uint8Array> {
  yield* chunks;
  for (let times = 0; times < TIMES_BEYOND; times += 1) yield BEYOND_END;
}

/** Every tar header has the sum of its own bytes, its own eight counted as blanks. Old ones have no other mark. */
function hasChecksum(head: Uint8Array): boolean {
  if (head.length < BLOCK || head[0] === 0) return false;
  const field = String.fromCharCode(...head.subarray(CHECKSUM_AT, CHECKSUM_END));
  const digits = /^ *([0-7]+)[ \0]*$/.exec(field)?.[1];
  if (digits === undefined) return false;
  let sum = (CHECKSUM_END - CHECKSUM_AT) * 0x20;
  for (let at = 0; at < BLOCK; at += 1) {
    if (at < CHECKSUM_AT || at >= CHECKSUM_END) sum += head[at]!;
  }
  return sum === Number.parseInt(digits, 8);
}
