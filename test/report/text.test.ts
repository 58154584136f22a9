import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/model/language.ts';
import { SAY_WHY } from '../../src/catalog/say-why.ts';
import type { CodeEntry, Report, ReportCall } from '../../src/model/report.ts';
import { pageOf } from '../../src/report/context.ts';
import { callSummary } from '../../src/report/text/call-summary.ts';
import { textFormat } from '../../src/report/text.ts';
import { displayWidth } from '../../src/report/width.ts';
import {
  at,
  CALLER,
  CARRIER,
  codeEntry,
  evidence,
  makeCall,
  makeFinding,
  makeMessage,
  makeKpis,
  makeReport,
  makeSource,
  PROXY,
} from '../helpers/report.ts';

const text = (report: Report, options = {}): string =>
  [...textFormat.render(report, options)].join('');
const flat = (report: Report, options = {}): string => text(report, options).replace(/\s+/g, ' ');

function stuckReport(language: Language = 'en'): Report {
  const finding = makeFinding(
    'f1',
    'trying-downstream-silent',
    { elapsedUs: 32_000_000, node: PROXY, silent: CARRIER, copies: 7 },
    {
      calls: ['c1'],
      evidence: [
        evidence(10, 0, 'INVITE'),
        evidence(11, 3000, '100 Trying', { from: PROXY, to: CALLER }),
        evidence(12, 8000, 'INVITE', { from: PROXY, to: CARRIER, copies: 7 }),
        {
          kind: 'silence',
          since: at(8000),
          until: at(32_008_000),
          from: CARRIER,
          to: PROXY,
          awaited: '1xx–6xx',
        },
      ],
    },
    language,
  );
  return makeReport({
    language,
    calls: [
      makeCall('c1', {
        outcome: 'failed-timeout',
        stage: 'trying',
        release: 'timer',
        final: { code: 408, phrase: 'Request Timeout' },
        timing: { pddMs: null, ringMs: null, talkMs: null, elapsedMs: 32_010 },
        findings: ['f1'],
        primary: 'f1',
      }),
      makeCall('c2'),
    ],
    findings: [finding],
    kpis: makeKpis({
      attempts: 2,
      asr: 50,
      ner: 50,
      ser: 50,
      seer: 50,
      pdd: { n: 2, p50: 1200, p90: 1200, p95: 1200, p99: 1200 },
    }),
  });
}

describe('the triage report', () => {
  const report = stuckReport();

  test('says what was read, how calls ended, what went wrong and the calm rest, in this order', () => {
    const all = flat(report);
    const marks = [
      'incident.pcap pcap, 12 kB, 96 packets, 90 SIP messages',
      'Calls 2',
      'nobody responded in time',
      'ASR 50 %',
      'Problems',
      '192.0.2.20:5060 forwarded the call to 203.0.113.5:5060',
      '1 call without a problem: 1 answered.',
    ];
    const places = marks.map((mark) => all.indexOf(mark));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('proves the cause with frames, times and the silence', () => {
    const all = text(report);
    expect(all).toMatch(/#10 {2}09:30:00\.000 {2}INVITE +192\.0\.2\.10:5060 → 192\.0\.2\.20:5060/);
    expect(all).toMatch(/#12 +\+8 ms {2}INVITE ×7 /);
    expect(all).toMatch(/\+32 s {2}no response seen from 203\.0\.113\.5:5060 for 32 s/);
  });

  test('says how sure it is and what to do', () => {
    expect(text(report)).toMatch(/^1 {2}error .*proven · trying-downstream-silent$/m);
    expect(flat(report)).toContain('• Check 203.0.113.5:5060: is the service up');
  });

  test.each<[Language, number]>([
    ['en', 80],
    ['vi', 80],
    ['en', 60],
  ])('keeps within the columns: %s, %d', (language, width) => {
    for (const line of text(stuckReport(language), { width }).split('\n')) {
      expect(displayWidth(line), line).toBeLessThanOrEqual(width);
    }
  });

  test('speaks Vietnamese, with a decimal comma', () => {
    const all = flat(stuckReport('vi'));
    expect(all).toContain('đã chuyển tiếp cuộc gọi tới 203.0.113.5:5060');
    expect(all).toContain('không thấy phản hồi từ 203.0.113.5:5060');
    expect(all).toContain('ASR 50 %');
    expect(all).not.toMatch(/\b(call|error|proven|answered|Read)\b/);
  });
});

describe('what could not be read', () => {
  test('is said in words, with its first place', () => {
    const report = makeReport({
      sources: [
        makeSource({
          unread: [
            { reason: 'udp-not-sip', count: 1234, first: { source: 0, frame: 17 } },
            { reason: 'ethertype-0x0806', count: 3, first: { source: 0, frame: 2 } },
            { reason: 'brand-new-reason', count: 1, first: null },
          ],
        }),
      ],
    });
    expect(flat(report)).toContain('1,234 × UDP payload that is not SIP (first: #17)');
    expect(flat(report)).toContain('3 × ARP frame (first: #2)');
    expect(flat(report)).toContain('1 × brand new reason');
  });

  test('of a large folder, sources with losses come first and the rest is counted', () => {
    const clean = Array.from({ length: 30 }, (_, index) =>
      makeSource({ path: `day-${index}.pcap` }),
    );
    const lossy = makeSource({
      path: 'late.pcap',
      unread: [{ reason: 'truncated-record', count: 1, first: null }],
    });
    const all = flat(makeReport({ sources: [...clean, lossy] }));
    expect(all).toContain('31 files');
    expect(all).toContain('31. late.pcap');
    expect(all).toContain(
      '30 × pcap, 370 kB, 2,880 packets, 2,700 SIP messages, read without loss',
    );
    expect(all).not.toContain('day-0.pcap');
  });

  test('no SIP in the chosen time is told apart from no SIP at all', () => {
    const totals = { ...makeReport().totals, messages: 0, requests: {}, responses: {} };
    const unread = [{ reason: 'outside-time-range', count: 90, first: null }];
    const all = text(makeReport({ totals, sources: [makeSource({ unread })] }));
    expect(all).toContain('No SIP message was found in this time window.');
    expect(all).not.toContain('No SIP message was found.');
  });

  test('no SIP at all is said first', () => {
    const totals = { ...makeReport().totals, messages: 0, requests: {}, responses: {} };
    expect(text(makeReport({ totals }))).toContain('No SIP message was found.');
  });
});

describe('problems', () => {
  test('are capped, and it says how to see the others', () => {
    const calls = Array.from({ length: 14 }, (_, index) =>
      makeCall(`c${index}`, {
        outcome: 'failed-number',
        final: { code: 400 + index, phrase: 'No' },
      }),
    );
    const report = makeReport({ calls });
    expect(text(report)).toContain('4 more problems are not shown; --limit 0 shows all of them.');
    expect(text(report, { limit: 0 })).not.toContain('not shown');
    expect(text(report, { limit: 0 })).toMatch(/^14 +error/m);
  });

  test('without a rule are explained from the catalog, with the request and the response', () => {
    const report = makeReport({
      calls: [
        makeCall('c1', {
          outcome: 'failed-number',
          final: { code: 404, phrase: 'Not Found' },
          messages: [
            makeMessage(7, 0, { method: 'INVITE' }),
            makeMessage(8, 2e5, { from: PROXY, to: CALLER, code: 404, phrase: 'Not Found' }),
          ],
        }),
      ],
      catalog: { 404: codeEntry('Not Found', { label: 'number unknown here' }) },
    });
    const all = flat(report);
    expect(all).toContain('404 Not Found: number unknown here.');
    expect(all).toMatch(/#8 \+200 ms 404 Not Found 192\.0\.2\.20:5060 → 192\.0\.2\.10:5060/);
    expect(all).toContain('• look into it');
  });

  const refused = (
    part: Partial<ReportCall>,
    code: number,
    entry: Partial<CodeEntry> = {},
  ): string =>
    flat(
      makeReport({
        calls: [makeCall('c1', { outcome: 'failed-policy', ...part })],
        catalog: { [code]: codeEntry('Standard', { label: 'plain words', ...entry }) },
      }),
    );

  test('without a rule name the outcome as what it is', () => {
    const all = refused({ final: { code: 403, phrase: 'Forbidden' } }, 403);
    expect(all).toContain('proven · not explained by a rule: failed-policy');
  });

  test('a refusal of the credentials is no matter of access lists', () => {
    const part = {
      outcome: 'failed-auth',
      final: { code: 403, phrase: 'Wrong password' },
    } as const;
    const all = refused(part, 403);
    expect(all).toContain('403 Wrong password.');
    expect(all).not.toContain('plain words');
    expect(all).not.toContain('look into it');
    expect(all).toMatch(/user name, realm and password/);
  });

  test('a Reason that says why is read first, and nobody is asked to add one', () => {
    const final = {
      code: 480,
      phrase: 'Temporarily Unavailable',
      reason: 'Q.850;cause=21;text="a, b"',
    };
    const all = refused({ final }, 480, {
      fix: { caller: [], operator: [SAY_WHY.en.inPhrase, 'look into it'], callee: [] },
    });
    expect(all).toContain('Why Q.850 cause 21, call rejected: Refused although');
    expect(all).not.toContain(SAY_WHY.en.inPhrase);
    expect(all).not.toContain('a first cause');
  });

  test('a Reason that explains nothing leaves the word to the code', () => {
    const final = { code: 403, phrase: 'Forbidden', reason: 'Q.850;cause=16' };
    const all = refused({ final }, 403);
    expect(all).toContain('Meaning of Standard.');
    expect(all).toContain('a first cause');
  });

  test('wording of a known product is read', () => {
    const all = refused({ final: { code: 403, phrase: 'Not relaying' } }, 403);
    expect(all).toContain('refuses to relay for strangers');
  });

  test('notes take a line per rule', () => {
    const note = (id: string, call: string) =>
      makeFinding(
        id,
        'decline-human',
        { ringUs: 6.2e6, node: CARRIER, agent: '' },
        { severity: 'info', calls: [call] },
      );
    const report = makeReport({
      calls: ['c1', 'c2'].map((id) =>
        makeCall(id, { outcome: 'declined-user', findings: [`f-${id}`], primary: `f-${id}` }),
      ),
      findings: [note('f-c1', 'c1'), note('f-c2', 'c2')],
    });
    expect(text(report)).toContain(
      'No problems found in 2 calls: 2 declined by the called person.',
    );
    expect(flat(report)).toContain(
      '2 × The called person declined after 6.2 s of ringing. decline-human',
    );
  });
});

describe('figures', () => {
  const kpis = makeKpis({
    attempts: 4,
    excluded: 0,
    asr: 50,
    ner: 50,
    ser: 50,
    seer: 50,
    pdd: { n: 5, p50: 1200, p90: 1300, p95: 1300, p99: 1300 },
  });
  const calls = (count: number) => Array.from({ length: count }, (_, n) => makeCall(`c${n}`));

  test('ratios need two calls, percentiles five', () => {
    const one = text(makeReport({ calls: calls(1), kpis: { ...kpis, attempts: 1 } }));
    expect(one).not.toMatch(/ASR|PDD/);
    const four = text(makeReport({ calls: calls(4), kpis }));
    expect(four).toContain('ASR 50 %');
    expect(four).not.toContain('PDD');
    expect(text(makeReport({ calls: calls(5), kpis: { ...kpis, attempts: 5 } }))).toContain(
      'PDD median',
    );
  });

  test('a selection says what it was taken from', () => {
    const totals = { ...makeReport().totals, calls: 47, outcomes: { answered: 46, busy: 1 } };
    const all = text(makeReport({ calls: calls(1), totals }));
    expect(all).toContain('Calls  47');
    expect(all).toContain('1 of 47 calls shown below');
    expect(text(makeReport({ calls: calls(1) }))).not.toContain('shown below');
  });

  test('copies of a capture are told in plain words', () => {
    const totals = { ...makeReport().totals, duplicates: 44 };
    expect(text(makeReport({ totals }))).toContain('44 messages seen twice');
  });
});

test('a caller of bytes that are no text stays short', () => {
  const part = { from: `si${'\uFFFD'.repeat(100)}`, to: 'b'.repeat(128) };
  const timing = { pddMs: null, ringMs: null, talkMs: null, elapsedMs: 0 };
  const lines = callSummary(makeCall('c1', { ...part, timing }), pageOf(makeReport()), 200);
  const all = lines
    .flat()
    .map((one) => one.text)
    .join('');
  expect(all).toContain(`si\uFFFD → ${'b'.repeat(63)}…`);
  // Of a single message there is nothing to measure.
  expect(all).not.toContain('after 0');
});

test('a refusal of which only the code says that a person made it', () => {
  const ending = (release: ReportCall['release']): string =>
    callSummary(makeCall('c1', { outcome: 'declined-user', release }), pageOf(makeReport()), 200)
      .flat()
      .map((one) => one.text)
      .join('');
  expect(ending('callee')).toContain('declined by the called person');
  expect(ending('unknown')).toContain('declined, by whom is not known');
});

test('a call that another device took is not "ended by the caller"', () => {
  const part = { outcome: 'answered-elsewhere', release: 'caller', final: null } as const;
  const report = makeReport({ calls: [makeCall('c1', part)] });
  const page = [...callSummary(makeCall('c1', part), pageOf(report), 80)].flat();
  expect(page.map((one) => one.text).join(' ')).not.toContain('ended by');
});

test('a hostile caller cannot reach the terminal, wherever its name is shown', () => {
  const hostile = '\x1b]0;x\x07\u202egnp.exe';
  const report = makeReport({
    calls: [makeCall('c1', { from: hostile, to: hostile, outcome: 'failed-number', final: null })],
    findings: [
      makeFinding(
        'f1',
        'decline-607',
        { node: hostile },
        {
          severity: 'warning',
          evidence: [evidence(1, 0, hostile, { from: hostile, field: hostile })],
        },
      ),
    ],
    sources: [makeSource({ path: hostile, unread: [{ reason: hostile, count: 1, first: null }] })],
  });
  const all = text(report);
  // eslint-disable-next-line no-control-regex
  expect(all).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(all).toContain('\\x1b]0;x\\x07\\u202egnp.exe');
});
