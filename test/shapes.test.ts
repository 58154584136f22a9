/** However the packets of one call flow were captured, the analysis is the same. */
import { describe, expect, it } from 'vitest';
import { toPcap } from '../fixtures/dsl/index.ts';
import { accountOf } from './shapes/account.ts';
import { analysed } from './shapes/analysed.ts';
import { shapeFlow } from './shapes/flow.ts';
import { SHAPES } from './shapes/table.ts';

const plain = analysed(toPcap(shapeFlow()));

describe('the flow itself', () => {
  it('has one declined, one stuck and one healthy call', () => {
    const { messages, calls } = accountOf(plain);
    expect(messages).toBe(29);
    expect(calls.map(({ outcome }) => outcome)).toEqual([
      'failed-timeout',
      'answered',
      'declined-user',
    ]);
    expect(plain.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['trying-then-408', 'decline-human']),
    );
  });
});

describe('shapes', () => {
  it('are many and have names of their own', () => {
    expect(SHAPES.length).toBeGreaterThanOrEqual(45);
    expect(new Set(SHAPES.map(({ name }) => name)).size).toBe(SHAPES.length);
  });

  it('say why, where they cannot carry something', () => {
    for (const { without, because } of SHAPES) expect(because === undefined).toBe(!without);
  });

  it.each(SHAPES.map((shape) => [shape.name, shape] as const))('%s', (_, shape) => {
    const { without = [], twice = false } = shape;
    const expected = accountOf(plain, without);
    const account = accountOf(analysed(shape.file(shapeFlow)), without);
    const duplicates = twice ? expected.messages : 0;
    expect(account.calls).toEqual(expected.calls);
    expect(account.duplicates).toBe(duplicates);
    expect(account.messages - duplicates).toBe(expected.messages);
  });
});
