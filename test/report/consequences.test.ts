import { describe, expect, test } from 'vitest';
import { RULE_EXAMPLES } from '../../src/catalog/rule-examples.ts';
import { textFormat } from '../../src/report/text.ts';
import { CARRIER, makeCall, makeFinding, makeReport, PROXY } from '../helpers/report.ts';

describe('findings that say the same or follow from each other', () => {
  const args = { target: CARRIER, sender: PROXY, copies: 1, elapsedUs: 32_000_000 };
  const malformed = { fault: 'control-character', header: '', text: '0x06' } as const;
  const about = { calls: ['c1'], severity: 'info' as const, scope: 'message' as const };
  const findings = [
    makeFinding('f1', 'invite-no-response', args, { calls: ['c1'] }),
    makeFinding('f2', 'invite-no-response', args, { calls: ['c1'] }),
    makeFinding('f3', 'malformed-message', malformed, about),
    makeFinding('f4', 'branch-no-cookie', { branch: '' }, { ...about, causedBy: 'f3' }),
    makeFinding('f5', 'resp-403-policy', RULE_EXAMPLES['resp-403-policy'], {
      calls: ['c1'],
      causedBy: 'f1',
    }),
    makeFinding('f6', 'transport-failover', RULE_EXAMPLES['transport-failover'], {
      calls: ['c2'],
      severity: 'info',
      causedBy: 'f1',
    }),
  ];
  const own = findings.filter(({ calls: [first] }) => first === 'c1');
  const ids = own.map(({ id }) => id);
  const calls = [makeCall('c1', { outcome: 'failed-timeout', findings: ids, primary: 'f1' })];
  const all = [...textFormat.render(makeReport({ calls, findings }), {})].join('');
  const count = (words: string): number => all.split(words).length - 1;

  test('the headline is told once', () => {
    expect(count('An INVITE went to')).toBe(1);
  });

  test('what the problem tells is not noted again', () => {
    expect(count('(malformed-message)')).toBe(1);
    expect(all).not.toMatch(/1 × .*malformed-message/);
  });

  test('a refusal that follows from the cause stands in the line of the call only', () => {
    expect(all).not.toContain('resp-403-policy');
  });

  test('what follows from a cause that is told is not noted', () => {
    expect(all).not.toContain('transport-failover');
  });

  test('a blemish that follows from damage of the same message is only noted', () => {
    expect(all).not.toContain('(branch-no-cookie)');
    expect(all).toMatch(/1 × .*branch-no-cookie/);
  });
});
