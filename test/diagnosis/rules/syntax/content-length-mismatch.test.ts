import { describe, expect, it } from 'vitest';
import { CAST } from '../../../../fixtures/traces/cast.ts';
import { flow } from '../../../../fixtures/dsl/index.ts';
import { syntaxFindingsOf } from '../../../helpers/syntax-findings.ts';

const RULE = 'content-length-mismatch';

describe(RULE, () => {
  it('more is declared than arrived', () => {
    const trace = flow`
      ${CAST}
      alice -> proxy INVITE sip:+84901234567@example.com with sdp length=9999
      +3ms proxy -> alice 400
      alice -> proxy ACK
      +40s capture ends
    `;
    const [finding] = syntaxFindingsOf(trace, RULE);
    expect(finding?.severity).toBe('error');
    expect(finding?.args.declared).toBe(9999);
    expect(finding?.args.present).toBeGreaterThan(0);
    expect(finding?.evidence[0]).toMatchObject({ field: 'Content-Length' });
  });

  it('near miss: more arrived than is declared, which UDP ignores (RFC 3261 §18.3)', () => {
    const trace = flow`
      ${CAST}
      alice -> proxy INVITE sip:+84901234567@example.com with sdp length=20
      +3ms proxy -> alice 400
      alice -> proxy ACK
      +40s capture ends
    `;
    expect(syntaxFindingsOf(trace, RULE)).toEqual([]);
  });

  it('near miss: no Content-Length at all', () => {
    const trace = flow`
      ${CAST}
      alice -> proxy INVITE sip:+84901234567@example.com with sdp length=none
      +3ms proxy -> alice 500
      alice -> proxy ACK
      +40s capture ends
    `;
    expect(syntaxFindingsOf(trace, RULE)).toEqual([]);
  });
});
