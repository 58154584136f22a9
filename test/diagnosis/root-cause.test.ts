import { describe, expect, it } from 'vitest';
import { named, SCENARIOS } from '../../fixtures/traces/index.ts';
import { EXPLAINS } from '../../src/diagnosis/explains.ts';
import { rankFindings } from '../../src/diagnosis/root-cause.ts';
import type { Finding } from '../../src/diagnosis/rule.ts';
import type { RuleId } from '../../src/model/rule-args.ts';
import { Message } from '../../src/sip/message.ts';
import { diagnoseTrace } from '../helpers/judge.ts';

const MESSAGE = new Message(new Uint8Array(0), 0, 0);
const OTHER = new Message(new Uint8Array(0), 0, 0);

const found = (rule: RuleId, part: Partial<Finding> = {}): Finding =>
  ({
    rule,
    severity: 'error',
    confidence: 'proven',
    status: 'present',
    scope: 'call',
    args: {},
    evidence: [{ kind: 'message', message: MESSAGE }],
    ...part,
  }) as Finding;

const primaryOf = (...findings: Finding[]) => rankFindings(findings).primary?.rule;

describe('causes and consequences', () => {
  it('promotes the silent link over the call that waited for it', () => {
    const stuck = diagnoseTrace(named('trying-downstream-silent-32s').trace).at(-1);
    const { primary, causedBy } = rankFindings(stuck?.findings ?? []);
    expect(primary?.rule).toBe('invite-no-response');
    expect([...causedBy].map(([effect, cause]) => [effect.rule, cause.rule])).toEqual([
      ['trying-downstream-silent', 'invite-no-response'],
    ]);
  });

  it('lets a fault explain only what happened to the message that has it', () => {
    const silence = found('invite-no-response');
    const same = found('malformed-message', { scope: 'message' });
    const elsewhere = found('malformed-message', {
      scope: 'message',
      evidence: [{ kind: 'message', message: OTHER }],
    });
    expect(primaryOf(silence, same)).toBe('malformed-message');
    expect(primaryOf(silence, elsewhere)).toBe('invite-no-response');
  });

  it('lets only what is certain explain something', () => {
    const maybe = found('invite-no-response', { status: 'inconclusive', severity: 'info' });
    expect(primaryOf(maybe, found('trying-then-408'))).toBe('trying-then-408');
  });

  it('names rules once each way and never in a circle', () => {
    const reach = (from: RuleId, seen: RuleId[] = []): RuleId[] =>
      EXPLAINS.filter(({ cause }) => cause === from)
        .flatMap(({ explains }) => explains)
        .flatMap((next) =>
          seen.includes(next) ? [next] : [next, ...reach(next, [...seen, next])],
        );
    for (const { cause } of EXPLAINS) expect(reach(cause)).not.toContain(cause);
  });
});

describe('a cause that is not settled', () => {
  const refusal = new Message(new Uint8Array(0), 0, 0);
  refusal.status = 401;
  const shown: Finding['evidence'] = [{ kind: 'message', message: refusal }];
  const open = (part: Partial<Finding>) =>
    found('auth-loop-wrong-credentials', {
      status: 'inconclusive',
      confidence: 'possible',
      ...part,
    });

  it('says more about the very response that another finding is about', () => {
    const refused = found('resp-other', { evidence: shown });
    expect(primaryOf(open({ evidence: shown }), refused)).toBe('auth-loop-wrong-credentials');
  });

  it('explains nothing else', () => {
    expect(primaryOf(open({ evidence: shown }), found('resp-other'))).toBe('resp-other');
    expect(primaryOf(open({}), found('resp-other'))).toBe('resp-other');
  });
});

describe('the primary finding', () => {
  it('is nothing for a call without findings', () => {
    expect(rankFindings([])).toMatchObject({ primary: null });
  });

  it('explains the call rather than its quality, one hop or one message', () => {
    const human = found('decline-human', { severity: 'info', confidence: 'likely' });
    expect(primaryOf(found('pdd-slow'), human)).toBe('decline-human');
    expect(primaryOf(found('late-trying', { scope: 'leg', severity: 'warning' }), human)).toBe(
      'decline-human',
    );
    expect(primaryOf(found('malformed-message', { scope: 'message' }), human)).toBe(
      'decline-human',
    );
  });

  it('is certain, then severe, then early in the causal order', () => {
    const maybe = found('no-final-response', { status: 'inconclusive' });
    expect(primaryOf(maybe, found('ringing-no-answer', { severity: 'info' }))).toBe(
      'ringing-no-answer',
    );
    expect(
      primaryOf(
        found('trying-then-cancel', { severity: 'warning' }),
        found('invite-no-response', { severity: 'warning' }),
      ),
    ).toBe('invite-no-response');
  });

  it('is the same in whatever order the findings come', () => {
    for (const { trace } of SCENARIOS) {
      for (const { findings } of diagnoseTrace(trace)) {
        const { primary } = rankFindings(findings);
        expect(rankFindings(findings.toReversed()).primary).toBe(primary);
        expect(primary === null).toBe(findings.length === 0);
      }
    }
  });
});
