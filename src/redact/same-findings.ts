import type {
  Incident,
  Report,
  ReportCall,
  ReportConversation,
  ReportFinding,
} from '../model/report.ts';

/** Runs without a stop that are as long are base64: another text gives other letters. */
const LONG_RUN = 40;
/** Differences that are told. */
const MAX_TOLD = 20;

/**
 * How a redacted report differs from the plain one in what it says; empty when both say the same. Names may differ, and with them the
 * order of what happened at the same moment; places, times, codes, figures and the shape of every name may not.
 */
export function differences(plain: Report, redacted: Report): string[] {
  return [
    ...apart('findings', plain.findings.map(findingKey), redacted.findings.map(findingKey)),
    ...apart('calls', plain.calls.map(callKey(plain)), redacted.calls.map(callKey(redacted))),
    ...apart(
      'conversations',
      plain.conversations.map(conversationKey),
      redacted.conversations.map(conversationKey),
    ),
    ...apart('incidents', plain.incidents.map(incidentKey), redacted.incidents.map(incidentKey)),
    ...apart('totals', [JSON.stringify(plain.totals)], [JSON.stringify(redacted.totals)]),
  ].slice(0, MAX_TOLD);
}

interface Key {
  /** What may be told of it. */
  readonly name: string;
  readonly text: string;
}

/** What is on one side only, by its name and number. */
function apart(
  what: string,
  before: readonly (Key | string)[],
  after: readonly (Key | string)[],
): string[] {
  const counts = new Map<string, { name: string; count: number }>();
  const count = (keys: readonly (Key | string)[], step: number): void => {
    for (const one of keys) {
      const { name, text } = typeof one === 'string' ? { name: '', text: one } : one;
      const entry = counts.get(text) ?? { name, count: 0 };
      entry.count += step;
      counts.set(text, entry);
    }
  };
  count(before, 1);
  count(after, -1);
  const told = new Set<string>();
  for (const { name, count: left } of counts.values()) {
    if (left !== 0)
      told.add(`${what}${name === '' ? '' : ` (${name})`}: ${left > 0 ? 'lost' : 'new'}`);
  }
  return [...told];
}

function findingKey(finding: ReportFinding): Key {
  const {
    rule,
    severity,
    confidence,
    status,
    scope,
    calls,
    conversations = [],
    args,
    evidence,
    causedBy,
  } = finding;
  const rest = [
    severity,
    confidence,
    status,
    scope,
    calls.length,
    conversations.length,
    causedBy !== undefined,
    shapeOf(args),
    shapeOf(evidence),
  ];
  return { name: rule, text: `${rule} ${JSON.stringify(rest)}` };
}

function callKey({ findings }: Report): (call: ReportCall) => Key {
  const rules = new Map(findings.map(({ id, rule }) => [id, rule]));
  return (call) => {
    const { callIds, from, to, legs, start, stage, outcome, release, confidence, final, timing } =
      call;
    const rest = [
      shapeOf({ callIds, from, to, legs, final }),
      [start, stage, outcome, release, confidence, timing],
      call.findings.map((id) => rules.get(id) ?? '').sort((a, b) => (a < b ? -1 : 1)),
      rules.get(call.primary ?? ''),
    ];
    return { name: outcome, text: JSON.stringify(rest) };
  };
}

function conversationKey(one: ReportConversation): Key {
  const {
    kind,
    callId,
    from,
    to,
    source,
    destination,
    start,
    end,
    tries,
    outcome,
    confidence,
    final,
  } = one;
  const rest = [
    shapeOf({ callId, from, to, source, destination, final }),
    [start, end, tries, outcome, confidence, one.findings.length],
  ];
  return { name: kind, text: `${kind} ${JSON.stringify(rest)}` };
}

function incidentKey(one: Incident): Key {
  const { rule, of, severity, calls, first, last, share, window, histogram } = one;
  return {
    name: rule,
    text: JSON.stringify([rule, of, severity, calls.length, first, last, share, window, histogram]),
  };
}

/** Texts by their shape: letters and digits may be others of their kind, everything else is the same. */
function shapeOf(value: unknown): unknown {
  if (typeof value === 'string') return shapeOfText(value);
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shapeOf(one)]));
}

/** An IPv6 address: letters and digits are digits alike. */
function isDigits16(run: string): boolean {
  return run.split(':').length > 2 && /^[\da-f:]+$/i.test(run);
}

function shapeOfText(text: string): string {
  return text
    .replace(/[\w:+/-]+/g, (run) =>
      isDigits16(run) || run.length >= LONG_RUN ? run.replace(/\w/g, '9') : run,
    )
    .replace(/[a-z]/g, 'a')
    .replace(/[A-Z]/g, 'A')
    .replace(/\d/g, '9')
    .replace(/[\u0080-\uffff]/g, 'u');
}
