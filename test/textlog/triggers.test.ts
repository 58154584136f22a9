import { describe, expect, it } from 'vitest';
import { Triggers } from '../../src/textlog/triggers.ts';

const LITERALS = [
  'SIP/2.0',
  'SIP\\/2.0',
  '0010  ',
  '0x0010: ',
  '00000010: ',
  '83,73,80,47,50,46,48',
];

const first = (text: string, from: number): number => {
  const found = LITERALS.map((one) => text.indexOf(one, from)).filter((at) => at >= 0);
  return found.length === 0 ? Infinity : Math.min(...found);
};

describe('triggers', () => {
  it('are found where a plain search finds the first of them', () => {
    // Pieces of the literals themselves: nearly everything is a near-miss.
    const pieces = [
      ...LITERALS,
      'SIP',
      '/2.',
      '.0',
      '00',
      '001',
      '0x',
      '10  ',
      ' ',
      'SIP/1.0',
      'x',
    ];
    let state = 7;
    const next = (bound: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 16) % bound;
    };
    for (let round = 0; round < 2000; round += 1) {
      const text = Array.from({ length: next(12) }, () => pieces[next(pieces.length)]).join('');
      const bytes = new TextEncoder().encode(text);
      const triggers = new Triggers(LITERALS);
      const start = next(text.length + 1);
      for (const from of [start, start + 1, 0]) {
        expect(triggers.next(bytes, from), `${text} from ${from}`).toBe(first(text, from));
      }
    }
  });

  it('are asked about new bytes anew', () => {
    const triggers = new Triggers(LITERALS);
    expect(triggers.next(new TextEncoder().encode('SIP/2.0 SIP/2.0'), 1)).toBe(8);
    expect(triggers.next(new TextEncoder().encode('no'), 0)).toBe(Infinity);
    expect(triggers.next(new Uint8Array(0), 0)).toBe(Infinity);
  });
});
