import { describe, expect, it } from 'vitest';
import { parseReasons, reasonOf } from '../../../src/sip/values/reason.ts';

describe('parseReasons', () => {
  it('reads a list with quoted text (RFC 3326 §2)', () => {
    const reasons = parseReasons(
      'SIP ;cause=200 ;text="Call completed, elsewhere" , Q.850;cause=16',
    );
    expect(reasons.map(({ protocol, cause, text }) => [protocol, cause, text])).toEqual([
      ['SIP', 200, 'Call completed, elsewhere'],
      ['Q.850', 16, ''],
    ]);
  });

  it('keeps the analytics text and the location of a 603+', () => {
    const line = 'Q.850;cause=21;text="v=analytics1;url=https://example.com/r;id=a";location=LN';
    expect(parseReasons(line)[0]).toMatchObject({
      cause: 21,
      text: 'v=analytics1;url=https://example.com/r;id=a',
      location: 'LN',
    });
  });

  it.each([
    ['SIP', null],
    ['SIP;cause=x', null],
    ['SIP;cause=99999', null],
    ['SIP;cause="486"', 486],
  ])('%s has cause %j', (line, cause) => {
    expect(parseReasons(line)[0]?.cause).toBe(cause);
  });

  it('the first value of a protocol counts, whatever its case', () => {
    const reasons = parseReasons('q.850;cause=17,Q.850;cause=31,FreeSWITCH;cause=1');
    expect(reasonOf(reasons, 'Q.850')?.cause).toBe(17);
    expect(reasonOf(reasons, 'SIP')).toBeUndefined();
  });
});
