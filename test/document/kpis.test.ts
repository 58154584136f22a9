import { describe, expect, it, test } from 'vitest';
import { flowFromText, type Trace } from '../../fixtures/dsl/index.ts';
import { backgroundCall, CAST } from '../../fixtures/traces/cast.ts';
import { delaysOf } from '../../src/document/delays.ts';
import { KpiCounts } from '../../src/document/kpi-counts.ts';
import { plainAttempt } from '../../src/document/kpi-attempt.ts';
import { KpiGroupCounts } from '../../src/document/kpi-groups.ts';
import { KpiTimeCounts } from '../../src/document/kpi-times.ts';
import type { Kpis } from '../../src/model/kpis.ts';
import { Session } from '../../src/session.ts';
import { toPcap } from '../../fixtures/dsl/index.ts';

function kpisOf(text: string): Kpis {
  const trace: Trace = flowFromText(`${CAST}\n${text}`);
  const session = new Session({ language: 'en', thresholds: {}, messages: 'none' });
  const source = session.open('1.pcap');
  source.push(toPcap(trace));
  source.end();
  return session.report().kpis;
}

/** Rings after `ring` ms, answered after 1 s, `talk` s long, its BYE answered after 20 ms. */
const answered = (name: string, at: number, talk: number, ring = 200): string => `
  call ${name} @${at}s {
    alice -> gw INVITE sip:+84901234567@example.com with sdp
    +5ms gw -> alice 100
    +${ring - 5}ms gw -> alice 180
    +1s gw -> alice 200 with sdp
    +10ms alice -> gw ACK
    +${talk}s alice -> gw BYE
    +20ms gw -> alice 200
  }`;

const refused = (name: string, at: number, code: number, more = ''): string => `
  call ${name} @${at}s {
    bob -> gw INVITE sip:1900123@example.com with sdp
    +5ms gw -> bob 100
    +300ms gw -> bob ${code}
      ${more}
    bob -> gw ACK
  }`;

test.each([
  [4, null],
  [5, 1200],
])('percentiles out of %d values: %s', (count, expected) => {
  const delays = delaysOf(Array.from({ length: count }, () => 1200));
  expect(delays).toEqual({ n: count, p50: expected, p90: expected, p95: expected, p99: expected });
});

describe('the metrics of RFC 6076', () => {
  it('count what ended as what, and leave out what did not end', () => {
    // Four answered, one busy, one declined, one overloaded, one timed out, one redirected; one still pending.
    const kpis = kpisOf(`
      ${[0, 10, 20, 30].map((at) => answered(`a${at}`, at, 6)).join('\n')}
      ${refused('b', 40, 486)}
      ${refused('c', 41, 603)}
      ${refused('d', 42, 503)}
      ${refused('e', 43, 408)}
      ${refused('f', 44, 302, 'Contact: <sip:elsewhere@example.net>')}
      call g @100s {
        bob -> gw INVITE sip:1900123@example.com with sdp
        +5ms gw -> bob 100
      }
      @110s capture ends`);
    expect(kpis).toMatchObject({ attempts: 9, excluded: 1, redirected: 1, answered: 4 });
    // Eight without the redirect: 4 answered, and 486 and 603 as well.
    expect(kpis.ser).toBe(50);
    expect(kpis.asr).toBe(50);
    expect(kpis.seer).toBe(75);
    // 503 and 408 of all nine.
    expect(kpis.isa).toBe(22.22);
    expect(kpis.scr).toBe(44.44);
    // The ACK takes 10 ms, and the talk is counted from the 200.
    expect(kpis.acdMs).toBe(6010);
    expect(kpis.srd.answered.n).toBe(4);
    expect(kpis.srd.failed.n).toBe(4);
    expect(kpis.sdd.n).toBe(4);
  });

  it('are undefined where there is nothing to divide by', () => {
    const { asr, ner, ser, seer, isa, scr, acdMs, short, pdd, registrations } = kpisOf(
      'alice -> proxy OPTIONS\n +3ms proxy -> alice 200',
    );
    expect([asr, ner, ser, seer, isa, scr, acdMs, short]).toEqual(Array(8).fill(null));
    expect(pdd).toEqual({ n: 0, p50: null, p90: null, p95: null, p99: null });
    expect(registrations.ira).toBeNull();
  });

  it('measure delays from the first INVITE and from the BYE, challenges included', () => {
    const challenged = (at: number): string => `
      call c${at} @${at}s {
        alice -> gw INVITE sip:+84901234567@example.com with sdp
        +100ms gw -> alice 407
        alice -> gw ACK
        +99ms alice -> gw INVITE with sdp with auth
        +5ms gw -> alice 100
        +295ms gw -> alice 180
        +1s gw -> alice 200 with sdp
        +10ms alice -> gw ACK
        +4s alice -> gw BYE
        +30ms gw -> alice 200
      }`;
    const kpis = kpisOf(
      `${[0, 10, 20, 30, 40].map(challenged).join('\n')}\n @90s capture ends`.replaceAll(
        'INVITE with sdp with auth',
        'INVITE sip:+84901234567@example.com with sdp with auth',
      ),
    );
    expect(kpis).toMatchObject({ attempts: 5, invites: 10, ser: 100, serStrict: 50, short: 100 });
    expect(kpis.srd.answered).toEqual({ n: 5, p50: 500, p90: 500, p95: 500, p99: 500 });
    expect(kpis.sdd.p50).toBe(30);
    expect(kpis.sdt.p50).toBe(4010);
  });

  it('measure no delay while the number is still being dialled', () => {
    const dialled = (at: number): string => `
      call d${at} @${at}s {
        alice -> gw INVITE sip:8490@example.com with sdp
        +10ms gw -> alice 484
        alice -> gw ACK
        +4s alice -> gw INVITE sip:84901234567@example.com with sdp
        +5ms gw -> alice 100
        +395ms gw -> alice 180
        +1s gw -> alice 200 with sdp
        +10ms alice -> gw ACK
        +4s alice -> gw BYE
        +30ms gw -> alice 200
      }`;
    const kpis = kpisOf(`${[0, 20, 40, 60, 80].map(dialled).join('\n')}\n @120s capture ends`);
    expect(kpis).toMatchObject({ attempts: 5, invites: 10, answered: 5 });
    expect([kpis.pdd.p50, kpis.srd.answered.p50]).toEqual([400, 400]);
  });

  it('leave a call that is still up out of SCR', () => {
    const {
      answered: count,
      unfinished,
      scr,
      ser,
    } = kpisOf(`
      ${answered('a', 0, 6)}
      call b @20s {
        alice -> gw INVITE sip:+84901234567@example.com with sdp
        +200ms gw -> alice 180
        +1s gw -> alice 200 with sdp
        +10ms alice -> gw ACK
      }
      @60s capture ends`);
    expect({ count, unfinished, scr, ser }).toEqual({
      count: 2,
      unfinished: 1,
      scr: 100,
      ser: 100,
    });
  });

  it('count registrations by tries: a challenge is no failure, and takes its time', () => {
    const { registrations } = kpisOf(`
      ${[0, 10, 20, 30, 40]
        .map(
          (at) => `call r${at} @${at}s {
            alice -> proxy REGISTER
            +40ms proxy -> alice 401
            +10ms alice -> proxy REGISTER with auth
            +50ms proxy -> alice 200
          }`,
        )
        .join('\n')}
      call f @50s {
        bob -> proxy REGISTER
        +3ms proxy -> bob 403
      }
      call w @60s {
        carol -> proxy REGISTER
        +3ms proxy -> carol 401
      }
      call p @118s {
        bob -> proxy REGISTER
      }
      @120s capture ends`);
    expect(registrations).toEqual({
      attempts: 7,
      excluded: 1,
      // The 403; a challenge that nobody answers is no failure of the network.
      ira: 14.29,
      rrd: { n: 5, p50: 100, p90: 100, p95: 100, p99: 100 },
    });
  });
});

describe('groups', () => {
  it('tell peers, trunks, agents, prefixes and times apart', () => {
    const { by } = kpisOf(`
      ${answered('a', 0, 6)}
      ${answered('b', 10, 6)}
      ${refused('c', 70, 503)}
      @200s capture ends`);
    const keys = (groups: readonly { key: string; attempts: number; ser: number | null }[]) =>
      groups.map(({ key, attempts, ser }) => [key, attempts, ser]);
    expect(keys(by?.peer.groups ?? [])).toEqual([
      ['192.0.2.10', 2, 100],
      ['192.0.2.20', 1, 0],
    ]);
    expect(keys(by?.trunk.groups ?? [])).toEqual([
      ['192.0.2.10 → 203.0.113.9', 2, 100],
      ['192.0.2.20 → 203.0.113.9', 1, 0],
    ]);
    expect(keys(by?.agent.groups ?? [])).toEqual([
      ['Yealink SIP-T46U 108.86.0.20', 2, 100],
      ['Polycom/5.9.7 PolycomVVX-VVX_411-UA', 1, 0],
    ]);
    expect(keys(by?.prefix.groups ?? [])).toEqual([
      ['+8490…', 2, 100],
      ['1900…', 1, 0],
    ]);
    expect(by?.time.minutes).toBe(1);
    expect(by?.time.periods.map(({ attempts }) => attempts)).toEqual([2, 1]);
  });

  it('count each hop of a call for its trunk', () => {
    const { attempts, by } = kpisOf(`${backgroundCall('x', '@0s')}\n @90s capture ends`);
    expect(attempts).toBe(1);
    expect(by?.trunk.groups.map(({ key }) => key).sort()).toEqual([
      '192.0.2.30 → 198.51.100.1',
      '198.51.100.1 → 203.0.113.9',
    ]);
  });

  it('count a target that failed apart from the one that took over', () => {
    const { attempts, by } = kpisOf(`
      alice -> proxy INVITE sip:+84901234567@example.com with sdp
      +2ms proxy -> alice 100
      +1ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
      +4ms gw -> proxy 503
      +1ms proxy -> gw ACK
      +1ms proxy -> pbx INVITE sip:+84901234567@198.51.100.20
      +4ms pbx -> proxy 200 with sdp
      +1ms proxy -> alice 200
      +9ms alice -> proxy ACK
      +1ms proxy -> pbx ACK
      +5s alice -> proxy BYE
      +1ms proxy -> pbx BYE
      +4ms pbx -> proxy 200
      +1ms proxy -> alice 200
      +60s capture ends`);
    expect(attempts).toBe(1);
    expect(by?.trunk.groups.map(({ key, ser, isa }) => [key, ser, isa])).toEqual([
      ['192.0.2.10 → 198.51.100.1', 100, 0],
      ['198.51.100.1 → 198.51.100.20', 100, 0],
      ['198.51.100.1 → 203.0.113.9', 0, 100],
    ]);
  });

  const attempt = plainAttempt(
    {
      invite: 0,
      progress: null,
      alerting: null,
      provisional: null,
      answer: 1,
      bye: 2,
      over: 3,
      byCaller: true,
      client: 1,
      server: 2,
      bytes: new Uint8Array(),
      start: 0,
      end: 0,
      agentAt: 0,
      agentEnd: 0,
      fromTagHash: 0,
      source: 0,
      frame: 1,
      offset: 0,
      sources: [0],
    },
    null,
  );

  it('are bounded: what is beyond is counted together', () => {
    const counts = new KpiGroupCounts();
    for (let n = 0; n < 3000; n += 1) counts.add(`agent ${n}`, attempt);
    for (let n = 0; n < 3; n += 1) counts.add('agent 7', attempt);
    const { groups, rest } = counts.groups();
    expect(groups).toHaveLength(50);
    expect(groups[0]).toMatchObject({ key: 'agent 7', attempts: 4 });
    const listed = groups.reduce((sum, { attempts }) => sum + attempts, 0);
    expect(listed + (rest?.attempts ?? 0)).toBe(3003);
  });

  it('of time grow longer, and lose nothing', () => {
    const counts = new KpiTimeCounts();
    for (let minute = 0; minute < 500; minute += 1) counts.add(minute * 60_000_000, attempt);
    counts.add(Number.NaN, attempt);
    const { minutes, periods, rest } = counts.times();
    expect(minutes).toBe(15);
    expect(periods).toHaveLength(34);
    expect(periods[0]?.attempts).toBe(15);
    expect(periods.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(500);
    expect(rest?.attempts).toBe(1);
  });

  it('add up to the total', () => {
    const [a, b] = [new KpiCounts(), new KpiCounts()];
    a.add(attempt);
    b.add({ ...attempt, outcome: 'busy', stage: 'alerting', code: 486, completed: false });
    a.merge(b);
    expect(a.summary()).toMatchObject({ attempts: 2, answered: 1, ser: 50, seer: 100, ner: 100 });
  });
});
