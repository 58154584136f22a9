/**
 * Rows of the shared corpus that siptriage does not read yet: path → what it would take. None at present.
 * test/corpus.test.ts fails when one of them starts to agree with its truth, so that the table only shrinks.
 */
export const NOT_YET: Readonly<Record<string, string>> = {};
