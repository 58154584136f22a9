import { latin1 } from '../../sip/bytes.ts';
import { jsonRecords } from '../rewriting/json-records.ts';
import { holdsMessage } from './held-message.ts';
import { stringEnd, unescaped } from './literal-escapes.ts';
import type { Unwrapped, Wrapper } from './wrapper.ts';

/** Keys under which collectors keep the row (docker, journald, fluentd, ECS, Asterisk's json format …). */
const KEYS = [
  'log',
  '_raw',
  'MESSAGE',
  'message',
  'msg',
  'text',
  'line',
  'body',
  '@message',
  'textPayload',
];
const TEXT = new RegExp(String.raw`"(?:${KEYS.join('|')})"\s*:\s*"`, 'g');
/** Loki's own answer: pairs of a stamp and a line. */
const PAIR = /\[\s*"1\d{18}"\s*,\s*"/;
const TIME =
  /"(?:_?time|timestamp|@timestamp|__REALTIME_TIMESTAMP|ts|date|datetime)"\s*:\s*"?([^",}]{8,40})/;

/** journald writes a text that holds CR or other control characters as the numbers of its bytes. */
const BYTES = /"MESSAGE"\s*:\s*\[([\d, ]{2,})\]/;

/** One JSON object a row, with the log's row as one of its strings. */
export const jsonRow: Wrapper = {
  id: 'json-rows',
  mark: '{"',
  triggers: ['83,73,80,47,50,46,48', '83, 73, 80, 47, 50, 46, 48'],
  unwrap(row) {
    const open = row.search(/\{ ?"/);
    const numbers = BYTES.exec(row)?.[1];
    if (numbers !== undefined) return { text: textOf(numbers), stamp: stampOf(row) };
    TEXT.lastIndex = 0;
    const key = TEXT.exec(row);
    if (key === null) return PAIR.test(row) ? several(row) : null;
    if (key.index < open || holdsMessage(row)) return null;
    const start = key.index + key[0].length;
    const end = stringEnd(row, start);
    if (hasMore(row, end)) {
      const all = several(row);
      if (all?.rest !== undefined) return all;
    }
    const text = unescaped(row.slice(start, end));
    return { text: text.replace(/\n$/, ''), stamp: stampOf(row), open: isOpen(row, text) };
  },
};

/** As older journalctl writes it. */
export const spacedJsonRow: Wrapper = { ...jsonRow, mark: '{ "' };

/** Whether another record with a text begins behind `from`. */
function hasMore(row: string, from: number): boolean {
  const next = row.indexOf('{', from);
  if (next < 0) return false;
  TEXT.lastIndex = next;
  return TEXT.test(row);
}

/** All texts of an answer that stands on one row, the oldest first: searches often list the newest first. */
function several(row: string): Unwrapped | null {
  const all = jsonRecords(row, (key, text) =>
    key === '' || KEYS.includes(key) ? unescaped(text).replace(/\n$/, '') : null,
  ).map(({ text, facts }) => ({ text, stamp: facts.time ?? '' }));
  const newest = all[0]?.stamp ?? '';
  if (newest > (all.at(-1)?.stamp ?? '')) all.reverse();
  const [first, ...rest] = all;
  if (first === undefined) return null;
  return rest.length === 0 ? first : { ...first, rest };
}

/** Docker cuts a long line into several rows and leaves the line end out of all but the last. */
function isOpen(row: string, text: string): boolean {
  return row.startsWith('{"log":') && !text.endsWith('\n');
}

function textOf(numbers: string): string {
  const bytes = Uint8Array.from(numbers.split(','), Number);
  return latin1(bytes, 0, bytes.length);
}

/** As text; journald counts µs since 1970. */
function stampOf(row: string): string {
  const stamp = TIME.exec(row)?.[1] ?? '';
  return /^1\d{15}$/.test(stamp) ? `${stamp.slice(0, 10)}.${stamp.slice(10)}` : stamp;
}
