/** A log and a capture of the same call in one run make one call, whatever the log's clock leaves out. */
import { describe, expect, it } from 'vitest';
import { flow, only, shift, toPcap, toText, type Trace } from '../../fixtures/dsl/index.ts';
import { alignClocks } from '../../src/call/align.ts';
import { Collector } from '../../src/call/collect.ts';
import type { Report } from '../../src/model/report.ts';
import { type Message, NOWHERE } from '../../src/sip/message.ts';
import { readMessage } from '../../src/sip/read.ts';
import { Session } from '../../src/session.ts';

/** Copies of the INVITE, three seconds of ringing, a call of twenty seconds: 10 messages. */
const TRACE = flow`
  alice = 192.0.2.10
  proxy = 198.51.100.1 server
  alice -> proxy INVITE with sdp
  retransmit x2 A
  +1600ms proxy -> alice 100
  +900ms proxy -> alice 180
  +3100ms proxy -> alice 200 with sdp
  +20ms alice -> proxy ACK
  +20s alice -> proxy BYE
  +30ms proxy -> alice 200
`;
const HOUR = 3_600_000_000;

function report(sources: readonly Uint8Array[], logZone?: string): Report {
  const session = new Session({
    language: 'en',
    thresholds: {},
    messages: 'all',
    ...(logZone === undefined ? {} : { logZone }),
  });
  for (const [index, bytes] of sources.entries()) {
    const source = session.open(`source ${index}`);
    source.push(bytes);
    source.end();
  }
  return session.report();
}

const account = ({ calls, totals }: Report) => ({
  duplicates: totals.duplicates,
  calls: calls.map(({ outcome, start, timing, findings }) => ({
    outcome,
    start,
    timing,
    findings: findings.length,
  })),
});
const log = (trace: Trace, dialect: string): Uint8Array => toText(trace, dialect, 'proxy');
const capture = toPcap(TRACE);
const alone = account(report([capture]));
const messages = TRACE.sightings.length;

describe.each([
  ['with all of it', 'kamailio-sipdump', []],
  ['in UTC, without saying so', 'sngrep', ['no-zone']],
  ['without a date', 'freeswitch-c', ['no-zone', 'date-from-sources', 'times-from-sources']],
  [
    'without a year, in whole seconds',
    'asterisk-pjsip-file',
    ['no-zone', 'date-from-sources', 'times-from-sources'],
  ],
  ['in whole seconds', 'opensips-tracer', ['no-zone', 'times-from-sources']],
  ['without any time', 'asterisk-pjsip', ['times-from-sources']],
])('a log %s (%s) and a capture', (_, dialect, assumed) => {
  const text = log(TRACE, dialect);

  it.each([
    ['the log first', [text, capture], 0],
    ['the capture first', [capture, text], 1],
  ])('are one call, %s', (_order, sources, index) => {
    const both = report(sources);
    expect(account(both)).toEqual({ ...alone, duplicates: messages });
    const own = both.sources[index];
    expect((own?.assumed ?? []).filter((one) => !one.startsWith('addresses-')).sort()).toEqual(
      [...assumed].sort(),
    );
    expect(own?.start?.slice(0, 19)).toBe('2026-03-02T09:00:00');
  });
});

describe('a log in local time', () => {
  const local = log(shift(TRACE, 7 * HOUR), 'sngrep');

  it('learns its zone from the capture', () => {
    const both = report([local, capture]);
    expect(account(both)).toEqual({ ...alone, duplicates: messages });
    expect(both.sources[0]?.assumed).toEqual(['zone-from-sources']);
  });

  it('is taken at its word when the zone was given', () => {
    const both = report([local, capture], 'UTC');
    expect(both.sources[0]?.start).toBe('2026-03-02T16:00:00.000000Z');
    expect(both.sources[0]?.assumed).toEqual(['zone-given']);
  });

  it('learns day and zone together', () => {
    const both = report([log(shift(TRACE, 7 * HOUR), 'freeswitch-c'), capture]);
    expect(account(both)).toEqual({ ...alone, duplicates: messages });
    expect(both.sources[0]?.assumed).toEqual(
      expect.arrayContaining(['date-from-sources', 'zone-from-sources']),
    );
  });
});

describe('a conversation whose times were moved', () => {
  it('ends where its last message is now', () => {
    const collector = new Collector();
    const add = (callId: string, source: number, time: number): void => {
      const text = `OPTIONS sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP c;branch=z9hG4bK${callId}\r\nCall-ID: ${callId}\r\nCSeq: 1 OPTIONS\r\n\r\n`;
      const bytes = new TextEncoder().encode(text);
      const message = readMessage(bytes, 0, bytes.length) as Message;
      collector.add(Object.assign(message, { source, time, sender: NOWHERE, receiver: NOWHERE }));
    };
    const day = 86_400_000_000;
    add('both', 0, 1000 * day + 5);
    add('both', 1, 5);
    add('log alone', 1, 77);
    const doubt = { day: true, zone: false, start: false, coarse: false };
    const found = alignClocks(collector, new Map([[1, doubt]]));
    expect(found.get(1)).toEqual({
      shift: 1000 * day,
      adopted: 0,
      first: 1000 * day + 5,
      last: 1000 * day + 77,
    });
    expect(collector.conversations.get('log alone')?.lastTime).toBe(1000 * day + 77);
  });
});

describe('what the capture has not got', () => {
  it('is moved by the same days', () => {
    const end = TRACE.sightings.at(-2)?.time ?? 0;
    const part = toPcap(only(TRACE, ({ time }) => time < end));
    const both = report([log(TRACE, 'freeswitch-c'), part]);
    expect(account(both).calls).toEqual(alone.calls);
    expect(both.totals.duplicates).toBe(messages - 2);
  });

  it('leaves a log without a shared call where it is', () => {
    const other = flow`
      carol = 192.0.2.99
      proxy = 198.51.100.1 server
      carol -> proxy OPTIONS
      +5ms proxy -> carol 200
    `;
    const both = report([log(other, 'freeswitch-c'), capture]);
    expect(both.sources[0]?.assumed).toContain('no-date');
    expect(both.sources[0]?.start?.slice(0, 4)).toBe('1970');
    // What is covered is what is known.
    expect([both.start, both.end]).toEqual([both.sources[1]?.start, both.sources[1]?.end]);
    expect(report([log(other, 'freeswitch-c')]).start?.slice(0, 4)).toBe('1970');
    expect(account(both).calls).toEqual(alone.calls);
  });
});
