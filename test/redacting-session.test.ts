/** The proof: a redacted report says what the plain one says, and nothing that it must not; over all that there is to read. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { toPcap, toText, type Trace } from '../fixtures/dsl/index.ts';
import { named, SCENARIOS } from '../fixtures/traces/index.ts';
import { analyze, analyzeRedacted } from '../src/analyze.ts';
import { RULE_EXAMPLES } from '../src/catalog/rule-examples.ts';
import { LeakSearch } from '../src/redact/leaks/leak-search.ts';
import { RedactionError } from '../src/redact/redaction-error.ts';
import { Redactor } from '../src/redact/redactor.ts';
import { differences } from '../src/redact/same-findings.ts';
import { FORMATS } from '../src/report/formats.ts';
import { CORPUS_MISSING, corpusExists, corpusFiles } from './capture/corpus-files.ts';
import { CASES } from './diagnosis/cases/index.ts';
import { WIRE_CASES } from './diagnosis/cases/wire/index.ts';
import { redactedReport } from './helpers/redacted.ts';
import { reportOf } from './helpers/session.ts';

const LOGS = fileURLToPath(new URL('../../shared/logs/', import.meta.url));
if (!corpusExists()) console.log(CORPUS_MISSING);

/** As a capture; what cannot be written as packets, as a log. */
function bytesOf(trace: Trace): Uint8Array {
  try {
    return toPcap(trace);
  } catch {
    return toText(trace, 'sngrep');
  }
}

const scenario = (name: string): Uint8Array => toPcap(named(name).trace);
const STALLED = 'trying-then-408-near-miss-quick';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('is proven', () => {
  it.each(SCENARIOS)('$name, in every format', async ({ trace }) => {
    const { report, leaks } = await redactedReport([bytesOf(trace)]);
    expect(report.redacted).toBe(true);
    for (const format of FORMATS) {
      await format.load?.();
      // Rules are explained by examples in SARIF, with the same addresses as the fixtures.
      const own = format.id === 'sarif' ? JSON.stringify(RULE_EXAMPLES) : '';
      expect(leaks.inOutput(format.render(report), own), format.id).toEqual([]);
    }
  });

  it('every case of a rule', async () => {
    for (const { trace } of CASES) {
      expect((await redactedReport([bytesOf(trace)])).report.redacted).toBe(true);
    }
  }, 120_000);

  it('every case below SIP', async () => {
    for (const { files } of WIRE_CASES) {
      expect((await redactedReport(await files())).report.redacted).toBe(true);
    }
  }, 120_000);

  it.runIf(corpusExists())(
    'every file of the shared corpus, and every log',
    async () => {
      const logs = existsSync(LOGS)
        ? readdirSync(LOGS, { recursive: true, encoding: 'utf8' })
            .map((name) => join(LOGS, name))
            .filter((path) => statSync(path).isFile())
        : [];
      const failed: string[] = [];
      for (const path of [...corpusFiles('captures', 'derived', 'torture', 'negative'), ...logs]) {
        const options = { messages: 'page', redact: { key: 'key' } } as const;
        await analyzeRedacted(path, options).catch((error: unknown) => {
          // What cannot be opened has nothing to hide.
          if (!(error instanceof Error) || error.name !== 'InputError')
            failed.push(`${path}: ${String(error)}`);
        });
      }
      expect(failed).toEqual([]);
    },
    300_000,
  );
});

describe('what is hidden', () => {
  it('nothing of the original is in the document, and the rest of it is', async () => {
    const plain = reportOf([scenario(STALLED)]);
    const { report } = await redactedReport([scenario(STALLED)]);
    const text = JSON.stringify(report);
    for (const call of plain.calls) {
      for (const callId of call.callIds) expect(text).not.toContain(callId);
      for (const { source } of call.legs) expect(text).not.toContain(source);
    }
    expect(text).not.toContain('edge7');
    expect(report.findings.map(({ rule }) => rule)).toEqual(plain.findings.map(({ rule }) => rule));
    expect(report.sources[0]?.path).toMatch(/^[a-z]{4}\/[a-z]{4}\d\.pcap$/);
  });

  it('two runs with one key agree; with another they do not', async () => {
    const once = (key: string) => redactedReport([scenario(STALLED)], { redact: { key } });
    const [a, b, c] = [await once('one'), await once('one'), await once('two')];
    expect(a.report).toEqual(b.report);
    expect(a.report.calls[0]?.callIds).not.toEqual(c.report.calls[0]?.callIds);
  });

  it('own names of addresses stay, for the addresses that stand for them', async () => {
    const [leg] = reportOf([scenario(STALLED)]).calls[0]?.legs ?? [];
    const address = leg?.source.replace(/:\d+$/, '') ?? '';
    const estate = [{ name: 'carrier A', addresses: [address] }];
    const { report } = await redactedReport([scenario(STALLED)], { estate });
    expect(Object.values(report.names ?? {})).toContainEqual({ name: 'carrier A' });
    expect(Object.keys(report.names ?? {})).not.toContain(address);
  });

  it('a call is selected by the Call-ID that the user knows', async () => {
    const [callId = ''] = reportOf([scenario(STALLED)]).calls[0]?.callIds ?? [];
    const redacted = await redactedReport([scenario(STALLED)], { messages: [callId] });
    expect(redacted.report.calls[0]?.messages?.length).toBeGreaterThan(0);
    expect(redacted.report.calls[0]?.callIds).toEqual([redacted.redactor.callId(callId)]);
  });

  it('through the library', async () => {
    const path = fileURLToPath(new URL('../fixtures/incident.pcap', import.meta.url));
    const report = await analyze(path, { redact: { key: 'key' } });
    expect(report.redacted).toBe(true);
    await expect(analyze(path, { redact: { key: '' } })).rejects.toThrow('no key');
  });
});

describe('is refused', () => {
  const refusal = async (): Promise<RedactionError> => {
    const error: unknown = await redactedReport([scenario(STALLED)]).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(RedactionError);
    return error as RedactionError;
  };

  it('when messages were left as they are', async () => {
    vi.spyOn(Redactor.prototype, 'message').mockImplementation((bytes) => bytes);
    expect((await refusal()).message).toContain('original identifiers are left');
  });

  it('when a finding is new', async () => {
    const { message } = Redactor.prototype;
    vi.spyOn(Redactor.prototype, 'message').mockImplementation(function (this: Redactor, bytes) {
      const text = Buffer.from(message.call(this, bytes)).toString('latin1');
      return Buffer.from(text.replaceAll('z9hG4bK', 'x9hG4bK'), 'latin1');
    });
    const { reasons } = await refusal();
    expect(reasons).toContain('findings (branch-no-cookie): new');
  });

  it('when one original is planted in the document; the refusal does not name it', async () => {
    const [callId = ''] = reportOf([scenario(STALLED)]).calls[0]?.callIds ?? [];
    const { report, leaks } = await redactedReport([scenario(STALLED)]);
    const [call] = report.calls;
    if (call === undefined) throw new Error('no call');
    const planted = { ...report, calls: [{ ...call, to: `x ${callId.toUpperCase()}` }] };
    expect(leaks.inDocument(planted)).toContainEqual({
      length: callId.length,
      where: '.calls[0].to',
    });
    vi.spyOn(LeakSearch.prototype, 'inDocument').mockImplementation(() => [
      { length: 7, where: '.x' },
    ]);
    expect((await refusal()).message).not.toContain(callId);
  });

  it('but not for a name that the catalog uses itself', async () => {
    const { report, leaks } = await redactedReport([scenario(STALLED)]);
    const [callId = ''] = reportOf([scenario(STALLED)]).calls[0]?.callIds ?? [];
    const [entry] = Object.values(report.catalog);
    if (entry === undefined) throw new Error('no code');
    const catalog = { 100: { ...entry, causes: [`as ${callId} does`] } };
    expect(leaks.inDocument({ ...report, catalog })).toEqual([]);
    expect(leaks.inOutput([`as ${callId} does`], JSON.stringify(catalog))).toEqual([]);
    expect(leaks.inOutput([`as ${callId} does`], '')).not.toEqual([]);
  });

  it.each([
    [
      'a finding is lost',
      (report: Awaited<ReturnType<typeof plainReport>>) => ({ ...report, findings: [] }),
    ],
    [
      'a code is another',
      (report: Awaited<ReturnType<typeof plainReport>>) => ({
        ...report,
        calls: report.calls.map((call) => ({ ...call, outcome: 'answered' as const })),
      }),
    ],
  ])('when %s', async (_, change) => {
    const report = await plainReport();
    expect(differences(report, report)).toEqual([]);
    expect(differences(report, change(report))).not.toEqual([]);
  });
});

const plainReport = () => Promise.resolve(reportOf([scenario(STALLED)]));
