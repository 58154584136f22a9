import { describe, expect, it } from 'vitest';
import type { Call } from '../../src/call/types.ts';
import type { Finding } from '../../src/diagnosis/rule.ts';
import { PageRoom } from '../../src/document/page-room.ts';

/** What the room asks of a call: how it ended, when it began (µs), and how long its messages are. */
const call = (invite: number, outcome = 'failed-server', bytes = 1000): Call =>
  ({
    outcome,
    final: null,
    milestones: { invite },
    messages: [{ start: 0, end: bytes }],
  }) as unknown as Call;
const because = (rule: string): Finding[] => [{ rule, severity: 'error' } as unknown as Finding];

const taken = (room: PageRoom, calls: readonly Call[], findings: readonly Finding[] = []): number =>
  calls.filter((one) => room.takes(one, findings)).length;
const many = (count: number, make: (n: number) => Call): Call[] =>
  Array.from({ length: count }, (_, n) => make(n));

describe('room for calls in full', () => {
  it('holds examples of each kind, so that a large incident does not use up that of another', () => {
    const room = new PageRoom();
    expect(
      taken(
        room,
        many(5000, () => call(0)),
        because('resp-503'),
      ),
    ).toBe(60);
    expect(
      taken(
        room,
        many(5000, () => call(0)),
        because('late-trying'),
      ),
    ).toBe(60);
    expect(
      taken(
        room,
        many(5000, () => call(0, 'failed-timeout')),
        because('late-trying'),
      ),
    ).toBe(60);
  });

  it('takes one in a while from a kind that goes on: a later burst has an example too', () => {
    const room = new PageRoom();
    taken(
      room,
      many(100, () => call(0)),
    );
    expect(taken(room, [call(59_000_000), call(60_000_000), call(61_000_000)])).toBe(1);
  });

  it('takes calls that went well while there is room for them', () => {
    const room = new PageRoom();
    expect(
      taken(
        room,
        many(199, (n) => call(n, 'answered')),
      ),
    ).toBe(199);
    expect(room.takesCalm).toBe(true);
    expect(
      taken(
        room,
        many(10, (n) => call(n, 'answered')),
      ),
    ).toBe(1);
    expect(room.takesCalm).toBe(false);
  });

  it('is bounded in bytes, whatever the calls are', () => {
    const room = new PageRoom();
    expect(
      taken(
        room,
        many(50, (n) => call(n, 'failed-server', 1 << 20)),
      ),
    ).toBe(24);
  });
});
