/** A call read from a log is the call read from the capture, up to what the dialect does not carry. */
import { describe, expect, it } from 'vitest';
import {
  DIALECTS,
  only,
  toPcap,
  toText,
  type Address,
  type Trace,
} from '../../fixtures/dsl/index.ts';
import { named } from '../../fixtures/traces/index.ts';
import type { Report } from '../../src/model/report.ts';
import { accountOf, type Part } from '../shapes/account.ts';
import { analysed } from '../shapes/analysed.ts';

/** What a log of the dialect tells about a message; all else must be as in the capture. */
interface Carries {
  /** Id that the reader must give. */
  readonly dialect: string;
  /** The host that keeps the log; everything that the wire shows when there is none. */
  readonly node?: 'alice' | 'proxy';
  /** The finest step of its stamps in µs; 0 when it has none. */
  readonly step: number;
  /** The ends that it names. The own one of its host follows from what that sends. */
  readonly ends: 'both' | 'remote' | 'none';
  /** Start line, Call-ID and CSeq are all that there is of a message. */
  readonly startLineOnly?: true;
  /** Parts of the account that nothing in the log tells. */
  readonly without?: readonly Part[];
}

const US = 1;
const MS = 1000;
const S = 1_000_000;
/** Without a clock nobody knows how long it rang, and who refused a call is read off that. */
const TIMELESS: readonly Part[] = ['timing', 'confidence', 'findings'];

const proxy = (dialect: string, step: number): Carries => ({
  dialect,
  node: 'proxy',
  step,
  ends: 'remote',
});
const phone = (dialect: string, step: number): Carries => ({
  ...proxy(dialect, step),
  node: 'alice',
});

const TABLE: Readonly<Record<string, Carries>> = {
  plain: { dialect: 'plain-concatenated', step: 0, ends: 'none', without: TIMELESS },
  sngrep: { dialect: 'sngrep', step: US, ends: 'both' },
  'asterisk-pjsip': { ...proxy('asterisk-pjsip', 0), without: TIMELESS },
  'asterisk-pjsip-file': proxy('asterisk-pjsip', S),
  'asterisk-chan_sip': { ...proxy('asterisk-chan_sip', 0), without: TIMELESS },
  'freeswitch-a': proxy('freeswitch', US),
  'freeswitch-c': proxy('freeswitch', US),
  'kamailio-sipdump': { ...proxy('kamailio-sipdump', US), ends: 'both' },
  'opensips-tracer': { ...proxy('opensips-tracer', S), ends: 'both' },
  sipp: { ...phone('sipp', US), ends: 'none' },
  // Neither tags nor Via nor agent nor Reason: who hung up, who answered and why stays open.
  'sipp-shortmsg': {
    ...phone('sipp-shortmsg', US),
    ends: 'none',
    startLineOnly: true,
    without: ['release', 'final', 'timing', 'confidence', 'findings'],
  },
  'ngrep-byline': { dialect: 'ngrep-byline', step: US, ends: 'both' },
  pjsip: phone('pjsip', MS),
  linphone: phone('linphone', MS),
  jssip: { ...phone('jssip', MS), ends: 'none' },
  sipjs: { ...phone('sipjs', S), ends: 'none' },
  'cisco-ios': { ...proxy('cisco-ios', MS), ends: 'none' },
  'cisco-cucm-sdl': proxy('cisco-cucm-sdl', MS),
  'audiocodes-syslog': proxy('audiocodes-syslog', MS),
  'oracle-acme-sipmsg': { ...proxy('oracle-acme-sipmsg', MS), ends: 'both' },
  'homer-json': { dialect: 'homer-json', step: US, ends: 'both' },
};

/** Whether the proxy sends a request in it: where it does not, nothing in its log tells its address. */
const TRACES: Readonly<Record<string, boolean>> = {
  'trying-downstream-silent-32s': true,
  'trying-then-408-32s': false,
  'trying-then-cancel-human-18s': false,
  'decline-human': true,
  '603plus-after-180': true,
  'healthy-proxied': true,
  'healthy-auth': true,
  'auth-chain-401-407': true,
};

const same = (a: Address, b: Address): boolean => a.address === b.address && a.port === b.port;

/** The trace as the log's host saw it, its times cut to what the log prints, over with the last message. */
function asSeen(trace: Trace, { node, step }: Carries): Trace {
  const host = node === undefined ? undefined : trace.hosts[node];
  const seen = only(
    trace,
    ({ label, from, to }) =>
      label !== 'clock' && (host === undefined || same(from, host) || same(to, host)),
  );
  const cut = (us: number): number => us - (us % Math.max(step, 1));
  return { ...seen, sightings: seen.sightings.map((one) => ({ ...one, time: cut(one.time) })) };
}

/** The messages of each call, and what was concluded from them. */
function comparable(report: Report, { step, startLineOnly, without }: Carries, ends: boolean) {
  const { calls, ...account } = accountOf(report, without);
  const text = JSON.stringify(calls);
  return {
    ...account,
    // Which address it was is told by the ends alone.
    calls: JSON.parse(ends ? text : text.replaceAll(/"node":"[^"]*"/g, '"node":""')) as unknown,
    messages: report.calls.map(({ messages = [] }) =>
      messages.map((message) => ({
        ...message,
        at: '',
        time: step === 0 ? '' : message.time?.slice('2026-03-02T'.length),
        ...(ends ? {} : { from: '', to: '', transport: '' }),
        ...(startLineOnly === true ? { sdp: undefined, reason: undefined } : {}),
      })),
    ),
  };
}

it('has a row for every dialect that can be written', () => {
  expect(Object.keys(TABLE).toSorted()).toEqual(DIALECTS.map(({ id }) => id).toSorted());
});

describe.each(Object.entries(TABLE))('%s', (id, carries) => {
  it.each(Object.entries(TRACES))('%s', (name, proxyAsks) => {
    const { trace } = named(name);
    const capture = analysed(toPcap(asSeen(trace, carries)), [], { messages: 'all' });
    const log = analysed(toText(trace, id, carries.node), [], { messages: 'all' });
    expect(log.sources[0]?.dialect).toBe(carries.dialect);
    expect(capture.calls.length).toBeGreaterThan(0);
    const remoteIsEnough = carries.node === 'alice' || proxyAsks;
    const ends = carries.ends === 'both' || (carries.ends === 'remote' && remoteIsEnough);
    expect(comparable(log, carries, ends)).toEqual(comparable(capture, carries, ends));
  });
});
