import { RULE_IDS } from '../catalog/rule-texts.ts';
import type { Report, ReportCall } from '../model/report.ts';
import { OUTCOMES, RELEASES, SEVERITIES, STAGES } from '../model/vocabulary.ts';
import { findingsById, findingsOf, primaryOf, type FindingsById } from '../report/findings.ts';
import { pathOf } from '../report/named.ts';
import { UsageError } from './usage-error.ts';
import { checkValue, type Values } from './where-value.ts';

type Value = string | number | null;

interface Field extends Values {
  readonly help: string;
  /** All values of the call; a condition holds when it holds for one of them. */
  values(call: ReportCall, byId: FindingsById, report: Report): readonly Value[];
}

const seconds = (ms: number | null): Value[] => [ms === null ? null : ms / 1000];

/** What `--where` can ask about. */
const FIELDS: Readonly<Record<string, Field>> = {
  outcome: {
    help: 'answered, failed-timeout, …',
    words: OUTCOMES,
    values: (call) => [call.outcome],
  },
  code: {
    help: 'final status code; 4xx means the class',
    isNumber: true,
    values: (call) => [call.final?.code ?? null],
  },
  phrase: { help: 'its reason phrase', values: (call) => [call.final?.phrase ?? null] },
  reason: { help: 'its Reason header field', values: (call) => [call.final?.reason ?? null] },
  rule: {
    help: 'any finding of the call',
    words: RULE_IDS,
    values: (call, byId) => findingsOf(call, byId).map(({ rule }) => rule),
  },
  severity: {
    help: 'error, warning or info: its primary finding',
    words: SEVERITIES,
    values: (call, byId) => [primaryOf(call, byId)?.severity ?? null],
  },
  from: { help: 'caller', values: (call) => [call.from] },
  to: { help: 'callee', values: (call) => [call.to] },
  hop: {
    help: 'ip:port on the way of the INVITE',
    values: (call) => call.legs.flatMap(({ source, destination }) => [source, destination]),
  },
  path: {
    help: 'own names of the nodes on its way (config file): path~carrier',
    values: (call, _, report) => [pathOf(call, report) || null],
  },
  'call-id': { help: 'Call-ID', values: (call) => call.callIds },
  id: { help: 'id in this report', values: (call) => [call.id] },
  stage: {
    help: `how far it got: ${STAGES.join(', ')}`,
    words: STAGES,
    values: (call) => [call.stage],
  },
  release: {
    help: `who ended it: ${RELEASES.join(', ')}`,
    words: RELEASES,
    values: (call) => [call.release],
  },
  start: { help: 'ISO 8601, as far as you like: 2026-11-22T14', values: (call) => [call.start] },
  pdd: {
    help: 'post-dial delay in seconds',
    isNumber: true,
    values: ({ timing }) => seconds(timing.pddMs),
  },
  ring: {
    help: 'ringing in seconds',
    isNumber: true,
    values: ({ timing }) => seconds(timing.ringMs),
  },
  talk: {
    help: 'talk time in seconds',
    isNumber: true,
    values: ({ timing }) => seconds(timing.talkMs),
  },
  elapsed: {
    help: 'whole call in seconds',
    isNumber: true,
    values: ({ timing }) => seconds(timing.elapsedMs),
  },
};

const same = (value: string | number, wanted: string): boolean => {
  if (typeof value === 'number' && Number(wanted) === value) return true;
  const pattern = wanted
    .replace(/^(\d)xx$/i, '$1??')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${pattern}$`, 'is').test(String(value));
};

const contains = (value: string | number, wanted: string): boolean =>
  String(value).toLowerCase().includes(wanted.toLowerCase());

/** Numbers compare as numbers, everything else (times) as text. */
const compare = (value: string | number, wanted: string): number => {
  if (typeof value === 'number') return value - Number(wanted);
  return value < wanted ? -1 : Number(value > wanted);
};

type Test = (value: string | number, wanted: string) => boolean;

/** Longer operators first: `!=` is not `=`. */
const OPERATORS: readonly (readonly [operator: string, test: Test, negated?: true])[] = [
  ['!=', same, true],
  ['!~', contains, true],
  ['>=', (value, wanted) => compare(value, wanted) >= 0],
  ['<=', (value, wanted) => compare(value, wanted) <= 0],
  ['=', same],
  ['~', contains],
  ['>', (value, wanted) => compare(value, wanted) > 0],
  ['<', (value, wanted) => compare(value, wanted) < 0],
];

export type Where = (call: ReportCall, byId: FindingsById, report: Report) => boolean;

export function parseWhere(expression: string): Where {
  const [, name = '', symbol = '', wanted = ''] =
    /^\s*([a-z-]+)\s*(!=|!~|>=|<=|=|~|>|<)\s*(.*?)\s*$/s.exec(expression) ?? [];
  const field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
  const operator = OPERATORS.find(([candidate]) => candidate === symbol);
  if (field === undefined || operator === undefined) {
    const fields = Object.keys(FIELDS).join(', ');
    throw new UsageError(
      `--where ${expression}: not a condition`,
      `write field=value, e.g. code=603; fields: ${fields}`,
    );
  }
  checkValue(expression, [name, symbol, wanted], field);
  const [, test, negated = false] = operator;
  return (call, byId, report) => {
    const hit = field
      .values(call, byId, report)
      .some((value) => value !== null && test(value, wanted));
    return hit !== negated;
  };
}

/** The report with only the calls that meet all conditions. */
export function filterCalls(report: Report, conditions: readonly Where[]): Report {
  if (conditions.length === 0) return report;
  const byId = findingsById(report);
  return {
    ...report,
    calls: report.calls.filter((call) => conditions.every((holds) => holds(call, byId, report))),
  };
}

export function whereHelp(): string {
  const column = Math.max(...Object.keys(FIELDS).map((name) => name.length)) + 2;
  const fields = Object.entries(FIELDS).map(
    ([name, { help }]) => `  ${name.padEnd(column)}${help}`,
  );
  return [
    '',
    'Conditions of --where (repeat the option; all must hold):',
    '  field=value  is (case ignored; * and ? match anything)  field!=value  is not',
    '  field~text   contains                                   field!~text   does not',
    '  field>n  field>=n  field<n  field<=n',
    'Fields:',
    ...fields,
    'Examples: --where outcome=failed-timeout --where to~+84',
    "          --where 'rule=trying-*' --where 'elapsed>=30'",
  ].join('\n');
}
