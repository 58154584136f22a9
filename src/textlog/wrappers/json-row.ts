import { latin1 } from '../../sip/bytes.ts';
import { holdsMessage } from './held-message.ts';
import { stringEnd, unescaped } from './literal-escapes.ts';
import type { Wrapper } from './wrapper.ts';

/** Keys under which collectors keep the row (docker, journald, fluentd, ECS, Asterisk's json format …). */
const TEXT = /"(?:log|MESSAGE|message|msg|text|line|body|@message|textPayload)"\s*:\s*"/;
const TIME =
  /"(?:time|timestamp|@timestamp|__REALTIME_TIMESTAMP|ts|date|datetime)"\s*:\s*"?([^",}]{8,40})/;

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
    const key = TEXT.exec(row);
    if (key === null || key.index < open || holdsMessage(row)) return null;
    const start = key.index + key[0].length;
    const end = stringEnd(row, start);
    const text = unescaped(row.slice(start, end));
    return { text: text.replace(/\n$/, ''), stamp: stampOf(row), open: isOpen(row, text) };
  },
};

/** As older journalctl writes it. */
export const spacedJsonRow: Wrapper = { ...jsonRow, mark: '{ "' };

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
