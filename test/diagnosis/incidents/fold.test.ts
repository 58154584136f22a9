import { describe, expect, it } from 'vitest';
import { Attempts, DimensionValues } from '../../../src/diagnosis/incidents/attempts.ts';
import {
  foldIncidents,
  type IncidentFold,
  type IncidentRecord,
} from '../../../src/diagnosis/incidents/fold.ts';
import type { Severity } from '../../../src/model/vocabulary.ts';

type Row = readonly [id: string, signature: string, time: number, severity?: Severity];

/** Calls with one finding each; `calm` are the times of others. */
function fold(rows: readonly Row[], calm: readonly number[] = []): IncidentFold[] {
  const attempts = new Attempts(new DimensionValues());
  for (const time of calm) attempts.add(time, 0, 0, 0, 0, 200);
  const known = new Map<string, number>();
  const records = rows.map(([id, signature, time, severity = 'error']): IncidentRecord => {
    const attempt = known.get(id) ?? attempts.add(time, 0, 0, 0, 0, 408);
    known.set(id, attempt);
    return { id, attempt, rule: 'trying-then-408', severity, signature };
  });
  return foldIncidents([{ of: 'call', attempts, records }]);
}

const MINUTE = 60e6;

describe('incidents', () => {
  it('fold findings of one signature, with first, last, share, window and a representative', () => {
    const rows: Row[] = [
      ['c4', 'a', 30],
      ['c2', 'a', 10, 'warning'],
      ['c3', 'a', 20],
      // Recorded in parts: the worst one counts.
      ['c3', 'a', 20, 'warning'],
    ];
    expect(fold(rows, [5, 10, 25, 30, 31])).toMatchObject([
      {
        of: 'call',
        rule: 'trying-then-408',
        signature: 'a',
        severity: 'error',
        members: ['c2', 'c3', 'c4'],
        first: 10,
        last: 30,
        share: 3 / 8,
        window: { attempts: 6, affected: 3 },
        representative: { id: 'c3' },
      },
    ]);
  });

  it('stand in the order of severity, then of calls, then of time', () => {
    const rows: Row[] = [
      ['c1', 'one info', 1, 'info'],
      ['c5', 'late', 9],
      ['c2', 'early', 2],
      ['c3', 'two', 5],
      ['c4', 'two', 6],
    ];
    const order = ['two', 'early', 'late', 'one info'];
    expect(fold(rows).map(({ signature }) => signature)).toEqual(order);
    expect(fold(rows.toReversed()).map(({ signature }) => signature)).toEqual(order);
  });

  it('are split where a pause is an hour and three times as long as any shorter one', () => {
    const at = (...minutes: number[]): number[] =>
      fold(minutes.map((minute, index): Row => [`c${index + 1}`, 'a', minute * MINUTE])).map(
        ({ members }) => members.length,
      );
    expect(at(0, 1, 61, 62)).toEqual([2, 2]);
    expect(at(0, 1, 60, 61)).toEqual([4]);
    expect(at(0, 25, 99)).toEqual([3]);
    expect(at(0, 25, 101)).toEqual([2, 1]);
    expect(at(0, 600)).toEqual([2]);
    expect(at(0, 40, 90, 140, 230)).toEqual([5]);
  });

  it('need no clock: what has none is an incident of its own', () => {
    const incidents = fold(
      [
        ['c1', 'a', 10],
        ['c2', 'a', Number.NaN],
        ['c3', 'a', Number.NaN],
      ],
      [Number.NaN, 12],
    );
    expect(incidents).toMatchObject([
      { members: ['c2', 'c3'], first: Number.NaN, window: { attempts: 3 }, histogram: null },
      { members: ['c1'], first: 10, window: { attempts: 1 } },
    ]);
    expect(foldIncidents([])).toEqual([]);
  });
});
