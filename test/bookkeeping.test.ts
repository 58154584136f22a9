import { describe, expect, it } from 'vitest';
import { flowFromText, pcapParts, type Trace } from '../fixtures/dsl/index.ts';
import { concat } from '../fixtures/dsl/wire/bytes.ts';
import type { AnalyzeOptions } from '../src/model/options.ts';
import type { Report } from '../src/model/report.ts';
import { analysed } from './shapes/analysed.ts';

/** More SIP than is judged in one piece: conversations are let go while the rest is read. */
const MEGABYTES = 20;
const PADDING = 'x'.repeat(50_000);
/** Much is read here, perhaps beside other tests; ms. */
const TIMEOUT = 60_000;

/** The trace in the midst of large OPTIONS that go on from its beginning for `seconds`. */
function amongMuch(text: string, seconds: number): Trace {
  const pings = (MEGABYTES << 20) / PADDING.length;
  const filler = Array.from(
    { length: pings },
    (_, at) => `
      ${at === 0 ? '' : `+${Math.floor((seconds * 1000) / pings)}ms `}probe -> sbc OPTIONS sip:ping@example.com
        X-Padding: ${PADDING}`,
  );
  return flowFromText(`
    alice = 192.0.2.10
    proxy = 198.51.100.1 server
    probe = 192.0.2.99
    sbc = 198.51.100.99
    call probe @0s {${filler.join('')}
    }
    ${text}`);
}

function analysedInPieces(trace: Trace, options: Partial<AnalyzeOptions> = {}): Report {
  const bytes = concat(pcapParts(trace));
  const cuts = Array.from({ length: Math.floor(bytes.length / 500_000) }, (_, at) => at * 500_000);
  return analysed(bytes, cuts, options);
}

const ANSWERED_LATE = `
    call late @0s {
      alice -> proxy INVITE sip:1002@example.com with sdp
      +3ms proxy -> alice 180
      +3s proxy -> alice 407
      alice -> proxy ACK
      +51s alice -> proxy INVITE sip:1002@example.com with sdp with auth
      +2ms proxy -> alice 100
      +2s proxy -> alice 200 with sdp
      alice -> proxy ACK
      +20s alice -> proxy BYE
      proxy -> alice 200
    }`;

describe('a capture that is too large to be judged whole', { timeout: TIMEOUT }, () => {
  it('waits for the credentials that a challenge asks for, however late they come', () => {
    const { calls, totals } = analysedInPieces(amongMuch(ANSWERED_LATE, 45));
    expect(totals.outcomes).toEqual({ answered: 1 });
    expect(calls.map(({ final, timing }) => [final?.code, timing.talkMs])).toEqual([[200, 20_001]]);
  });

  it('gives the same ids and figures whether calm calls are listed or not', () => {
    const calls = Array.from(
      { length: 12 },
      (_, at) => `
    call n${at} @${at}s {
      alice -> proxy INVITE sip:10${at}@example.com with sdp
      +2ms proxy -> alice 100
      +900ms proxy -> alice 180
      +1s proxy -> alice ${at % 4 === 1 ? '603 "Decline"' : '200 with sdp'}
      alice -> proxy ACK
      ${at % 4 === 1 ? '' : '+3s alice -> proxy BYE\n      proxy -> alice 200'}
    }`,
    );
    const trace = amongMuch(calls.join(''), 90);
    const all = analysedInPieces(trace);
    const troubled = analysedInPieces(trace, { calls: 'troubled' });
    expect(all.totals.outcomes).toMatchObject({ answered: 9 });
    expect(troubled.unlisted).toEqual({ answered: 9 });
    expect(troubled.calls.map(({ id }) => id)).toEqual(['c2', 'c6', 'c10']);
    expect(troubled.calls).toEqual(all.calls.filter(({ outcome }) => outcome !== 'answered'));
    expect(all.conversations.map(({ findings }) => findings)).toEqual([[]]);
    expect(troubled.conversations).toEqual([]);
    const rows = { calls: [], conversations: [], unlisted: {} };
    expect({ ...troubled, ...rows }).toEqual({ ...all, ...rows });
  });
});
