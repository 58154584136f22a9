import { expect, it } from 'vitest';
import { formatterFor } from '../../src/catalog/format.ts';
import { delayText } from '../../src/report/delay.ts';

it('never says that nothing took no time', () => {
  const format = formatterFor('en');
  expect([null, 0, 1, 1000].map((ms) => delayText(ms, format))).toEqual([
    '',
    '<1 s',
    '1 ms',
    '1 s',
  ]);
});
