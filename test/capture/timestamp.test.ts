import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock } from '../../src/capture/pcapng/timestamp.ts';

const word = fc.integer({ min: 0, max: 0xffff_ffff });
/** Ticks of a time between 1970 and 2100 at a resolution, as two words. */
function ticksAt(perSecond: bigint): fc.Arbitrary<bigint> {
  const most = 4_102_444_800n * perSecond;
  return fc.bigInt({ min: 0n, max: most > 0xffff_ffff_ffff_ffffn ? 0xffff_ffff_ffff_ffffn : most });
}

function micros(resolution: number, ticks: bigint, offset = 0): number {
  return new Clock(resolution, offset).micros(Number(ticks >> 32n), Number(ticks & 0xffffffffn));
}

describe('pcapng clocks', () => {
  it.each([0, 1, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 18])('10^-%i s is exact', (exponent) => {
    const perSecond = 10n ** BigInt(exponent);
    fc.assert(
      fc.property(ticksAt(perSecond), (ticks) => {
        expect(micros(exponent, ticks)).toBe(Number((ticks * 1_000_000n) / perSecond));
      }),
    );
  });

  it.each([0, 1, 10, 20, 31, 32])('2^-%i s is exact', (exponent) => {
    const perSecond = 2n ** BigInt(exponent);
    fc.assert(
      fc.property(ticksAt(perSecond), (ticks) => {
        expect(micros(0x80 | exponent, ticks)).toBe(Number((ticks * 1_000_000n) / perSecond));
      }),
    );
  });

  it.each([33, 40, 60])('2^-%i s is right to a microsecond', (exponent) => {
    const perSecond = 2n ** BigInt(exponent);
    fc.assert(
      fc.property(ticksAt(perSecond), (ticks) => {
        const exact = Number((ticks * 1_000_000n) / perSecond);
        expect(Math.abs(micros(0x80 | exponent, ticks) - exact)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('adds the offset, negative ones too', () => {
    expect(micros(6, 5_000_000n, 10)).toBe(15_000_000);
    expect(micros(9, 5_000_000_000n, -2)).toBe(3_000_000);
  });

  it('gives a finite number for every resolution byte', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), word, word, (resolution, high, low) => {
        expect(Number.isFinite(new Clock(resolution, 0).micros(high, low))).toBe(true);
      }),
    );
  });
});
