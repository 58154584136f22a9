import { describe, expect, test } from 'vitest';
import { formatterFor } from '../../src/catalog/format.ts';

const en = formatterFor('en');
const vi = formatterFor('vi');

describe('numbers', () => {
  test.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [12_345, '12,345', '12.345'],
    [1_234_567, '1,234,567', '1.234.567'],
  ])('%d', (value, english, vietnamese) => {
    expect(en.integer(value)).toBe(english);
    expect(vi.integer(value)).toBe(vietnamese);
  });

  test('decimals lose their trailing zeros, fixed ones keep them', () => {
    expect(en.decimal(2.5, 2)).toBe('2.5');
    expect(en.decimal(1234.0, 1)).toBe('1,234');
    expect(vi.decimal(-0.25, 2)).toBe('-0,25');
    expect(vi.fixed(1.5, 3)).toBe('1,500');
  });

  test('shares', () => {
    expect(en.percent(0.5)).toBe('50 %');
    expect(en.percent(0.001)).toBe('<1 %');
    expect(en.percent(0)).toBe('0 %');
  });

  test('bytes', () => {
    expect([0, 999, 1_000, 12_345, 999_999, 5_300_000_000].map((n) => en.bytes(n))).toEqual([
      '0 B',
      '999 B',
      '1 kB',
      '12 kB',
      '1 MB',
      '5.3 GB',
    ]);
  });
});

describe('durations', () => {
  test.each([
    [0, '0 ms', '0 ms'],
    [400, '0.4 ms', '0,4 ms'],
    [250_000, '250 ms', '250 ms'],
    [999_600, '1 s', '1 giây'],
    [2_340_000, '2.3 s', '2,3 giây'],
    [32_000_000, '32 s', '32 giây'],
    [59_960_000, '1 min', '1 phút'],
    [125_000_000, '2 min 5 s', '2 phút 5 giây'],
    [3_600_000_000, '1 h', '1 giờ'],
    [3_725_000_000, '1 h 2 min', '1 giờ 2 phút'],
    [90_000_000_000, '1 d 1 h', '1 ngày 1 giờ'],
    [-1_500_000, '-1.5 s', '-1,5 giây'],
  ])('%d µs', (us, english, vietnamese) => {
    expect(en.duration(us)).toBe(english);
    expect(vi.duration(us)).toBe(vietnamese);
  });
});

test('times and dates', () => {
  const time = '2026-11-22T14:03:07.250123Z';
  expect(en.clock(time)).toBe('14:03:07.250');
  expect(vi.clock(time)).toBe('14:03:07,250');
  expect(en.clock(null)).toBe('–');
  expect(en.date(time)).toBe('2026-11-22');
  expect(vi.date(time)).toBe('22/11/2026');
});

test('lists', () => {
  expect(en.list([])).toBe('');
  expect(en.list(['a'])).toBe('a');
  expect(en.list(['a', 'b', 'c'])).toBe('a, b and c');
  expect(vi.list(['a', 'b'])).toBe('a và b');
});
