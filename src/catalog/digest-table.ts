import type { DigestAttempt } from '../model/auth-args.ts';

type Part = Exclude<keyof DigestAttempt, 'time' | 'place'>;

/** All parameters in one order, so that two attempts can be compared at a glance. */
const PARTS: readonly Part[] = ['username', 'realm', 'uri', 'nonce', 'nc', 'algorithm', 'response'];

/** Attempts side by side: what they have in common, said once, and what is left of each. */
export interface DigestTable {
  readonly common: string;
  /** Empty where all of them are alike. */
  readonly rows: readonly { readonly place: number; readonly differs: string }[];
}

export function digestTable(attempts: readonly DigestAttempt[], user: string): DigestTable {
  const isAlike = (part: Part): boolean =>
    attempts.every((one) => one[part] === attempts[0]?.[part]);
  const alike = PARTS.filter(isAlike);
  const differing = PARTS.filter((part) => !isAlike(part));
  const [first] = attempts;
  return {
    common: first === undefined ? '' : partsOf(first, alike, user),
    rows:
      differing.length === 0
        ? []
        : attempts.map((one) => ({ place: one.place, differs: partsOf(one, differing, user) })),
  };
}

function partsOf(attempt: DigestAttempt, parts: readonly Part[], user: string): string {
  return parts.flatMap((part) => wordsOf(part, attempt[part], user)).join(', ');
}

function wordsOf(part: Part, value: string, user: string): string[] {
  if (part === 'nc' && value === '') return [];
  if (part === 'algorithm') return [value];
  const shown = value === '' ? '–' : value;
  if (part === 'response') return [`response ${shown}…`];
  return [`${part === 'username' ? user : part} ${shown}`];
}
