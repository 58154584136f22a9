import type { Facts, Whole } from '../dialect.ts';
import { stringEnd, unescaped } from '../wrappers/literal-escapes.ts';
import { factOf, messageTime, type Stamps } from './json-facts.ts';

/** Objects within objects that are followed. */
const MAX_DEPTH = 64;
const NUMBER = /-?\d+(?:\.\d+)?/y;
const START = /^(?:SIP\/2\.0 [1-6]\d\d |[A-Z]{3,20} \S.{0,4000} SIP\/2\.0\r?\n)/;

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

/**
 * The messages that a row of JSON holds under one of the `keys`: one object, an array of them, or a piece of either. An object in an array,
 * or the outermost, is a record; objects in it are parts of it.
 */
export function jsonMessages(row: string, keys: ReadonlySet<string>): Whole[] {
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
      else value(top, key, text, keys);
    } else if (char === '-' || (char >= '0' && char <= '9')) {
      NUMBER.lastIndex = at;
      const text = NUMBER.exec(row)?.[0] ?? char;
      at += text.length - 1;
      value(top, key, text, keys);
    }
  }
  // Cut off: what is there of the last record counts.
  while (levels.length > 0) close(levels.pop());
  return found;
}

function opened(isArray: boolean, name: string, top: Level | undefined): Level {
  if (isArray) return { isArray, name, record: null, owns: false };
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

function value(top: Level | undefined, key: string, text: string, keys: ReadonlySet<string>): void {
  const record = top?.record;
  if (record === undefined || record === null) return;
  if (record.text === null && keys.has(key)) {
    const plain = unescaped(text);
    if (START.test(plain)) {
      record.text = plain;
      return;
    }
  }
  const { facts, stamps } = record;
  factOf(facts, stamps, top?.name ?? '', key, text);
}

function add(found: Whole[], { text, facts, stamps }: JsonRecord): void {
  if (text === null) return;
  const time = messageTime(stamps);
  found.push({ text, facts: time === '' ? facts : { ...facts, time } });
}
