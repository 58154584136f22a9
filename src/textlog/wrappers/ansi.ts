import type { Wrapper } from './wrapper.ts';

// eslint-disable-next-line no-control-regex -- that is what it removes
const SEQUENCES =
  /\u001b(?:\[[0-9;:?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\^_])/g;

/** Colours and other terminal sequences (ECMA-48). */
export const ansi: Wrapper = {
  id: 'ansi',
  mark: '\u001b',
  // `SIP` is highlighted: grep and ngrep show so what was searched for.
  triggers: ['SIP\u001b[m\u001b[K/2.0', 'SIP\u001b[0m/2.0', 'SIP\u001b[m/2.0'],
  unwrap: (row) => ({ text: row.replace(SEQUENCES, '') }),
};
