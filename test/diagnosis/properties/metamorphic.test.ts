/** What is found depends on what was said, not on how it was captured, called or when it was. */
import { describe, expect, it } from 'vitest';
import {
  flow,
  only,
  pcapParts,
  type Sighting,
  seenTwice,
  shift,
  toPcap,
  type Trace,
} from '../../../fixtures/dsl/index.ts';
import { concat } from '../../../fixtures/dsl/wire/bytes.ts';
import type { Report } from '../../../src/model/report.ts';
import { reportOf } from '../../helpers/session.ts';
import { Random } from '../../mutation/random.ts';
import { isOfDatagrams, NAMED_TRACES, type NamedTrace } from './named-traces.ts';
import { Renaming } from './rename.ts';
import { rulesOnCaptures, toldOfCalls } from './told.ts';

const read = ({ thresholds }: NamedTrace, ...files: Uint8Array[]): Report =>
  reportOf(files, { thresholds });
const known = new Map<Trace, Report>();
/** The report of the trace as it is; read once for all that compare with it. */
function plain(one: NamedTrace): Report {
  const report = known.get(one.trace) ?? read(one, toPcap(one.trace));
  known.set(one.trace, report);
  return report;
}

const DATAGRAMS = NAMED_TRACES.filter(({ trace }) => isOfDatagrams(trace));
const row = (one: NamedTrace) => [one.name, one] as const;

describe('shuffled packets', () => {
  it.each(DATAGRAMS.map(row))('%s', (_, one) => {
    const [header = new Uint8Array(), ...records] = pcapParts(one.trace);
    const random = new Random(records.length + 1);
    const shuffled = read(one, concat([header, ...random.shuffled(records)]));
    expect(toldOfCalls(shuffled)).toEqual(toldOfCalls(plain(one)));
  });
});

/** The copy of the last packet would make the capture longer. */
function twiceUntilTheEnd(trace: Trace): Trace {
  const end = trace.sightings.at(-1)?.time ?? 0;
  return only(seenTwice(trace), ({ time }) => time <= end);
}

describe('every packet captured twice', () => {
  it.each(DATAGRAMS.map(row))('%s', (_, one) => {
    const once = plain(one);
    const twice = read(one, toPcap(twiceUntilTheEnd(one.trace)));
    expect(toldOfCalls(twice)).toEqual(toldOfCalls(once));
    const allowed = rulesOnCaptures(once).add('capture-duplicate-packets');
    expect([...rulesOnCaptures(twice)].filter((rule) => !allowed.has(rule))).toEqual([]);
  });
});

/** A packet that is no SIP. */
const [NTP] = flow`@0s capture ends`.sightings as [Sighting];

/** Two files that were captured side by side, each over the whole time. */
function dealt({ hosts, sightings }: Trace): [Uint8Array, Uint8Array] {
  const ends = new Set([sightings[0], sightings.at(-1)]);
  const clock = sightings.find(({ label }) => label === 'clock');
  const half = (odd: number): Uint8Array => {
    const own = sightings.filter((_, at) => at % 2 === odd);
    const marks: Sighting[] = [];
    // A packet that is no SIP shows from when to when each file was captured.
    for (const end of ends) {
      if (end !== undefined && clock !== undefined && !own.includes(end)) {
        marks.push({ ...clock, time: end.time });
      }
    }
    const all = [...own, ...marks].sort((a, b) => a.time - b.time);
    return toPcap({ hosts, sightings: all });
  };
  return [half(0), half(1)];
}

describe('split into two files', () => {
  it.each(DATAGRAMS.filter(({ trace }) => trace.sightings.length > 1).map(row))('%s', (_, one) => {
    const whole = plain(one);
    expect(toldOfCalls(read(one, ...dealt(one.trace)))).toEqual(toldOfCalls(whole));
  });
});

/** A rotation of two files, cut in the middle without a pause. */
function rotated({ hosts, sightings }: Trace): [Uint8Array, Uint8Array] {
  const middle = Math.floor(sightings.length / 2);
  const halves = [sightings.slice(0, middle), sightings.slice(middle)] as const;
  const cut = halves[1][0]?.time ?? 0;
  const mark = { ...NTP, time: cut };
  return [
    toPcap({ hosts, sightings: [...halves[0], mark] }),
    toPcap({ hosts, sightings: [mark, ...halves[1]] }),
  ];
}

describe('two files of a rotation, the later one read first', () => {
  it.each(DATAGRAMS.filter(({ trace }) => trace.sightings.length > 1).map(row))('%s', (_, one) => {
    const [earlier, later] = rotated(one.trace);
    expect(toldOfCalls(read(one, later, earlier))).toEqual(toldOfCalls(plain(one)));
  });
});

describe('every identifier renamed', () => {
  it.each(NAMED_TRACES.map(row))('%s', (_, one) => {
    const renaming = new Renaming();
    const renamed = renaming.trace(one.trace);
    const before = toldOfCalls(plain(one));
    const after = toldOfCalls(read(one, toPcap(renamed)));
    expect(after).toEqual(before.map((line) => renaming.text(line)).sort());
  });
});

/** Whole days: sentences tell the time of day. */
const LATER_US = 100 * 86_400_000_000;
/** What a message says about its own time is not moved with it. */
const DATED = /^(?:date|identity|y):|"iat"/im;
const isDated = ({ trace }: NamedTrace): boolean =>
  trace.sightings.some(({ payload }) => DATED.test(Buffer.from(payload).toString('latin1')));

describe('all times shifted', () => {
  it.each(NAMED_TRACES.filter((one) => !isDated(one)).map(row))('%s', (_, one) => {
    const before = toldOfCalls(plain(one), { relative: true });
    const later = read(one, toPcap(shift(one.trace, LATER_US)));
    expect(toldOfCalls(later, { relative: true })).toEqual(before);
  });
});
