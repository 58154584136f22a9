import { describe, expect, it } from 'vitest';
import { named } from '../../fixtures/traces/index.ts';
import { phraseFamily, signatureOf } from '../../src/diagnosis/signature.ts';
import { diagnoseTrace } from '../helpers/judge.ts';

describe('signatures', () => {
  it('are equal for the same fault of two calls and name the link', () => {
    const signatures = [
      'trying-downstream-silent-32s',
      'trying-downstream-silent-kamailio-30s',
    ].map((name) => {
      const stuck = diagnoseTrace(named(name).trace).at(-1) ?? expect.fail();
      return stuck.findings.map((finding) => signatureOf(finding, stuck.judged));
    });
    expect(signatures[0]).toEqual([
      'invite-no-response · 203.0.113.9:5060',
      'trying-downstream-silent · 198.51.100.1:5060 · 203.0.113.9:5060',
    ]);
    expect(signatures[1]).toEqual(signatures[0]);
  });

  it('leave out of a phrase what differs from call to call', () => {
    expect(phraseFamily('Request Timeout')).toBe('request timeout');
    expect(phraseFamily("I'm terribly sorry, server error occurred (7/TM)")).toBe(
      "i'm terribly sorry, server error occurred",
    );
    expect(phraseFamily('Call limit 12 reached on trunk-0042')).toBe('call limit # reached on #');
    expect(phraseFamily('x'.repeat(10_000))).toHaveLength(60);
  });
});
