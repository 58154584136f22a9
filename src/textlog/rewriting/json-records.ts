import type { Facts, Whole } from '../dialect.ts';
import { stringEnd, unescaped } from '../wrappers/literal-escapes.ts';
import { factOf, messageTime, type Stamps } from './json-facts.ts';

/** Objects within objects that are followed. */
const MAX_DEPTH = 64;
const NUMBER = /-?\d+(?:\.\d+)?/y;
/** ns since 1970, in front of a line of Loki's. */
const EPOCH = /^1\d{18}$/;
const START = /^(?:SIP\/2\.0 [1-6]\d\d .{0,4000}|[A-Z]{3,20} \S.{0,4000} SIP\/2\.0)\r?\n/;

/** One message with what its object, and the objects in it, say. */
interface JsonRecord {
  text: string | null;
  readonly facts: Facts;
  readonly stamps: Stamps;
}

interface Level {
  readonly isArray: boolean;
  readonly name: string;
  readonly record: JsonRecord | null;
  /** The record ends with this level. */
  readonly owns: boolean;
}

/** The messages that a row of JSON holds under one of the `keys`. */
export function jsonMessages(row: string, keys: ReadonlySet<string>): Whole[] {
  return jsonRecords(row, (key, text) => {
    const plain = keys.has(key) ? unescaped(text) : '';
    return beginsMessage(plain) ? plain : null;
  });
}

/** Whether the text of a value is a whole message. */
export function beginsMessage(text: string): boolean {
  return START.test(text);
}

/** What a value of a record, under `key` ('' in an array), holds of the log; null when it is something else. */
type TextOf = (key: string, value: string) => string | null;

/**
 * The texts that a row of JSON holds: one object, an array of them, or a piece of either. An object in an array, or the outermost, is a
 * record, and so is an array in an array; objects in them are parts of it.
 */
export function jsonRecords(row: string, textOf: TextOf): Whole[] {
  const found: Whole[] = [];
  const levels: Level[] = [];
  let key = '';
  const close = (level: Level | undefined): void => {
    if (level?.owns === true && level.record !== null) add(found, level.record);
  };
  for (let at = Math.max(0, row.search(/\{\s*"/)); at < row.length; at += 1) {
    const char = row[at] as string;
    const top = levels.at(-1);
    if (char === '{' || char === '[') {
      if (levels.length >= MAX_DEPTH) break;
      levels.push(opened(char === '[', key, top));
    } else if (char === '}' || char === ']') close(levels.pop());
    else if (char === '"') {
      const end = stringEnd(row, at + 1);
      const text = row.slice(at + 1, end);
      at = end;
      if (isKey(row, end + 1)) key = text;
      else value(top, key, text, textOf);
    } else if (char === '-' || (char >= '0' && char <= '9')) {
      NUMBER.lastIndex = at;
      const text = NUMBER.exec(row)?.[0] ?? char;
      at += text.length - 1;
      value(top, key, text, textOf);
    }
  }
  // Cut off: what is there of the last record counts.
  while (levels.length > 0) close(levels.pop());
  return found;
}

function opened(isArray: boolean, name: string, top: Level | undefined): Level {
  if (isArray && top !== undefined && !top.isArray) {
    return { isArray, name, record: null, owns: false };
  }
  const record = top === undefined || top.isArray ? null : top.record;
  return record === null
    ? { isArray, name, record: { text: null, facts: {}, stamps: {} }, owns: true }
    : { isArray, name, record, owns: false };
}

function isKey(row: string, from: number): boolean {
  let at = from;
  while (row[at] === ' ') at += 1;
  return row[at] === ':';
}

function value(top: Level | undefined, name: string, text: string, textOf: TextOf): void {
  const record = top?.record;
  if (record === undefined || record === null) return;
  const key = top?.isArray === true ? '' : name;
  const { facts, stamps } = record;
  if (key === '' && EPOCH.test(text)) stamps['timestamp'] ??= text;
  else {
    record.text ??= textOf(key, text);
    factOf(facts, stamps, top?.name ?? '', key, text);
  }
}

function add(found: Whole[], { text, facts, stamps }: JsonRecord): void {
  if (text === null) return;
  const time = messageTime(stamps);
  found.push({ text, facts: time === '' ? facts : { ...facts, time } });
}
