import type { Wrapper } from './wrapper.ts';

// eslint-disable-next-line no-control-regex -- that is what it removes
const SEQUENCES =
  /\u001b(?:\[[0-9;:?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\^_])/g;

/** Colours and other terminal sequences (ECMA-48). */
export const ansi: Wrapper = {
  id: 'ansi',
  mark: '\u001b',
  unwrap: (row) => ({ text: row.replace(SEQUENCES, '') }),
};
