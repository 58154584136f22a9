import { decimal } from './text.ts';

/** CSeq (RFC 3261 §20.16): the number is below 2³¹ (§8.1.1.5), the method as written. */
export interface CSeq {
  readonly number: number;
  readonly method: string;
}

/** Null when number or method cannot be read. */
export function parseCSeq(value: string): CSeq | null {
  const match = /^(\d{1,16})\s+(\S{1,64})$/.exec(value.trim());
  if (match === null) return null;
  const number = decimal(match[1] as string);
  return number === null ? null : { number, method: match[2] as string };
}
