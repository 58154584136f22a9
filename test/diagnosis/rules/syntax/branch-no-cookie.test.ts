import { describe, expect, it } from 'vitest';
import { CAST } from '../../../../fixtures/traces/cast.ts';
import { flow, type Trace } from '../../../../fixtures/dsl/index.ts';
import { syntaxFindingsOf } from '../../../helpers/syntax-findings.ts';

const RULE = 'branch-no-cookie';

const answered = (branch: string, code: number): Trace => flow`
  ${CAST}
  alice -> proxy OPTIONS branch=${branch}
  +3ms proxy -> alice ${code}
  +40s capture ends
`;

describe(RULE, () => {
  it('is a warning where the request failed as one does that is not matched', () => {
    const [finding] = syntaxFindingsOf(answered('abc', 481), RULE);
    expect(finding).toMatchObject({ severity: 'warning', args: { branch: 'abc' } });
  });

  it('is a note where nobody answered: RFC 2543 senders are to be served (RFC 3261 §17.2.3)', () => {
    const trace = flow`
      ${CAST}
      alice -> proxy OPTIONS branch=abc
      +40s capture ends
    `;
    expect(syntaxFindingsOf(trace, RULE)[0]?.severity).toBe('info');
  });

  it.each([
    ['the cookie in another case', 'Z9HG4BKabc', 481],
    ['it worked', 'abc', 200],
  ])('near miss: %s', (_, branch, code) => {
    expect(syntaxFindingsOf(answered(branch, code), RULE)).toEqual([]);
  });
});
