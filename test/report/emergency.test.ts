/** A call for help that failed is told by name, also where it is one of many that share a cause. */
import { describe, expect, it } from 'vitest';
import { flowFromText, merge, toPcap, type Trace } from '../../fixtures/dsl/index.ts';
import { formatById } from '../../src/report/formats.ts';
import { reportOf } from '../helpers/session.ts';

/** Calls from one trunk to numbers, all refused for want of capacity, five seconds apart. */
function refused(numbers: readonly string[]): Trace {
  return merge(
    ...numbers.map((number, at) =>
      flowFromText(`
      pbx = 192.0.2.10 "Asterisk PBX 20"
      gw = 203.0.113.9
      call c${at} @${at * 5}s {
        pbx -> gw INVITE sip:${number}@203.0.113.9 from=sip:+842873000${100 + at}@192.0.2.10 with sdp
        +20ms gw -> pbx 503
        pbx -> gw ACK
      }`),
    ),
  );
}

const USUAL = ['+84901000001', '+84901000002', '+84901000003', '+84901000004'];

function told(numbers: readonly string[], id: string): string {
  const format = formatById(id);
  if (format === undefined) throw new Error('no such format');
  const report = reportOf([toPcap(refused(numbers))], { messages: 'page' });
  expect(report.incidents).toHaveLength(1);
  return [...format.render(report, {})].join('').replaceAll('`', '').replace(/\s+/g, ' ');
}

describe.each(['text', 'markdown', 'html'])('%s', (id) => {
  it('names each of them, and none where there was none', () => {
    const all = told([...USUAL, '112', ...USUAL, '115'], id);
    expect(all).toContain('The emergency call to 112 failed with 503 Service Unavailable.');
    expect(all).toContain('The emergency call to 115 failed with 503 Service Unavailable.');
    expect(told(USUAL, id)).not.toContain('emergency call');
  });
});

it('tells ten of many, and how many more', () => {
  const all = told([...USUAL, ...Array<string>(13).fill('112')], 'text');
  expect(all.split('The emergency call to 112 failed').length - 1).toBe(10);
  expect(all).toContain('and 3 more like it');
});
