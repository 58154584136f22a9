import { beforeAll, describe, expect, it } from 'vitest';
import { CAST } from '../../../../fixtures/traces/cast.ts';
import { flow } from '../../../../fixtures/dsl/index.ts';
import { loadGrammar } from '../../../../src/sip/syntax.ts';
import { framesOf } from '../../../helpers/judge.ts';
import { syntaxFindingsOf } from '../../../helpers/syntax-findings.ts';

beforeAll(loadGrammar);

const RULE = 'malformed-message';

describe(RULE, () => {
  it('names the field that a 400 was about', () => {
    const trace = flow`
      ${CAST}
      alice -> proxy INVITE sip:+84901234567@example.com with sdp
        From: "Alice <sip:alice@example.com>;tag=1
      +3ms proxy -> alice 400 "Bad From"
      alice -> proxy ACK
      +40s capture ends
    `;
    const [finding, ...more] = syntaxFindingsOf(trace, RULE);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'error',
      confidence: 'proven',
      args: {
        fault: 'unbalanced-quotes',
        header: 'From',
        text: '"Alice <sip:alice@example.com>;tag=1',
      },
    });
    expect(finding?.evidence[0]).toMatchObject({ kind: 'message', field: 'From' });
  });

  it('shows a message once, not its retransmissions', () => {
    const trace = flow`
      ${CAST}
      alice -> proxy OPTIONS
        Date: Fri, 01 Jan 2010 16:00:00 EST
      retransmit E
      +60s capture ends
    `;
    const [finding] = syntaxFindingsOf(trace, RULE);
    expect(finding?.args).toMatchObject({ fault: 'date', header: 'Date' });
    expect(framesOf(finding!)).toEqual([1]);
  });

  it('is milder where the conversation worked regardless', () => {
    const trace = flow`
      ${CAST}
      alice -> proxy OPTIONS
        +Call-ID: again
      +3ms proxy -> alice 200
      +40s capture ends
    `;
    const [finding] = syntaxFindingsOf(trace, RULE);
    expect(finding).toMatchObject({ severity: 'warning', args: { fault: 'repeated-field' } });
  });

  it('near miss: legal oddities in a call that failed', () => {
    const trace = flow`
      ${CAST}
      alice -> proxy INVITE tel:+84901234567 with sdp compact folded
        From: "A \"B\" ễ" <tel:+84283000000;phone-context=example.com>;tag=1
        Contact: <sip:alice@192.0.2.10>;+sip.instance="<urn:uuid:1>";q=0.5
        Date: Sat, 13 Nov 2010 23:29:00 GMT
      +3ms proxy -> alice 500
      alice -> proxy ACK
      +40s capture ends
    `;
    expect(syntaxFindingsOf(trace, RULE)).toEqual([]);
  });

  it('near miss: an answer that proves that the request was understood', () => {
    const trace = flow`
      ${CAST}
      alice -> proxy INVITE sip:+84901234567@example.com with sdp
        From: "Alice <sip:alice@example.com>;tag=1
      +3s proxy -> alice 486
      alice -> proxy ACK
      +40s capture ends
    `;
    expect(syntaxFindingsOf(trace, RULE)).toEqual([]);
  });
});
