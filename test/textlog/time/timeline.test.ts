import { describe, expect, it } from 'vitest';
import { findClock } from '../../../src/textlog/time/clock.ts';
import { Timeline } from '../../../src/textlog/time/timeline.ts';
import { zoneNamed } from '../../../src/textlog/time/zone.ts';

/** Moments of stamps in the order of the log, as ISO text, and what was assumed. */
function moments(stamps: readonly string[], zone?: string) {
  const line = new Timeline(zone === undefined ? undefined : (zoneNamed(zone) ?? undefined));
  const times = stamps.map((stamp) => {
    const clock = findClock(stamp);
    return clock === null ? '' : new Date(line.momentOf(clock) / 1000).toISOString();
  });
  return { times, assumed: [...line.assumed] };
}

describe('a timeline', () => {
  it.each([
    ['2026-03-01T10:00:00.123456+02:00', '2026-03-01T08:00:00.123Z'],
    ['2026/03/01 10:00:00.123', '2026-03-01T10:00:00.123Z'],
    [
      'Wed Nov 03 2021 09:24:28 GMT+0100 (Central European Standard Time)',
      '2021-11-03T08:24:28.000Z',
    ],
    ['Mon Mar  2 10:00:00 2026', '2026-03-02T10:00:00.000Z'],
    ['03/01/2026-10:00:00.101', '2026-03-01T10:00:00.101Z'],
    ['1772359200.250000', '2026-03-01T10:00:00.250Z'],
    ['1772359200250', '2026-03-01T10:00:00.250Z'],
    ['2026-03-01 10:00:00:391 belle-sip', '2026-03-01T10:00:00.391Z'],
  ])('reads %s', (stamp, iso) => {
    expect(moments([stamp]).times).toEqual([iso]);
  });

  it.each(['192.0.2.1:5060', 'a1-2-3', '99:99:99', ''])('takes %j for no stamp', (text) => {
    expect(findClock(text)).toBeNull();
  });

  it('goes on to the next day at midnight, but not for rows out of order', () => {
    expect(moments(['23:59:59.5', '00:00:00.5', '23:59:59.9', '00:00:01.0']).times).toEqual([
      '1970-01-01T23:59:59.500Z',
      '1970-01-02T00:00:00.500Z',
      '1970-01-01T23:59:59.900Z',
      '1970-01-02T00:00:01.000Z',
    ]);
    expect(moments(['10:00:01', '10:00:00']).assumed).not.toContain('midnight');
  });

  it('goes on to the next year', () => {
    expect(moments(['2025-12-31 23:00:00', 'Dec 31 23:59:59', 'Jan  1 00:00:01']).times).toEqual([
      '2025-12-31T23:00:00.000Z',
      '2025-12-31T23:59:59.000Z',
      '2026-01-01T00:00:01.000Z',
    ]);
  });

  it('tells the two hours at the end of daylight saving apart by the order of rows', () => {
    const stamps = [
      '2026-10-25 02:10:00',
      '2026-10-25 02:59:58',
      '2026-10-25 02:00:01',
      '2026-10-25 02:30:00',
      '2026-10-25 02:59:59',
      '2026-10-25 03:00:00',
    ];
    expect(moments(stamps, 'Europe/Berlin').times).toEqual([
      '2026-10-25T00:10:00.000Z',
      '2026-10-25T00:59:58.000Z',
      '2026-10-25T01:00:01.000Z',
      '2026-10-25T01:30:00.000Z',
      '2026-10-25T01:59:59.000Z',
      '2026-10-25T02:00:00.000Z',
    ]);
    // A row that was written a little too late is not of the second hour; west of UTC it is the same.
    expect(
      moments(
        ['2026-11-01 01:59:59', '2026-11-01 01:58:00', '2026-11-01 01:00:00'],
        'America/New_York',
      ).times,
    ).toEqual(['2026-11-01T05:59:59.000Z', '2026-11-01T05:58:00.000Z', '2026-11-01T06:00:00.000Z']);
  });

  it('obeys a zone with daylight saving', () => {
    const stamps = ['2026-03-29 01:59:59', '2026-03-29 03:00:00', '2026-10-25 03:00:00'];
    const { times, assumed } = moments(stamps, 'Europe/Berlin');
    expect(times).toEqual([
      '2026-03-29T00:59:59.000Z',
      '2026-03-29T01:00:00.000Z',
      '2026-10-25T02:00:00.000Z',
    ]);
    expect(assumed).toEqual(['zone-given']);
  });
});
