import { describe, expect, it } from 'vitest';
import { Attempts, DimensionValues } from '../../../src/diagnosis/incidents/attempts.ts';
import { scopeOf } from '../../../src/diagnosis/incidents/scope.ts';
import { TimedAttempts } from '../../../src/diagnosis/incidents/timed-attempts.ts';
import type { IncidentScope } from '../../../src/model/report.ts';

interface Spec {
  readonly source?: string;
  readonly destination?: string;
  readonly agent?: string;
  readonly hit?: boolean;
}

function scope(count: number, make: (index: number) => Spec): IncidentScope[] {
  const values = new DimensionValues();
  const attempts = new Attempts(values);
  const affected: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const { source = 'pbx', destination = 'sbc', agent = '', hit = false } = make(index);
    const from = values.addresses.of(source);
    const to = values.addresses.of(destination);
    const number = attempts.add(index, from, to, values.userAgents.of(agent), 0, 0);
    if (hit) affected.push(number);
  }
  const timed = new TimedAttempts(attempts);
  return scopeOf(timed, timed.window(0, count), affected);
}

const short = (scopes: readonly IncidentScope[]): string[] =>
  scopes.map(
    ({ dimension, only, affected }) =>
      `${only ? 'only' : 'every'} ${dimension}: ${affected.map(({ value }) => value).join(' ')}`,
  );

describe('the scope of an incident', () => {
  it('names the value that it keeps to, with those that it spares', () => {
    const [one, ...others] = scope(100, (index) => ({
      agent: index % 4 === 0 ? 'bad' : `good ${index % 4}`,
      hit: index % 8 === 0,
    }));
    expect(others).toEqual([]);
    expect(one).toEqual({
      dimension: 'userAgent',
      only: true,
      affected: [{ value: 'bad', calls: 13, attempts: 25 }],
      unaffected: ['good 1', 'good 2', 'good 3'].map((value) => ({ value, attempts: 25 })),
      more: { affected: 0, unaffected: 0 },
    });
  });

  it('says nothing that may be chance', () => {
    const hits = (fewer: number): string[] =>
      short(
        scope(100, (index) => ({
          agent: index % 10 < 7 ? 'usual' : 'rare',
          hit: index % 10 === 0 && index < fewer,
        })),
      );
    // 0.7 to the power of five is one in six.
    expect(hits(50)).toEqual([]);
    // Were all hundred hit, all seventy would be of the usual one.
    const all = scope(100, (index) => ({
      agent: index % 10 < 7 ? 'usual' : 'rare',
      hit: index % 10 < 7,
    }));
    expect(short(all)).toEqual(['only userAgent: usual']);
  });

  it('bears with a stray call, but not with several', () => {
    const strays = (count: number): string[] =>
      short(
        scope(400, (index) => ({
          agent: index % 2 === 0 ? 'bad' : 'good',
          hit: index % 4 === 0 || (index % 2 === 1 && index < 2 * count),
        })),
      );
    expect(strays(3)).toEqual(['only userAgent: bad']);
    expect(strays(30)).toEqual(['every userAgent: bad good']);
  });

  it('leaves out what follows from something narrower', () => {
    const followed = scope(200, (index) => ({
      source: index % 2 === 0 ? 'sbc' : `phone ${index % 3}`,
      destination: index % 2 === 0 ? `trunk ${index % 3}` : 'sbc',
      hit: index % 6 === 0,
    }));
    expect(short(followed)).toEqual(['only destination: trunk 0']);
    const crossed = scope(400, (index) => ({
      source: `pbx ${index % 2}`,
      agent: `agent ${index % 5}`,
      hit: index % 10 === 0,
    }));
    expect(short(crossed)).toEqual(['only userAgent: agent 0', 'only source: pbx 0']);
  });

  it('says "every" only where all that was used enough is hit', () => {
    const sources = (spared: number): string[] =>
      scope(2000, (index) => ({
        source: `phone ${index % 20}`,
        hit: index % 20 >= spared && Math.floor(index / 20) % 4 === 0,
      })).map(({ dimension, only, more }) => `${only} ${dimension} ${JSON.stringify(more)}`);
    expect(sources(0)).toEqual(['false source {"affected":12,"unaffected":0}']);
    expect(sources(5)).toEqual([]);
  });
});
