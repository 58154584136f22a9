import { expect, it } from 'vitest';
import { named } from '../../fixtures/traces/index.ts';
import type { Surroundings } from '../../src/call/types.ts';
import { BelowSip } from '../../src/diagnosis/below-sip.ts';
import { engine } from '../../src/diagnosis/engine.ts';
import { tryingCaptureEnded } from '../../src/diagnosis/rules/setup/trying-capture-ended.ts';
import type { Finding, Rule, RuleContext } from '../../src/diagnosis/rule.ts';
import { DEFAULT_THRESHOLDS } from '../../src/diagnosis/thresholds.ts';
import { diagnoseTrace } from '../helpers/judge.ts';

const [stuck] = diagnoseTrace(named('trying-capture-ended-40s').trace);
const judged = stuck?.judged ?? expect.fail('no conversation');
const surroundings = {
  captureEnd: judged.messages.at(-1)?.time ?? 0,
  correlatedLegs: () => ({ seen: 0, calls: [] }),
  otherCallsSentBy: () => 0,
} as unknown as Surroundings;
const CONTEXT: RuleContext = {
  surroundings,
  thresholds: DEFAULT_THRESHOLDS,
  below: new BelowSip(),
};

const made = (part: Partial<Rule>): Rule => ({
  ...tryingCaptureEnded,
  id: 'pdd-slow',
  applies: () => true,
  check: () => [],
  ...part,
});

it('makes a rule that throws visible and keeps the others', () => {
  const crashing = made({
    check: () => {
      throw new TypeError(`no such thing ${'x'.repeat(1000)}`);
    },
  });
  const findings = engine([crashing, tryingCaptureEnded])(judged, CONTEXT);
  expect(findings.map(({ rule }) => rule)).toEqual(['rule-crashed', 'trying-capture-ended']);
  expect(findings[0]).toMatchObject({ severity: 'warning', args: { crashedRule: 'pdd-slow' } });
  const { message } = (findings[0] as Finding<'rule-crashed'>).args;
  expect(message).toMatch(/^TypeError: no such thing/);
  expect(message.length).toBeLessThanOrEqual(200);
  expect(findings[0]?.evidence).toEqual([{ kind: 'message', message: judged.messages[0] }]);
});

it('survives a rule that throws in its first look, and one that throws no error', () => {
  const crashing = made({
    applies: () => {
      throw 'a word'; // oxlint-disable-line typescript/only-throw-error
    },
  });
  expect(engine([crashing])(judged, CONTEXT)).toMatchObject([
    { rule: 'rule-crashed', args: { message: 'a word' } },
  ]);
});

it('asks only rules for this kind of conversation, and checks only where they apply', () => {
  const asked: string[] = [];
  const rules = [
    made({ kinds: ['registration'], applies: () => asked.push('registration') > 0 }),
    made({
      applies: () => asked.push('call') < 0,
      check: () => {
        asked.push('check');
        return [];
      },
    }),
  ];
  expect(engine(rules)(judged, CONTEXT)).toEqual([]);
  expect(asked).toEqual(['call']);
});
