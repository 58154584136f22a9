import { splitList } from '../field.ts';
import { capped, unquote } from './text.ts';

/** One Warning value (RFC 3261 §20.43). */
export interface Warning {
  /** Three digits. */
  readonly code: number;
  readonly agent: string;
  readonly text: string;
}

/** Every value on one Warning line that has a code; stacks that leave the quotes out are understood. */
export function parseWarnings(line: string): Warning[] {
  const warnings: Warning[] = [];
  for (const value of splitList(capped(line))) {
    const match = /^(\d{3})\s+(\S+)(?:\s+([^]*))?$/.exec(value.trim());
    if (match === null) continue;
    warnings.push({
      code: Number(match[1]),
      agent: match[2] as string,
      text: unquote(match[3] ?? ''),
    });
  }
  return warnings;
}
