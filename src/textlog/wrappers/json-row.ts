import { unescaped } from './literal-escapes.ts';
import type { Wrapper } from './wrapper.ts';

/** Keys under which collectors keep the row (docker, journald, fluentd, ECS, Asterisk's json format …). */
const TEXT = /"(?:log|MESSAGE|message|msg|text|line|body|@message|textPayload)"\s*:\s*"/;
const TIME =
  /"(?:time|timestamp|@timestamp|__REALTIME_TIMESTAMP|ts|date|datetime)"\s*:\s*"?([^",}]{8,40})/;

/** One JSON object a row, with the log's row as one of its strings. */
export const jsonRow: Wrapper = {
  id: 'json-rows',
  mark: '{"',
  unwrap(row) {
    const open = row.indexOf('{"');
    const key = TEXT.exec(row);
    if (key === null || key.index < open) return null;
    const start = key.index + key[0].length;
    const end = stringEnd(row, start);
    const text = unescaped(row.slice(start, end));
    const stamp = TIME.exec(row)?.[1] ?? '';
    return { text: text.replace(/\n$/, ''), stamp: microseconds(stamp), open: isOpen(row, text) };
  },
};

/** Docker cuts a long line into several rows and leaves the line end out of all but the last. */
function isOpen(row: string, text: string): boolean {
  return row.startsWith('{"log":') && !text.endsWith('\n');
}

function stringEnd(row: string, start: number): number {
  for (let at = start; at < row.length; at += 1) {
    const char = row[at];
    if (char === '\\') at += 1;
    else if (char === '"') return at;
  }
  return row.length;
}

/** journald counts µs since 1970. */
function microseconds(stamp: string): string {
  return /^1\d{15}$/.test(stamp) ? `${stamp.slice(0, 10)}.${stamp.slice(10)}` : stamp;
}
