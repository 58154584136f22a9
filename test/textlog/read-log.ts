import { UnreadTally } from '../../src/model/unread.ts';
import { LogReader } from '../../src/textlog/reader.ts';
import { zoneNamed } from '../../src/textlog/time/zone.ts';

/** One message of a log, as a row of text that a test can state. */
export interface LoggedMessage {
  readonly line: number;
  /** ISO 8601, or '' without a time. */
  readonly time: string;
  readonly from: string;
  readonly to: string;
  readonly inferred: number;
  readonly transport: string;
  readonly startLine: string;
  readonly body: string;
  readonly text: string;
}

/** Reads a log, `step` bytes at a time. */
export function readLog(
  log: string | Uint8Array,
  { zone, step = 1 << 20 }: { zone?: string; step?: number } = {},
) {
  const messages: LoggedMessage[] = [];
  const unread = new UnreadTally();
  const reader = new LogReader(
    {
      message(message, from, to) {
        const { time } = message;
        messages.push({
          line: message.frame,
          time: Number.isNaN(time) ? '' : new Date(time / 1000).toISOString(),
          from: from === null ? '' : `${from.address}:${from.port}`,
          to: to === null ? '' : `${to.address}:${to.port}`,
          inferred: message.inferred,
          transport: message.transport,
          startLine: message.startLine,
          body: message.body,
          text: message.text,
        });
      },
    },
    unread,
    zone === undefined ? undefined : (zoneNamed(zone) ?? undefined),
  );
  const bytes = typeof log === 'string' ? new TextEncoder().encode(log) : log;
  for (let at = 0; at < bytes.length; at += step) reader.push(bytes.slice(at, at + step));
  reader.end();
  const counted = Object.fromEntries(unread.list().map(({ reason, count }) => [reason, count]));
  const { recognisedBy, lines, linesExplained, ...source } = reader.describe(0);
  return { messages, unread: counted, lines, linesExplained, recognisedBy, source };
}
