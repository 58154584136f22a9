import { expect, test } from 'vitest';
import type { Report, ReportCall } from '../../../src/model/report.ts';
import { textFormat } from '../../../src/report/text.ts';
import { CARRIER, makeCall, makeFinding, makeReport } from '../../helpers/report.ts';

const flat = (report: Report): string =>
  [...textFormat.render(report, {})].join('').replace(/\s+/g, ' ');

test('what befell a call that is only counted has a line of its own', () => {
  const primary = (id: string, call: string) =>
    makeFinding(id, 'decline-607', { node: CARRIER }, { severity: 'error', calls: [call] });
  const beside = makeFinding(
    'f3',
    'dialog-zombie',
    { sessionSeconds: 1800, overdueUs: 420e6, refresher: 'uac' },
    { severity: 'warning', calls: ['c2'] },
  );
  const failed: Partial<ReportCall> = {
    outcome: 'declined-user',
    primary: 'f1',
    findings: ['f1'],
  };
  const two = (other: typeof beside): string =>
    flat(
      makeReport({
        calls: [
          makeCall('c1', failed),
          makeCall('c2', { ...failed, primary: 'f2', findings: ['f2', 'f3'] }),
        ],
        findings: [primary('f1', 'c1'), primary('f2', 'c2'), other],
      }),
    );
  expect(two(beside)).toContain(`1 × warning ${beside.title} dialog-zombie`);
  const folded = makeReport({
    calls: [makeCall('c1', failed), makeCall('c2', { ...failed, primary: 'f3', findings: ['f3'] })],
    findings: [primary('f1', 'c1'), beside],
    incidents: [
      {
        id: 'i1',
        of: 'call',
        rule: 'decline-607',
        signature: 's',
        severity: 'error',
        calls: ['c1', 'c2'],
        first: null,
        last: null,
        share: 1,
        window: { attempts: 2, affected: 2 },
        scope: [],
        histogram: null,
        representative: 'c1',
      },
    ],
  });
  expect(flat(folded)).not.toContain('dialog-zombie');
  expect(two({ ...beside, causedBy: 'f2' })).not.toContain('dialog-zombie');
  expect(two({ ...beside, scope: 'capture' })).not.toContain('1 × warning');
});
