import { describe, expect, it } from 'vitest';
import { analyze, type AnalyzeOptions, OptionsError } from '../src/index.ts';

const INCIDENT = new URL('../fixtures/incident.pcap', import.meta.url).pathname;
const LEFT_OUT: object = { language: undefined, messages: undefined };
const SAID = { language: 'en', thresholds: {}, messages: 'none' } as const;

describe('what a caller of the library leaves out', () => {
  it.each<[string, Partial<AnalyzeOptions> | undefined]>([
    ['everything', undefined],
    ['all that matters', {}],
    // Plain JavaScript may say it so.
    ['by undefined', { ...LEFT_OUT }],
  ])('has its default: %s', async (_, options) => {
    expect(await analyze([INCIDENT], options)).toEqual(await analyze([INCIDENT], SAID));
  });

  it('is not the list around a single path', async () => {
    expect(await analyze(INCIDENT)).toEqual(await analyze([INCIDENT], SAID));
  });

  it('is no language of its own', async () => {
    const options = { language: 'klingon' } as unknown as AnalyzeOptions;
    await expect(analyze([INCIDENT], options)).rejects.toThrow(OptionsError);
  });
});
