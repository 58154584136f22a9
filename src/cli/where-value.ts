import { nearest } from '../diagnosis/settings/nearest.ts';
import { UsageError } from './usage-error.ts';

/** What values a field of `--where` can have. */
export interface Values {
  readonly isNumber?: true;
  /** All that there are. */
  readonly words?: readonly string[];
}

const PATTERN = /[*?]/;
/** More would hide the beginning of the line. */
const MOST_WORDS = 30;

/**
 * A condition that no call can ever meet is a mistake, not an empty list.
 * @throws UsageError
 */
export function checkValue(
  expression: string,
  [name, symbol, wanted]: readonly [name: string, symbol: string, wanted: string],
  { isNumber, words }: Values,
): void {
  const orders = symbol.startsWith('<') || symbol.startsWith('>');
  if (isNumber === true && orders && (wanted === '' || Number.isNaN(Number(wanted)))) {
    throw new UsageError(
      `--where ${expression}: "${wanted}" is no number`,
      `write ${name}${symbol}5`,
    );
  }
  const exact = symbol === '=' || symbol === '!=';
  if (words === undefined || !exact || PATTERN.test(wanted)) return;
  if (words.includes(wanted.toLowerCase())) return;
  throw new UsageError(
    `--where ${expression}: there is no ${name} "${wanted}"`,
    hintFor(`${name}${symbol}`, wanted, words),
  );
}

function hintFor(begun: string, wanted: string, words: readonly string[]): string {
  // `failed` is none, `failed-timeout` is one.
  if (words.some((word) => word.startsWith(`${wanted}-`))) {
    return `for all of them: '${begun}${wanted}-*'`;
  }
  const meant = nearest(wanted, words);
  if (meant !== undefined) return `did you mean ${meant}?`;
  return words.length > MOST_WORDS ? '"siptriage rules" lists them' : `one of ${words.join(', ')}`;
}
