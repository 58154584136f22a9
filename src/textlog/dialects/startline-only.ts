import type { Dialect } from '../dialect.ts';

/** A program that logs start lines behind arrows, and no header fields. */
export const startlineOnly: Dialect = {
  id: 'startline-only',
  patterns: ['>>> ', '<<< '].map((mark) => ({
    mark,
    row: new RegExp(`${mark}(?:SIP/2\\.0 \\d{3} |[A-Z]{3,20} \\S+ SIP/2\\.0\\s*$)`),
  })),
};
