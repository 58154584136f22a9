import { RULE_IDS } from '../catalog/rule-texts.ts';
import { OUTCOME_CLASS } from '../model/outcome-class.ts';
import type { Report, ReportCall, ReportFinding } from '../model/report.ts';
import { OUTCOMES } from '../model/vocabulary.ts';
import { type Page, pageOf } from './context.ts';
import type { ReportFormat } from './format.ts';
import { callLines, findingLines, testCase } from './junit/case.ts';
import type * as Library from './junit/xml.ts';
import type { Element } from './junit/xml.ts';
import { codeAdvice } from './text/code-advice.ts';

/** A rule that crashed did not test anything. */
const CRASH = 'rule-crashed';
const RULES = 'siptriage.rules';
const CALLS = 'siptriage.outcomes';

let library: typeof Library | undefined;

function grouped<T>(all: Iterable<T>, keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [one]);
    else same.push(one);
  }
  return groups;
}

function ruleCase(
  rule: string,
  findings: readonly ReportFinding[],
  calls: ReadonlyMap<string, ReportCall>,
  page: Page,
): Element {
  if (page.report.settings?.off.includes(rule) === true) return testCase(RULES, rule, 'skipped');
  const lines = findingLines(findings, page);
  const ids = new Set(findings.flatMap((finding) => finding.calls));
  const own = callLines(
    [...ids].flatMap((id) => calls.get(id) ?? []),
    page,
  );
  const worst = findings.find(({ severity }) => severity === 'error');
  // What is no error is told, and passes.
  if (worst === undefined) return testCase(RULES, rule, undefined, [...lines, ...own]);
  const trouble = {
    kind: rule === CRASH ? 'error' : 'failure',
    type: worst.severity,
    message: worst.title,
    lines: [...lines, ...own],
  } as const;
  return testCase(RULES, rule, trouble);
}

/** Failures that no rule explains, by their outcome. */
function* outcomeCases(page: Page): Iterable<Element> {
  const failed = page.report.calls.filter(
    ({ outcome, findings }) => OUTCOME_CLASS[outcome] === 'failure' && findings.length === 0,
  );
  const groups = grouped(failed, ({ outcome }) => outcome);
  for (const outcome of OUTCOMES) {
    if (OUTCOME_CLASS[outcome] !== 'failure') continue;
    const calls = groups.get(outcome) ?? [];
    const [first] = calls;
    if (first === undefined) {
      yield testCase(CALLS, outcome, undefined);
      continue;
    }
    const { title } = codeAdvice(first, page);
    const message = `${page.labels.outcomes[outcome]}: ${title}`;
    const lines = callLines(calls, page);
    yield testCase(CALLS, outcome, { kind: 'failure', type: 'error', message, lines });
  }
}

const has = (name: string, { children = [] }: Element): boolean =>
  children.some((child) => typeof child !== 'string' && child.name === name);

function suiteOf(page: Page): Element {
  const { report } = page;
  const calls = new Map(report.calls.map((call) => [call.id, call]));
  const findings = grouped(report.findings, ({ rule }) => rule);
  const rules = new Set<string>([...RULE_IDS, ...findings.keys()]);
  const cases = [
    ...[...rules].map((rule) => ruleCase(rule, findings.get(rule) ?? [], calls, page)),
    ...outcomeCases(page),
  ];
  const count = (name: string): number => cases.filter((one) => has(name, one)).length;
  const figures = { tests: cases.length, failures: count('failure'), errors: count('error') };
  const paths = report.sources.map(({ path }) => path).join('\n');
  const suite: Element = {
    name: 'testsuite',
    attributes: { name: report.tool.name, ...figures, skipped: count('skipped'), time: 0 },
    children: [...cases, { name: 'system-out', children: [paths] }],
  };
  return {
    name: 'testsuites',
    attributes: { name: report.tool.name, ...figures },
    children: [suite],
  };
}

function* render(report: Report): Iterable<string> {
  if (library === undefined) throw new Error('load the format before it renders');
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `${library.xmlOf(suiteOf(pageOf(report)))}\n`;
}

/** JUnit: every rule is a test, which fails when the rule found an error; for CI servers. */
export const junitFormat: ReportFormat = {
  id: 'junit',
  extensions: ['.xml', '.junit'],
  needs: { messages: 'unexplained', calls: 'troubled', groups: false },
  async load() {
    library = await import('./junit/xml.ts');
  },
  render,
};
