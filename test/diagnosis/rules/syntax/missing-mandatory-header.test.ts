import { describe, expect, it } from 'vitest';
import { CAST } from '../../../../fixtures/traces/cast.ts';
import { flow } from '../../../../fixtures/dsl/index.ts';
import { syntaxFindingsOf } from '../../../helpers/syntax-findings.ts';

const RULE = 'missing-mandatory-header';

describe(RULE, () => {
  it('names everything that an INVITE lacks', () => {
    const trace = flow`
      ${CAST}
      alice -> proxy INVITE sip:+84901234567@example.com with sdp
        -Contact
        -Max-Forwards
      +3ms proxy -> alice 400 "Missing Contact"
      alice -> proxy ACK
      +40s capture ends
    `;
    const [finding] = syntaxFindingsOf(trace, RULE);
    expect(finding).toMatchObject({
      severity: 'error',
      args: { headers: ['Max-Forwards', 'Contact'], code: 0 },
    });
  });

  it('a challenge without what it challenges with', () => {
    const trace = flow`
      ${CAST}
      alice -> proxy REGISTER
      +3ms proxy -> alice 401
        -WWW-Authenticate
      +40s capture ends
    `;
    const [finding] = syntaxFindingsOf(trace, RULE);
    expect(finding).toMatchObject({
      severity: 'error',
      args: { headers: ['WWW-Authenticate'], code: 401 },
    });
  });

  it('near miss: a challenge that is complete', () => {
    const trace = flow`
      ${CAST}
      alice -> proxy REGISTER
      +3ms proxy -> alice 401
      +40s capture ends
    `;
    expect(syntaxFindingsOf(trace, RULE)).toEqual([]);
  });

  it('near miss: fields behind the cut are not missing', () => {
    const trace = flow`
      ${CAST}
      alice -> proxy INVITE sip:+84901234567@example.com truncate=200
      +40s capture ends
    `;
    expect(syntaxFindingsOf(trace, RULE)).toEqual([]);
  });
});
