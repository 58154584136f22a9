import { nodeCrypto } from '../input/node-crypto.ts';
import type { AnalyzeOptions } from '../model/options.ts';
import { UnreadTally } from '../model/unread.ts';
import { KeyLog } from '../network/tls/key-log.ts';
import type { PacketTap } from '../packet-tap.ts';
import { type MessageTarget, SourceReading } from '../source-reading.ts';
import { zoneNamed } from '../textlog/time/zone.ts';

/** What reading depends on. */
export type ReadingOptions = Pick<AnalyzeOptions, 'keylog' | 'logZone'>;

/** Reads a source for somebody who looks at its messages, and at its packets perhaps. */
export function readingOf(
  path: string,
  target: MessageTarget,
  { keylog, logZone }: ReadingOptions,
  tap?: PacketTap,
): SourceReading {
  const keys = new KeyLog();
  if (keylog !== undefined) keys.add(keylog);
  return new SourceReading({
    index: 0,
    path,
    unread: new UnreadTally(),
    target,
    keys,
    crypto: nodeCrypto,
    logZone: logZone === undefined ? undefined : (zoneNamed(logZone) ?? undefined),
    tap,
    onChunk: () => undefined,
  });
}
