import { expect, test } from 'vitest';
import { KpiTally } from '../../src/document/kpis.ts';
import { makeCall } from '../helpers/report.ts';

test.each([
  [4, null],
  [5, 1200],
])('percentiles of the post-dial delay out of %d calls: %s', (count, expected) => {
  const tally = new KpiTally();
  for (let n = 0; n < count; n += 1) tally.add(makeCall(`c${n}`));
  expect(tally.kpis().pdd).toEqual({ p50: expected, p95: expected });
});
