import { open, stat } from 'node:fs/promises';
import { PeerTable } from '../call/peers.ts';
import { InputError } from '../input/errors.ts';
import { nodeCrypto } from '../input/node-crypto.ts';
import { openSources } from '../input/open-sources.ts';
import type { InputSource } from '../input/source.ts';
import type { Packet } from '../model/packet.ts';
import { KeyLog } from '../network/tls/key-log.ts';
import type { PacketTap } from '../packet-tap.ts';
import type { Message } from '../sip/message.ts';
import { type MessageTarget, SourceReading } from '../source-reading.ts';

/** Bytes at the beginning and at the end of a file that tell what it is, and when. */
const HEAD = 64 << 10;
const TAIL = 256 << 10;

/** What a source seems to be, before it is read. */
export interface PlannedSource {
  readonly path: string;
  /** `pcap`, a log's dialect, `text`, the name of a container that is not read, `unknown`. */
  readonly kind: string;
  /** How it is packed; '' when it is not. */
  readonly compression: string;
  /** Size as it lies there; null for members of archives and for pipes. */
  readonly bytes: number | null;
  /** Of its first packet or message, µs; null when its beginning does not tell. */
  readonly start: number | null;
  /** Of its last one; null when that takes reading it all. */
  readonly end: number | null;
}

/**
 * Looks at the beginning of every source of a file, and at its end where it can be read from there.
 * @throws InputError when the file cannot be read
 */
export async function planOf(path: string): Promise<PlannedSource[]> {
  const found = await stat(path).catch(() => null);
  const size = found?.isFile() === true ? found.size : null;
  const planned: PlannedSource[] = [];
  for await (const input of openSources(path)) {
    const { content, compression = '' } = input;
    const own = { path: input.path, compression, bytes: input.path === path ? size : null };
    if (content.kind === 'bytes') planned.push({ ...own, ...(await look(input, size)) });
    else {
      await input.close();
      const kind = content.kind === 'unknown' ? content.container : content.kind;
      if (content.kind !== 'archive') planned.push({ ...own, kind, start: null, end: null });
    }
  }
  return planned;
}

async function look(
  input: InputSource,
  size: number | null,
): Promise<Pick<PlannedSource, 'kind' | 'start' | 'end'>> {
  const times = new Times();
  const reading = new SourceReading({
    index: 0,
    path: input.path,
    unread: input.unread,
    target: times,
    keys: new KeyLog(),
    crypto: nodeCrypto,
    tap: times,
    grows: true,
    onChunk: () => undefined,
  });
  let seen = 0;
  for await (const chunk of input) {
    const head = chunk.subarray(0, HEAD - seen);
    reading.push(head);
    seen += head.length;
    if (seen >= HEAD) break;
  }
  await input.close();
  const whole = size !== null && input.compression === undefined;
  // Readers find their step again behind what is left out.
  if (whole && size > seen) reading.push(await tailOf(input.path, Math.max(seen, size - TAIL)));
  reading.end();
  const { description, clockDoubt } = reading.outcome;
  const isCapture = reading.isCapture;
  // A log without a day tells no time that could be compared.
  const { first, last } = isCapture ? times.packets : times.messages;
  const known = clockDoubt === null || !(clockDoubt.day || clockDoubt.start);
  return {
    kind: description.dialect ?? description.format,
    start: known ? first : null,
    end: known && (whole || seen < HEAD) ? last : null,
  };
}

/** First and last time of what goes by, in its order: where the middle is left out, what seems to lie around it is no packet. */
class Times implements MessageTarget, PacketTap {
  readonly peers = new PeerTable();
  readonly packets = new FirstAndLast();
  readonly messages = new FirstAndLast();

  begin({ time }: Packet): void {
    this.packets.add(time);
  }

  add({ time }: Message): void {
    this.messages.add(time);
  }

  countLost({ time }: Message): void {
    this.messages.add(time);
  }

  end(): void {}

  segment(): void {}

  fragment(): void {}

  payload(): void {}
}

class FirstAndLast {
  /** µs */
  first: number | null = null;
  last: number | null = null;

  add(time: number): void {
    if (Number.isNaN(time)) return;
    this.first ??= time;
    this.last = time;
  }
}

async function tailOf(path: string, from: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const tail = new Uint8Array(TAIL);
    const { bytesRead } = await file.read(tail, 0, TAIL, from);
    return tail.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** What cannot be read has a plan of its own. */
export function isUnreadable(error: unknown): error is InputError {
  return error instanceof InputError;
}
