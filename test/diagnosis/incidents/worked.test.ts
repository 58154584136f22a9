import { describe, expect, it } from 'vitest';
import { Attempts, DimensionValues } from '../../../src/diagnosis/incidents/attempts.ts';
import { OTHERS, Values } from '../../../src/diagnosis/incidents/values.ts';
import { WorkedInvites } from '../../../src/diagnosis/incidents/worked.ts';
import { ascii } from '../../../src/sip/bytes.ts';
import { NOWHERE } from '../../../src/sip/message.ts';

interface Offered {
  readonly way: number;
  readonly hash: number;
}

/** What is kept of these, as text. */
function keptOf(offers: readonly Offered[], length = 500): string[] {
  const values = new DimensionValues();
  const attempts = new Attempts(values);
  const worked = new WorkedInvites(attempts);
  for (const { way, hash } of offers) {
    const source = values.addresses.of(`192.0.2.${way}`);
    const attempt = attempts.add(hash, source, source, 0, 0, 200);
    if (!worked.wants(attempt, hash, length)) continue;
    const bytes = ascii(`${way} ${hash}`);
    const mark = { id: 'c1' };
    worked.keep({ attempt, bytes, sender: NOWHERE, receiver: NOWHERE, hash, mark });
  }
  return worked
    .all()
    .map(({ bytes }) => new TextDecoder().decode(bytes))
    .sort();
}

const offers = Array.from({ length: 20_000 }, (_, index) => ({
  way: index % 200,
  hash: Math.imul(index + 1, 0x9e3779b1) | 0,
}));

describe('the INVITEs of calls that worked', () => {
  it('are an even sample, the same one whatever the order', () => {
    const kept = keptOf(offers);
    expect(kept).toHaveLength(96 * 12);
    expect(keptOf(offers.toReversed())).toEqual(kept);
    const shuffled = offers.toSorted((a, b) => Math.imul(a.hash, 7) - Math.imul(b.hash, 7));
    expect(keptOf(shuffled)).toEqual(kept);
  });

  it('are all kept while there is room, but none that is very long', () => {
    expect(keptOf(offers.slice(0, 90))).toHaveLength(90);
    expect(keptOf(offers.slice(0, 90), 9000)).toEqual([]);
  });
});

describe('values', () => {
  it('have one id by text and by bytes, and one for all beyond the bound', () => {
    const values = new Values();
    const id = values.of('Zoiper');
    expect(values.ofBytes(ascii('xZoiper 5'), 1, 7)).toBe(id);
    expect(values.ofBytes(ascii('xZoiper 5'), 1, 7)).toBe(id);
    expect(values.of('')).toBe(values.ofBytes(ascii(''), 0, 0));
    expect(values.text(id)).toBe('Zoiper');
    for (let n = 0; n < 20_000; n += 1) values.of(`agent ${n}`);
    expect(values.of('agent 19999')).toBe(OTHERS);
    expect(values.ofBytes(ascii('agent 19999'), 0, 11)).toBe(OTHERS);
    expect(values.of('Zoiper')).toBe(id);
  });
});
