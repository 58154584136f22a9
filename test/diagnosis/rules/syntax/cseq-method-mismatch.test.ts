import { describe, expect, it } from 'vitest';
import { CAST } from '../../../../fixtures/traces/cast.ts';
import { flow } from '../../../../fixtures/dsl/index.ts';
import { syntaxFindingsOf } from '../../../helpers/syntax-findings.ts';

const RULE = 'cseq-method-mismatch';

describe(RULE, () => {
  it('CSeq names another method', () => {
    const trace = flow`
      ${CAST}
      alice -> proxy OPTIONS
        CSeq: 8 INVITE
      +40s capture ends
    `;
    const [finding] = syntaxFindingsOf(trace, RULE);
    expect(finding).toMatchObject({
      severity: 'error',
      args: { cseqMethod: 'INVITE', method: 'OPTIONS' },
    });
  });

  it('near miss: the same method, oddly written', () => {
    const trace = flow`
      ${CAST}
      alice -> proxy OPTIONS
        CSeq: 0008    OPTIONS
      +40s capture ends
    `;
    expect(syntaxFindingsOf(trace, RULE)).toEqual([]);
  });
});
