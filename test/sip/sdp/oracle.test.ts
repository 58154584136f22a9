/** Our reader against sdp-transform, on what both can read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSdp } from '../../../src/sip/sdp/read.ts';
import { CORPUS_MISSING, corpusExists, corpusFiles } from '../../capture/corpus-files.ts';
import { bodiesIn } from './corpus-bodies.ts';
import { SAMPLES } from './samples.ts';
import { isBeyondOracle, oracleView, ownView } from './view.ts';

if (!corpusExists()) console.log(CORPUS_MISSING);

describe('the oracle agrees', () => {
  it.each(Object.entries(SAMPLES))('on the description of a %s', (_, text) => {
    const description = readSdp(text);
    expect(description.faults).toEqual([]);
    expect(ownView(description)).toEqual(oracleView(text));
  });

  it('on descriptions put together at random', () => {
    fc.assert(
      fc.property(sdpText, (text) => {
        const description = readSdp(text);
        expect(isBeyondOracle(description)).toBe(false);
        expect(ownView(description)).toEqual(oracleView(text));
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it.runIf(corpusExists())('on all descriptions of the captures', () => {
    let compared = 0;
    for (const path of corpusFiles('captures')) {
      for (const { text, description } of bodiesIn(path)) {
        if (isBeyondOracle(description)) continue;
        compared += 1;
        expect(ownView(description), path).toEqual(oracleView(text));
      }
    }
    expect(compared).toBeGreaterThan(200);
  });
});

const address = fc.ipV4();
const port = fc.integer({ min: 1, max: 65_535 });
const codec = fc.record({
  payload: fc.integer({ min: 96, max: 127 }),
  name: fc.constantFrom('opus', 'G722', 'telephone-event', 'AMR-WB', 'iLBC'),
  clock: fc.constantFrom(8000, 16_000, 48_000),
  fmtp: fc.constantFrom('', 'mode=30', '0-16', 'octet-align=1; mode-set=0,2'),
});
const media = fc
  .record({
    kind: fc.constantFrom('audio', 'video'),
    port,
    profile: fc.constantFrom('RTP/AVP', 'RTP/SAVP', 'RTP/AVPF', 'UDP/TLS/RTP/SAVPF'),
    codecs: fc.uniqueArray(codec, { minLength: 1, maxLength: 5, selector: (one) => one.payload }),
    own: fc.option(address),
    direction: fc.constantFrom('', 'sendrecv', 'sendonly', 'recvonly', 'inactive'),
    ptime: fc.option(fc.integer({ min: 10, max: 60 })),
  })
  .map(({ kind, port: at, profile, codecs, own, direction, ptime }) => [
    `m=${kind} ${at} ${profile} ${codecs.map(({ payload }) => payload).join(' ')}`,
    ...(own === null ? [] : [`c=IN IP4 ${own}`]),
    ...codecs.map(({ payload, name, clock }) => `a=rtpmap:${payload} ${name}/${clock}`),
    ...codecs.flatMap(({ payload, fmtp }) => (fmtp === '' ? [] : [`a=fmtp:${payload} ${fmtp}`])),
    ...(direction === '' ? [] : [`a=${direction}`]),
    ...(ptime === null ? [] : [`a=ptime:${ptime}`]),
  ]);
const sdpText = fc
  .record({ at: address, version: fc.nat(), all: fc.array(media, { maxLength: 4 }) })
  .map(({ at, version, all }) =>
    [
      'v=0',
      `o=u ${version} 7 IN IP4 ${at}`,
      's=-',
      `c=IN IP4 ${at}`,
      't=0 0',
      ...all.flat(),
      '',
    ].join('\r\n'),
  );
