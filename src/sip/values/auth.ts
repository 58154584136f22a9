import { parseParams, type Params } from './params.ts';
import { capped, splitOutsideQuotes } from './text.ts';

/** Scheme and comma-separated parameters: the shape that challenges and credentials share (RFC 3261 §25.1). */
export interface Auth {
  /** Lower case: `digest`, `basic`, `ntlm` … */
  readonly scheme: string;
  readonly params: Params;
}

/** Challenges or credentials of one line that are read (a bound for hostile input). */
const MAX_PER_LINE = 16;
/** Schemes that may stand without parameters (IANA's registry, and what is met). */
const BARE: ReadonlySet<string> = new Set([
  'basic',
  'bearer',
  'digest',
  'kerberos',
  'negotiate',
  'ntlm',
  'tls-dsk',
]);

/**
 * Every challenge or credentials on one line. Commas divide both parameters and challenges (RFC 7235 §4.1): a new one
 * begins where two words follow each other without an equals sign.
 */
export function parseAuths(line: string): Auth[] {
  const found: { scheme: string; parts: string[] }[] = [];
  for (const part of splitOutsideQuotes(capped(line.trim()), ',')) {
    if (part === '') continue;
    const current = found.at(-1);
    const begins = beginning(part, current === undefined);
    if (begins !== null) {
      if (found.length === MAX_PER_LINE) break;
      found.push({ scheme: begins.scheme, parts: begins.rest === '' ? [] : [begins.rest] });
    } else if (current !== undefined) addPart(current.parts, part);
  }
  return found.map(({ scheme, parts }) => ({ scheme, params: parseParams(parts.join(','), ',') }));
}

/** The scheme that this part begins with; null when it is one more parameter. */
function beginning(part: string, first: boolean): { scheme: string; rest: string } | null {
  const word = /^[^\s="]+/.exec(part)?.[0] ?? '';
  const rest = part.slice(word.length).trimStart();
  const scheme = word.toLowerCase();
  if (rest.startsWith('=') || word === '') return first ? { scheme: '', rest: part } : null;
  if (rest === '' && !first && !BARE.has(scheme)) return null;
  return { scheme, rest };
}

/** A word alone goes on with the value before it: some write `qop=auth,auth-int` without quotes. */
function addPart(parts: string[], part: string): void {
  const before = parts.at(-1);
  const equals = before?.indexOf('=') ?? -1;
  if (before === undefined || equals < 0 || part.includes('=') || before.includes('"')) {
    parts.push(part);
    return;
  }
  parts[parts.length - 1] =
    `${before.slice(0, equals)}="${before.slice(equals + 1).trim()},${part}"`;
}
