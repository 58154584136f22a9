import { ascii, latin1 } from './bytes.ts';

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

/** The methods above by their first letter. */
const BY_LETTER: readonly (readonly { name: string; text: Uint8Array }[] | undefined)[] =
  Array.from({ length: 256 }, (_, letter) => {
    const first = String.fromCharCode(letter);
    const names = METHODS.filter((name) => name.startsWith(first));
    return names.length === 0 ? undefined : names.map((name) => ({ name, text: ascii(name) }));
  });

/** The method at `start`; registered ones come back as one shared string. Methods are case-sensitive (§7.1). */
export function methodAt(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start;
  candidates: for (const { name, text } of BY_LETTER[bytes[start] as number] ?? []) {
    if (text.length !== length) continue;
    for (let index = 1; index < length; index += 1) {
      if (bytes[start + index] !== text[index]) continue candidates;
    }
    return name;
  }
  return latin1(bytes, start, end);
}
