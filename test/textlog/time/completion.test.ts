import { describe, expect, it } from 'vitest';
import { readLog } from '../read-log.ts';
import { OK } from '../dialects/call.ts';
import { findClock } from '../../../src/textlog/time/clock.ts';
import { completed } from '../../../src/textlog/time/completion.ts';
import { Timeline } from '../../../src/textlog/time/timeline.ts';

/** The moment of a stamp beside another one, as ISO text. */
function moment(inner: string, outer: string): string {
  const clock = findClock(inner);
  if (clock === null) throw new Error(inner);
  return new Date(
    new Timeline(undefined).momentOf(completed(clock, findClock(outer))) / 1000,
  ).toISOString();
}

describe('a stamp beside another one', () => {
  it.each([
    // The time of day in a zone of its own, finer than what is around it.
    ['17:00:00.250', '2026-03-02T10:00:00Z', '2026-03-02T10:00:00.250Z'],
    ['15:45:00.250', '2026-03-02T10:15:01.9+00:00', '2026-03-02T10:15:00.250Z'],
    ['23:59:59.900', '2026-03-02T00:00:00.1Z', '2026-03-01T23:59:59.900Z'],
    ['Mar  2 11:00:00.25', '2026-03-02T10:00:00.31Z', '2026-03-02T10:00:00.250Z'],
    ['2026-03-02 11:00:00.25', '1772445600.310000', '2026-03-02T10:00:00.250Z'],
    // Seconds say less than what is around them.
    ['Mar  2 11:00:00', '2026-03-02T10:00:00.31Z', '2026-03-02T10:00:00.310Z'],
    // Another moment: only the year, or nothing, is taken.
    ['Mar  1 08:07:00.5', '2026-03-02T10:00:00Z', '2026-03-01T08:07:00.500Z'],
    ['2026-03-02T08:07:00+02:00', '2026-03-02T10:00:00Z', '2026-03-02T06:07:00.000Z'],
    // Nothing tells the zone.
    ['10:00:00.250', '2026-03-02 10:00:01', '2026-03-02T10:00:00.250Z'],
    ['23:59:59.900', '2026-03-03 00:00:00.1', '2026-03-02T23:59:59.900Z'],
    ['10:00:00.250', 'Mar  2 10:00:01', '1970-03-02T10:00:00.250Z'],
  ])('%s in %s', (inner, outer, iso) => {
    expect(moment(inner, outer)).toBe(iso);
  });
});

const SOFIA = (time: string): string =>
  `recv 250 bytes from udp/[192.0.2.1]:5060 at ${time}:\n${'-'.repeat(72)}\n${OK.join('\n')}\n`;

describe('the day of stamps without one', () => {
  it('is that of the row in front', () => {
    const { messages, source } = readLog(
      `2026-03-02 23:59:58.000000 97% [DEBUG] sofia.c:7084 Channel entering state\n${SOFIA('23:59:59.900000')}\n` +
        `2026-03-02 23:59:59.950000 97% [DEBUG] sofia.c:7084 Channel entering state\n${SOFIA('00:00:00.100000')}\n` +
        `2026-03-03 00:00:00.050000 97% [DEBUG] sofia.c:7084 Channel entering state\n${SOFIA('23:59:59.990000')}`,
    );
    expect(messages.map(({ time }) => time)).toEqual([
      '2026-03-02T23:59:59.900Z',
      '2026-03-03T00:00:00.100Z',
      '2026-03-02T23:59:59.990Z',
    ]);
    expect(source.assumed).toContain('date-from-log');
    expect(source.assumed).not.toContain('no-date');
  });

  it('is not that of a row whose stamp is another moment', () => {
    const { messages } = readLog(
      `2026-03-02 08:00:00 [INFO] certificate valid until 2030-01-01 00:00:00\n${SOFIA('08:00:01.5')}`,
    );
    expect(messages[0]?.time).toBe('2026-03-02T08:00:01.500Z');
  });
});
