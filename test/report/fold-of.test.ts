import { describe, expect, test } from 'vitest';
import { problemsOf } from '../../src/report/problems.ts';
import { textFormat } from '../../src/report/text.ts';
import type { ReportFinding } from '../../src/model/report.ts';
import { makeFinding, makeReport } from '../helpers/report.ts';

const lacking = (id: string, header: string, code: number, part: Partial<ReportFinding>) =>
  makeFinding(
    id,
    'missing-mandatory-header',
    { headers: [header], code },
    { scope: 'message', ...part },
  );

const five = (part: Partial<ReportFinding>) =>
  makeReport({
    calls: [],
    findings: [
      lacking('f1', 'WWW-Authenticate', 401, part),
      lacking('f2', 'Allow', 405, part),
      lacking('f3', 'Allow', 405, part),
      lacking('f4', 'WWW-Authenticate', 401, part),
      lacking('f5', 'Allow', 405, part),
    ],
  });

describe('blemishes of the same header field are counted together, others apart', () => {
  test('as notes', () => {
    const all = [...textFormat.render(five({ severity: 'info' }), {})]
      .join('')
      .replace(/\s+/g, ' ');
    expect(all).toContain('3 × A 405 response lacks Allow.');
    expect(all).toContain('2 × A 401 response lacks WWW-Authenticate.');
  });

  test('as problems', () => {
    expect(problemsOf(five({}))).toMatchObject([
      { count: 3, finding: { id: 'f2' } },
      { count: 2, finding: { id: 'f1' } },
    ]);
  });
});
