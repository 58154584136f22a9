import type { Report } from '../../src/model/report.ts';

/** Where things were seen: all that may differ when the same packets come in another order. */
const PLACES = new Set(['at', 'first', 'offset', 'frame', 'line', 'bytes']);

/** A report without its locators, and without the texts that follow from its codes. */
export function withoutLocators({ catalog, ...report }: Report): unknown {
  const text = JSON.stringify({ ...report, codes: Object.keys(catalog) }, (key, value: unknown) =>
    PLACES.has(key) ? undefined : value,
  );
  return JSON.parse(text);
}
