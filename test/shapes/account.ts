import type { Report, ReportCall } from '../../src/model/report.ts';
import { withoutVersion } from './flow.ts';

/** What every shape has to say about the calls of the flow. */
export interface Account {
  readonly messages: number;
  readonly duplicates: number;
  readonly requests: Readonly<Record<string, number>>;
  readonly responses: Readonly<Record<string, number>>;
  readonly calls: readonly CallAccount[];
}

export interface CallAccount {
  readonly to: string;
  readonly outcome: string;
  readonly stage: string;
  readonly release: string;
  readonly confidence: string;
  readonly final: unknown;
  readonly timing: unknown;
  readonly findings: unknown;
}

/** The parts that a shape may be unable to carry. */
export type Part = keyof CallAccount;

export function accountOf(report: Report, without: readonly Part[] = []): Account {
  const { messages, duplicates, requests, responses } = report.totals;
  const calls = report.calls
    .map((call) => callAccount(call, report))
    .toSorted((a, b) => (a.to < b.to ? -1 : 1))
    .map((call) => ({ ...call, ...Object.fromEntries(without.map((part) => [part, 'not told'])) }));
  const account = { messages, duplicates, requests, responses, calls };
  return JSON.parse(withoutVersion(JSON.stringify(account))) as Account;
}

function callAccount(call: ReportCall, report: Report): CallAccount {
  const { to, outcome, stage, release, confidence, final, timing } = call;
  return {
    to,
    outcome,
    stage,
    release,
    confidence,
    final,
    timing: Object.fromEntries(
      Object.entries(timing).map(([name, ms]) => [name, ms === null ? null : Math.round(ms)]),
    ),
    findings: report.findings
      .filter(({ calls, rule }) => calls.includes(call.id) && !isAboutTheCapture(rule))
      .map(({ rule, severity, status, args }) => ({ rule, severity, status, args: inMs(args) })),
  };
}

/** What may be concluded from a capture is a statement about the shape, not about the call. */
const isAboutTheCapture = (rule: string): boolean =>
  rule.startsWith('capture-') || rule === 'ip-fragment-loss';

/** Durations to the millisecond: segments and fragments of one message lie microseconds apart. */
function inMs(args: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) =>
      name.endsWith('Us') ? [name, Math.round((value as number) / 1000)] : [name, value],
    ),
  );
}
