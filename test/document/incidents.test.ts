import { describe, expect, it } from 'vitest';
import {
  DEFAULT_START,
  flowFromText,
  merge,
  toPcap,
  type Trace,
} from '../../fixtures/dsl/index.ts';
import { analyticsBlock } from '../../fixtures/incidents/analytics-block.ts';
import { stalledTrunk } from '../../fixtures/incidents/stalled-trunk.ts';
import { wrongPassword } from '../../fixtures/incidents/wrong-password.ts';
import type { AnalyzeOptions } from '../../src/model/options.ts';
import type { Incident, IncidentScope, Report } from '../../src/model/report.ts';
import { reportSchema } from '../../src/model/report.ts';
import { markdownFormat } from '../../src/report/markdown.ts';
import { textFormat } from '../../src/report/text.ts';
import { reportOf } from '../helpers/session.ts';

const PHONES = ['Yealink SIP-T46U 108.86', 'Zoiper 5.6.4', 'MicroSIP/3.21'];
const TRUNKS = ['203.0.113.9', '203.0.113.17'];
const S = 1_000_000;

interface CallSpec {
  /** s after the beginning. */
  readonly at: number;
  readonly trunk?: string;
  readonly agent?: number;
  readonly number?: string;
  /** What the trunk says to the INVITE; '' for nothing but 100. */
  readonly end?: string;
  /** A header field of the INVITE. */
  readonly field?: string;
}

const GOOD = `
  +1s gw -> alice 180
  +4s gw -> alice 200 with sdp
  +10ms alice -> gw ACK
  +20s alice -> gw BYE
  +10ms gw -> alice 200`;
const STUCK = `
  +32s alice -> gw CANCEL
  +10ms gw -> alice 200 for CANCEL
  +10ms gw -> alice 487
  +10ms alice -> gw ACK`;

/** Replaced in every copy of a flow. */
const NUMBER = '+84900000000';
const templates = new Map<string, { sightings: Trace['sightings']; texts: string[] }>();

/** Plays a flow once; calls like it are copies with ids of their own. */
function template({ trunk = TRUNKS[0], agent = 0, end, field }: Omit<CallSpec, 'at'>) {
  const key = JSON.stringify([trunk, agent, end, field]);
  let known = templates.get(key);
  if (known === undefined) {
    const refused = `\n  +300ms gw -> alice ${end}\n  +5ms alice -> gw ACK`;
    const { sightings } = flowFromText(`alice = 192.0.2.10 "${PHONES[agent]}"
  gw = ${trunk} "Trunk GW 7"
  alice -> gw INVITE sip:${NUMBER}@${trunk} with sdp${field === undefined ? '' : `\n    ${field}`}
  +5ms gw -> alice 100${end === undefined ? GOOD : end === '' ? STUCK : refused}`);
    const texts = sightings.map(({ payload }) => new TextDecoder().decode(payload));
    templates.set(key, (known = { sightings, texts }));
  }
  return known;
}

function call(spec: CallSpec, index: number): Trace {
  const { sightings, texts } = template(spec);
  const number = spec.number ?? `+8490${String(1_000_000 + ((index * 7919) % 9_000_000))}`;
  const copies = sightings.map((sighting, at) => {
    const text = (texts[at] ?? '')
      .replaceAll(NUMBER, number)
      .replaceAll(/(z9hG4bK|;tag=|Call-ID: )/g, `$1${index.toString(36)}x`);
    const time = sighting.time + Math.round(spec.at * S);
    return { ...sighting, time, payload: new TextEncoder().encode(text) };
  });
  return { sightings: copies, hosts: {} };
}

function capture(specs: readonly CallSpec[]): Uint8Array {
  return toPcap(merge(...specs.map(call)));
}

function read(specs: readonly CallSpec[], options: Partial<AnalyzeOptions> = {}): Report {
  return reportOf([capture(specs)], options);
}

const list = (count: number, make: (index: number) => CallSpec): CallSpec[] =>
  Array.from({ length: count }, (_, index) => make(index));
const first = (incidents: readonly Incident[], rule: string): Incident =>
  incidents.find((incident) => incident.rule === rule) ?? expect.fail(`no incident of ${rule}`);
const only = ({ scope }: Incident): Partial<Record<string, string[]>> =>
  Object.fromEntries(
    scope
      .filter((one) => one.only)
      .map(({ dimension, affected }): [string, string[]] => [
        dimension,
        affected.map(({ value }) => value),
      ]),
  );
const every = ({ scope }: Incident): IncidentScope['dimension'][] =>
  scope.filter((one) => !one.only).map(({ dimension }) => dimension);

/** 2,000 calls over half an hour on two trunks; one of them stalls for a quarter of an hour. */
const stalled = list(2000, (index) => {
  const at = index * 0.9;
  const trunk = TRUNKS[index % 2] as string;
  const hit = index % 2 === 1 && at >= 600 && at < 1500 && index % 10 < 6;
  const number = `+849${index % 7}${String(1_000_000 + index)}`;
  return { at, trunk, agent: index % 3, number, ...(hit ? { end: '' } : {}) };
});

describe('incidents', () => {
  it('tell a stalled trunk among 2,000 calls by where and when', () => {
    const report = read(stalled, { calls: 'troubled' });
    expect(() => reportSchema.parse(report)).not.toThrow();
    const [incident, ...others] = report.incidents.filter(({ severity }) => severity !== 'info');
    if (incident === undefined) expect.fail('no incident');
    expect(others).toEqual([]);
    const hit = stalled.filter(({ end }) => end === '');
    expect(incident.calls).toHaveLength(hit.length);
    expect(incident).toMatchObject({ of: 'call', share: hit.length / 2000 });
    expect(incident.window).toEqual({
      affected: hit.length,
      attempts: stalled.filter(({ at }) => at >= (hit[0]?.at ?? 0) && at <= (hit.at(-1)?.at ?? 0))
        .length,
    });
    expect(only(incident)).toMatchObject({ destination: ['203.0.113.17'] });
    expect(every(incident)).toEqual(['userAgent', 'prefix']);
    const bars = incident.histogram ?? expect.fail('no histogram');
    expect(bars.affected.length).toBeLessThanOrEqual(60);
    expect(bars.affected.reduce((a, b) => a + b, 0)).toBe(hit.length);
    expect(bars.attempts.every((all, at) => all >= (bars.affected[at] ?? 0))).toBe(true);
    expect(bars.start < (incident.first ?? '')).toBe(true);
  });

  it('count a call through a proxy where it was answered', () => {
    const report = reportOf([toPcap(analyticsBlock())]);
    const blocked = report.incidents.find(({ severity }) => severity !== 'info');
    const to = blocked?.scope.find(({ dimension }) => dimension === 'destination');
    expect(to?.affected.map(({ value }) => value)).toEqual(['203.0.113.40']);
    // The calls that worked went through the other trunk, not to the proxy.
    expect(to?.unaffected.map(({ value }) => value)).toEqual(['203.0.113.9']);
  });

  it('fold calls stuck at one node, whoever lost patience first', () => {
    const { incidents } = reportOf([toPcap(stalledTrunk())]);
    const [stuck, ...others] = incidents.filter(({ severity }) => severity !== 'info');
    expect(stuck?.calls).toHaveLength(500);
    expect(stuck).toMatchObject({ severity: 'error', rule: 'trying-then-408' });
    expect(others.map(({ rule }) => rule)).toEqual(['resp-404-number', 'resp-404-number']);
  });

  it('say how their calls ended, where they ended otherwise', () => {
    const report = reportOf([toPcap(stalledTrunk())], { messages: 'unexplained' });
    const text = [...textFormat.render(report, { width: 400 })].join('');
    const ended = '; in all: 375 cancelled by the caller, 125 nobody responded in time';
    expect(text.split(ended)).toHaveLength(2);
    expect(text.split('in all:')).toHaveLength(2);
    // 140 failed, and 375 were given up although nobody was to blame but the trunk.
    const page = [...markdownFormat.render(report)].join('');
    expect(page).toContain('# 515 of 2,000 calls failed or went wrong (26 %), for 3 causes.');
  });

  it('keep a network that blocks callers apart from people and phones that decline', () => {
    const report = reportOf([toPcap(analyticsBlock())], { messages: 'unexplained' });
    const [blocked, ...others] = report.incidents;
    expect(blocked).toMatchObject({ rule: 'decline-analytics-603plus', severity: 'warning' });
    const desks = only(blocked!)['source']?.toSorted();
    expect(desks).toEqual([11, 12, 13, 14].map((last) => `192.0.2.${last}`));
    const kinds = new Set(others.map(({ rule, severity }) => `${rule} ${severity}`));
    expect(kinds).toEqual(new Set(['decline-human info', 'decline-device-policy info']));
    const text = [...textFormat.render(report, { width: 400 })].join('');
    expect(text).toContain('Problems  1 cause\n');
    expect(text).toContain(', only calls through 203.0.113.40, to +1202…, from 192.0.2.13, 192.0');
  });

  it('fold registrations that one server refuses, whosever they are', () => {
    const report = reportOf([toPcap(wrongPassword())], { messages: 'unexplained' });
    const [storm, ...others] = report.incidents;
    expect(others).toEqual([]);
    expect(storm).toMatchObject({ of: 'registration', rule: 'auth-loop-wrong-credentials' });
    expect(storm?.conversations).toHaveLength(250);
    const locked = [2, 5, 6, 9, 11];
    const accounts = locked.map((desk) => `${1000 + desk}@example.com`);
    const phones = locked.map((desk) => `192.0.2.${10 + desk}`);
    expect(only(storm!)).toMatchObject({ account: accounts, source: phones });
    const text = [...textFormat.render(report, { width: 400 })].join('');
    expect(text).toContain('250 registrations · proven · auth-loop-wrong-credentials');
    expect(text).toContain('(250 of 271 registrations in that time)');
    expect(text).toContain(`, only of ${accounts.join(', ')}, from ${phones.join(', ')}\n`);
    expect(text.split('auth-loop-wrong-credentials')).toHaveLength(2);
  });

  it('say so in one line of the triage report, in both languages', () => {
    const text = (language: 'en' | 'vi'): string =>
      [
        ...textFormat.render(
          read(stalled, { calls: 'troubled', messages: 'unexplained', language }),
          { width: 400 },
        ),
      ].join('');
    const of = '(300 of 995 calls in that time), only calls through 203.0.113.17, all user agents';
    expect(text('en')).toContain(of);
    expect(text('en')).toMatch(/Works +c\d+ \(09:\d\d:[\d.]+\) worked/);
    expect(text('vi')).toContain('chỉ cuộc gọi qua 203.0.113.17, mọi user agent');
  });

  it('are told by the user agent alone, or by the number alone', () => {
    const byAgent = read(
      list(200, (index) => ({
        at: index,
        agent: index % 3,
        ...(index % 3 === 1 ? { end: '488' } : {}),
      })),
    );
    expect(only(byAgent.incidents[0] as Incident)).toEqual({
      userAgent: ['Zoiper 5.6.4'],
      code: ['488'],
    });
    const byNumber = read(
      list(200, (index) => ({
        at: index,
        agent: index % 3,
        number: `+84${index % 5 === 0 ? 28 : 90 + (index % 5)}${String(7_000_000 + index)}`,
        ...(index % 5 === 0 ? { end: '404' } : {}),
      })),
    );
    const incident = byNumber.incidents[0] as Incident;
    expect(only(incident)).toEqual({ prefix: ['+8428…'], code: ['404'] });
    expect(every(incident)).toEqual(['userAgent']);
    expect(incident.window).toEqual({ attempts: 196, affected: 40 });
  });

  it('keep to nothing where everything is hit, or where a few calls are', () => {
    const all = read(
      list(60, (index) => ({
        at: index,
        trunk: TRUNKS[index % 2] as string,
        agent: index % 3,
        end: '488',
      })),
    );
    for (const incident of all.incidents)
      expect(Object.keys(only(incident))).not.toContain('userAgent');
    const even = read(
      list(90, (index) => ({
        at: index,
        agent: index % 3,
        ...(index % 2 === 0 ? { end: '488' } : {}),
      })),
    );
    expect(only(even.incidents[0] as Incident)).toEqual({ code: ['488'] });
    const few = read(
      list(90, (index) => ({ at: index, ...(index === 40 || index === 44 ? { end: '488' } : {}) })),
    );
    expect(few.incidents[0]?.scope).toEqual([]);
  });

  it('are two where the same fault comes back hours later, and one where it trickles', () => {
    const burst = (from: number): CallSpec[] =>
      list(30, (index) => ({ at: from + index * 5, ...(index % 3 === 0 ? { end: '488' } : {}) }));
    const twice = read([
      ...burst(0),
      ...list(30, (index) => ({ at: 600 + index * 400 })),
      ...burst(4 * 3600),
    ]);
    expect(twice.incidents.map(({ calls }) => calls.length)).toEqual([10, 10]);
    expect(new Set(twice.incidents.map(({ signature }) => signature)).size).toBe(1);
    expect((twice.incidents[0]?.last ?? '') < (twice.incidents[1]?.first ?? '')).toBe(true);
    const trickle = read(
      list(40, (index) => ({ at: index * 1500, ...(index % 2 === 0 ? { end: '488' } : {}) })),
    );
    expect(trickle.incidents.map(({ calls }) => calls.length)).toEqual([20]);
  });

  it('of 12,000 failed calls of four kinds are four', () => {
    const ends = ['404', '488', '503', ''];
    const specs = list(13_000, (index) => ({
      at: index * 0.25,
      agent: index % 3,
      trunk: TRUNKS[0] as string,
      ...(index % 13 === 12 ? {} : { end: ends[index % 4] as string }),
    }));
    const { incidents } = read(specs, { calls: 'troubled' });
    const grave = incidents.filter(({ severity }) => severity !== 'info');
    expect(grave).toHaveLength(4);
    expect(grave.reduce((sum, { calls }) => sum + calls.length, 0)).toBe(12_000);
  }, 120_000);

  it('are the same whatever the order of the sources', () => {
    const parts = [0, 1, 2].map((part) =>
      toPcap(merge(...stalled.map(call).filter((_, index) => index % 3 === part))),
    );
    const told = (sources: readonly Uint8Array[]): Incident[] => reportOf(sources).incidents;
    expect(told(parts)[0]).toHaveProperty('twin');
    expect(told(parts.toReversed())).toEqual(told(parts));
  });

  it('have the nearest call that worked for a twin, and what differs', () => {
    const { incidents, calls } = read(
      list(40, (index) => ({
        at: index * 20,
        ...(index % 8 === 3
          ? { end: '420', field: 'Require: 100rel, x-odd' }
          : { field: 'Require: 100rel' }),
      })),
    );
    const { twin, representative } = first(incidents, 'resp-420-421-extension');
    const failed = calls.findIndex(({ id }) => id === representative);
    const worked = calls.findIndex(({ id }) => id === twin?.call);
    expect(calls[worked]?.outcome).toBe('answered');
    expect(Math.abs(worked - failed)).toBeLessThanOrEqual(8);
    expect(twin?.differences).toEqual([
      { part: 'header', name: 'Require', failed: '100rel, x-odd', worked: '100rel' },
    ]);
    expect(twin?.similarity).toBeGreaterThan(0.9);
  });

  it('have no twin between two other places', () => {
    const refused = flowFromText(`alice = 192.0.2.10
  gw = 203.0.113.9
  alice -> gw INVITE sip:+84900000001@203.0.113.9 with sdp
  +5ms gw -> alice 100
  +300ms gw -> alice 488
  +5ms alice -> gw ACK`);
    const answered = flowFromText(`carol = 198.51.100.7
  pbx = 198.51.100.8
  carol -> pbx INVITE sip:+84900000001@198.51.100.8 with sdp
  +5ms pbx -> carol 100
  +1s pbx -> carol 200 with sdp
  +10ms carol -> pbx ACK
  +9s carol -> pbx BYE
  +10ms pbx -> carol 200`);
    const { incidents } = reportOf([toPcap(merge(refused, answered))]);
    expect(first(incidents, 'resp-488-media')).not.toHaveProperty('twin');
  });

  it('count registrations that are refused, apart from calls', () => {
    const register = (index: number): Trace =>
      flowFromText(
        `phone = 192.0.2.${10 + (index % 50)} "Zoiper 5.6.4"
  sbc = 198.51.100.1
  phone -> sbc REGISTER
  +5ms sbc -> phone ${index % 2 === 0 ? '200' : '403'}`,
        { seed: `register ${index}`, start: DEFAULT_START + index * S },
      );
    const trace = merge(...Array.from({ length: 60 }, (_, index) => register(index)));
    const [incident] = reportOf([toPcap(trace)]).incidents;
    expect(incident).toMatchObject({ of: 'registration', calls: [], share: 0.5 });
    expect(incident?.conversations).toHaveLength(30);
    expect(incident?.window).toEqual({ affected: 30, attempts: 59 });
    expect(incident).not.toHaveProperty('twin');
  });
});
