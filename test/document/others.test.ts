import { describe, expect, it } from 'vitest';
import { flowFromText, toPcap } from '../../fixtures/dsl/index.ts';
import { CAST } from '../../fixtures/traces/cast.ts';
import type { OtherConversation } from '../../src/call/types.ts';
import { AttemptLog } from '../../src/document/attempt-log.ts';
import { OtherConversations } from '../../src/document/others.ts';
import type { AnalyzeOptions } from '../../src/model/options.ts';
import { type Report, reportSchema } from '../../src/model/report.ts';
import { Session } from '../../src/session.ts';
import { diagnoseTrace } from '../helpers/judge.ts';

function reportOf(text: string, options: Partial<AnalyzeOptions> = {}): Report {
  const session = new Session({ language: 'en', thresholds: {}, messages: 'none', ...options });
  const source = session.open('1.pcap');
  source.push(toPcap(flowFromText(`${CAST}\n${text}`)));
  source.end();
  return session.report();
}

const FLOW = `
  alice -> proxy REGISTER
  +3ms proxy -> alice 401
  +4ms alice -> proxy REGISTER with auth
  +3ms proxy -> alice 200
  +1s bob -> proxy REGISTER
  +3ms proxy -> bob 403
  +1s proxy -> alice OPTIONS sip:1001@192.0.2.10
  +3ms alice -> proxy 200
  +60s capture ends`;

describe('what is no call', () => {
  it('has a row, and is counted by kind and outcome', () => {
    const report = reportOf(FLOW);
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    expect(report.calls).toEqual([]);
    expect(report.totals).toMatchObject({
      registrations: 2,
      others: { registration: { registered: 1, refused: 1 }, probe: { answered: 1 } },
    });
    expect(
      report.conversations.map(({ id, kind, outcome, tries }) => [id, kind, outcome, tries]),
    ).toEqual([
      ['o1', 'registration', 'registered', 1],
      ['o2', 'registration', 'refused', 1],
      ['o3', 'probe', 'answered', 1],
    ]);
    expect(report.conversations[1]).toMatchObject({
      from: '1002@example.com',
      source: '192.0.2.20:5060',
      destination: '198.51.100.1:5060',
      final: { code: 403, phrase: 'Forbidden' },
    });
  });

  it('is tied to its findings in both directions', () => {
    const { conversations, findings } = reportOf(FLOW);
    const failed = findings.find(({ rule }) => rule === 'register-failed');
    expect(failed).toMatchObject({ calls: [], conversations: ['o2'] });
    expect(conversations[1]).toMatchObject({ findings: [failed?.id], primary: failed?.id });
  });

  it('is listed only where it is worth a look, with the same ids', () => {
    const { conversations, totals } = reportOf(FLOW, { calls: 'troubled' });
    expect(conversations.map(({ id }) => id)).toEqual(['o2']);
    expect(totals.others.probe).toEqual({ answered: 1 });
  });

  it('is shown or hidden by --only, as calls are', () => {
    const shown = (only: string[]) => reportOf(FLOW, { only }).conversations.map(({ id }) => id);
    expect(shown(['refused'])).toEqual(['o2']);
    expect(shown(['answered'])).toEqual(['o3']);
    expect(shown(['register-failed'])).toEqual(['o2']);
  });

  it('is one however many parts it was judged in', () => {
    const others = new OtherConversations(() => 'a', new AttemptLog(), true);
    const flow = `${CAST}
      alice -> proxy REGISTER
      +3ms proxy -> alice 200
      +60s capture ends`;
    const { judged } = diagnoseTrace(flowFromText(flow))[0] ?? expect.fail('nothing judged');
    others.add(judged as OtherConversation, 7, false);
    others.add(judged as OtherConversation, 7, false);
    expect(others.counts()).toEqual({ registration: { refreshed: 1 } });
    expect(others.rows()).toMatchObject([{ id: 'o1', tries: 2, outcome: 'refreshed' }]);
  });
});
