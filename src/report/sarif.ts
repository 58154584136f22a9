import type { Report, Source } from '../model/report.ts';
import { type Page, pageOf } from './context.ts';
import type { ReportFormat } from './format.ts';
import { jsonText } from './json-text.ts';
import type * as Library from './sarif/builder.ts';
import type { SarifResult, SarifRule, SarifRun } from './sarif/builder.ts';
import { callResult, findingResult, isUnexplained } from './sarif/result.ts';
import { outcomeRule, ruleOf } from './sarif/rule.ts';
import { uriOf } from './sarif/text.ts';

let library: typeof Library | undefined;

function artifactOf({
  path,
  format,
  bytes,
  lines,
}: Source): NonNullable<SarifRun['artifacts']>[number] {
  return {
    location: { uri: uriOf(path) },
    length: bytes,
    roles: ['analysisTarget'],
    mimeType: lines === undefined ? 'application/octet-stream' : 'text/plain',
    description: { text: format },
  };
}

function runOf({ tool, language, partial, sources }: Report): SarifRun {
  return {
    tool: {
      driver: { name: tool.name, version: tool.version, semanticVersion: tool.version, rules: [] },
    },
    language,
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: partial !== true }],
    artifacts: sources.map(artifactOf),
    results: [],
  };
}

function contents(page: Page): { rules: SarifRule[]; results: SarifResult[] } {
  const { report } = page;
  const calls = new Map(report.calls.map((call) => [call.id, call]));
  const rules = new Map<string, SarifRule>();
  const results: SarifResult[] = [];
  for (const finding of report.findings) {
    if (!rules.has(finding.rule)) rules.set(finding.rule, ruleOf(finding, page));
    const own = finding.calls.flatMap((id) => calls.get(id) ?? []);
    results.push(findingResult(finding, own, page));
  }
  for (const call of report.calls) {
    if (!isUnexplained(call)) continue;
    if (!rules.has(call.outcome)) rules.set(call.outcome, outcomeRule(call.outcome, page));
    results.push(callResult(call, page));
  }
  return { rules: [...rules.values()], results };
}

function* render(report: Report): Iterable<string> {
  if (library === undefined) throw new Error('load the format before it renders');
  const { rules, results } = contents(pageOf(report));
  yield* logLines(library.sarifLog(runOf(report), rules, results));
}

/** One result a line, so that no string holds more than one. */
function* logLines({ runs, ...log }: ReturnType<typeof Library.sarifLog>): Iterable<string> {
  const head = jsonText(log).slice(0, -1);
  yield `${head},"runs":[`;
  for (const { results = [], ...run } of runs) {
    yield `${jsonText(run).slice(0, -1)},"results":[`;
    let lead = '\n';
    for (const result of results) {
      yield lead + jsonText(result);
      lead = ',\n';
    }
    yield '\n]}';
  }
  yield ']}\n';
}

/** SARIF 2.1.0: findings as results with their evidence as places, for code scanning and editors. */
export const sarifFormat: ReportFormat = {
  id: 'sarif',
  extensions: ['.sarif', '.sarif.json'],
  needs: { messages: 'unexplained', calls: 'troubled', groups: false },
  async load() {
    library = await import('./sarif/builder.ts');
  },
  render,
};
