import type { Wrapper } from './wrapper.ts';

/** Time, stream, and whether the line is full or goes on in the next row (the Container Runtime Interface's log format). */
const ROW = /^(\d{4}-\d\d-\d\dT[\d:.]{8,20}(?:Z|[+-]\d\d:\d\d)) std(?:out|err) ([FP])(?: |$)/;

/**
 * A row of /var/log/containers on Kubernetes. The mark is that of nodes that live in UTC, as nearly all do: a blank alone would stand in
 * every row of every log. Elsewhere the rows are read like any with a prefix, and only lines in parts are not joined.
 */
export const criRow: Wrapper = {
  id: 'cri-rows',
  mark: 'Z std',
  unwrap(row) {
    const head = ROW.exec(row);
    if (head === null) return null;
    return { text: row.slice(head[0].length), stamp: head[1] ?? '', open: head[2] === 'P' };
  },
};
