import { latin1 } from './bytes.ts';

/** Methods of the IANA registry, most frequent first: the order in which the hot path tries them. */
export const METHODS = [
  'INVITE',
  'ACK',
  'BYE',
  'REGISTER',
  'OPTIONS',
  'CANCEL',
  'SUBSCRIBE',
  'NOTIFY',
  'PRACK',
  'UPDATE',
  'INFO',
  'MESSAGE',
  'REFER',
  'PUBLISH',
] as const;

const known = METHODS.map((name) => ({ name, first: name.charCodeAt(0), length: name.length }));

/** The method at `start`; registered ones come back as one shared string. Methods are case-sensitive (§7.1). */
export function methodAt(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start;
  const first = bytes[start];
  candidates: for (const method of known) {
    if (method.length !== length || method.first !== first) continue;
    for (let index = 1; index < length; index += 1) {
      if (bytes[start + index] !== method.name.charCodeAt(index)) continue candidates;
    }
    return method.name;
  }
  return latin1(bytes, start, end);
}
