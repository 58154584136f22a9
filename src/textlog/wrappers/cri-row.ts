import type { Wrapper } from './wrapper.ts';

/** Time, stream, and whether the line is full or goes on in the next row (the Container Runtime Interface's log format). */
const ROW = /^(\d{4}-\d\d-\d\dT[\d:.]{8,20}(?:Z|[+-]\d\d:\d\d)) std(?:out|err) ([FP])(?: |$)/;

/** A row of /var/log/containers on Kubernetes. */
export const criRow: Wrapper = {
  id: 'cri-rows',
  mark: ' std',
  unwrap(row) {
    const head = ROW.exec(row);
    if (head === null) return null;
    return { text: row.slice(head[0].length), stamp: head[1] ?? '', open: head[2] === 'P' };
  },
};
