import type { Report, ReportCall } from '../../src/model/report.ts';
import { at, makeCall, makeFinding, makeMessage, makeReport } from '../helpers/report.ts';

/** Calls with long addresses and Call-IDs, every tenth of them failed and with messages: more than a page has room for. */
export function largeReport(count: number): Report {
  const text = `INVITE sip:x SIP/2.0\r\n${'X-Padding: 0123456789abcdef0123456789abcdef\r\n'.repeat(20)}\r\n`;
  const findings = [makeFinding('f1', 'invite-no-response', ARGS, { calls: [] })];
  const calls = Array.from({ length: count }, (_, n): ReportCall => {
    const failed = n % 10 === 0;
    return makeCall(`c${n + 1}`, {
      from: `caller-${n}@example.com`,
      to: `+8490${String(n).padStart(7, '0')}@carrier.example`,
      callIds: [`${String(n).padStart(32, '0')}@pc33.example.com`],
      start: at(n * 20_000),
      ...(failed
        ? {
            outcome: 'failed-timeout',
            findings: ['f1'],
            primary: 'f1',
            messages: [makeMessage(n, n * 20_000, { method: 'INVITE', text })],
          }
        : {}),
    });
  });
  return makeReport({ calls, findings });
}

const ARGS = {
  sender: '192.0.2.10:5060',
  target: '192.0.2.20:5060',
  copies: 7,
  elapsedUs: 32_000_000,
};
