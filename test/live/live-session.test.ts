import { describe, expect, test } from 'vitest';
import type { WatchEvent } from '../../src/model/watch-event.ts';
import { DEFAULT_START, DIALECTS, toText } from '../../fixtures/dsl/index.ts';
import { concat } from '../network/packet-bytes.ts';
import { traceOf } from '../helpers/wire.ts';
import { Feed, records } from './feed.ts';

const STUCK = `alice -> proxy INVITE sip:+84901234567@example.com with sdp
+5ms proxy -> alice 100`;
const HEALTHY = `carol -> proxy INVITE sip:1002@example.com with sdp
  +5ms proxy -> carol 100
  +900ms proxy -> carol 180
  +1s proxy -> carol 200 with sdp
  carol -> proxy ACK
  +20s carol -> proxy BYE
  +5ms proxy -> carol 200`;
const brief = ({ event, id, pending, finding, call }: WatchEvent): string =>
  [event, id, pending ? 'pending' : 'over', finding?.rule ?? '-', call?.outcome].join(' ');
const rules = (events: readonly WatchEvent[]): (string | undefined)[] =>
  events.map(({ finding }) => finding?.rule);

describe('a set-up that stays at 100 Trying', () => {
  test('is told while it is stuck, once, although no packet comes any more', () => {
    const feed = new Feed();
    expect(feed.play(feed.open('live.pcap'), STUCK)).toEqual([]);
    // pdd.high is 11 s: not before.
    expect(feed.pass(10)).toEqual([]);
    const told = feed.pass(3);
    expect(told.map(brief)).toEqual(['finding w1 pending trying-capture-ended incomplete-pending']);
    expect(told[0]?.finding?.title).toMatch(/still waiting/);
    expect(told[0]?.finding?.evidence[0]).toMatchObject({ at: { source: 0, frame: 1 } });
    expect(told[0]?.sources).toEqual(['live.pcap']);
    expect(feed.pass(200)).toEqual([]);
    expect(feed.session.totals).toMatchObject({ told: 1, pending: 1, calls: 1 });
  });

  test('is updated once when it is declined, and once when it is answered after all', () => {
    for (const [code, outcome] of [
      ['603', 'declined-user'],
      ['200', 'answered'],
    ]) {
      const feed = new Feed();
      const source = feed.open('live.pcap');
      feed.play(source, `${STUCK}\n+60s proxy -> alice ${code}\nalice -> proxy ACK`);
      feed.pass(5);
      expect(feed.events.map(({ event, id }) => `${event} ${id}`)).toEqual([
        'finding w1',
        'update w1',
      ]);
      expect(feed.events[1]).toMatchObject({ pending: false, call: { outcome } });
      expect(feed.pass(300)).toEqual([]);
      expect(feed.session.totals).toMatchObject({ told: 1, pending: 0 });
    }
  });

  test('is told of two calls at once, each by its own number', () => {
    const feed = new Feed();
    feed.play(
      feed.open('live.pcap'),
      `call one {
         ${STUCK}
         +40s proxy -> alice 603
         alice -> proxy ACK
       }
       call two @1s {
         carol -> proxy INVITE sip:+84907654321@example.com
         +5ms proxy -> carol 100
       }`,
    );
    const [one, two] = feed.events.filter(({ event }) => event === 'finding');
    expect([one?.id, two?.id]).toEqual(['w1', 'w2']);
    const updates = feed.events.filter(({ event }) => event === 'update');
    expect(updates.map(({ id, call }) => `${id} ${call?.final?.code}`)).toEqual(['w1 603']);
  });

  test('keeps to what is asked for, and still tells what became of it', () => {
    const declined = `${STUCK}\n+60s proxy -> alice 603\nalice -> proxy ACK`;
    const other = new Feed({ only: ['ringing-forever'] });
    other.play(other.open('live.pcap'), declined);
    expect(other.events).toEqual([]);
    const asked = new Feed({ only: ['trying-*'], severity: 'error' });
    asked.play(asked.open('live.pcap'), declined);
    expect(asked.events.map(({ event }) => event)).toEqual(['finding', 'update']);
    // An error from the 32nd second on (Timer B).
    expect(asked.events[0]?.finding?.args['elapsedUs']).toBeGreaterThan(32e6);
  });
});

test('a healthy call says nothing, and is let go', () => {
  const feed = new Feed();
  feed.play(feed.open('live.pcap'), HEALTHY);
  expect(feed.session.totals.open).toBe(1);
  feed.pass(60);
  expect(feed.events).toEqual([]);
  expect(feed.session.totals).toMatchObject({ open: 0, calls: 1, messages: 7 });
});

test('what comes late to a call that was let go tells nothing', () => {
  const feed = new Feed();
  const source = feed.open('live.pcap');
  feed.play(source, HEALTHY);
  feed.pass(60);
  expect(feed.session.totals.open).toBe(0);
  // The BYE again and again, and nobody answers.
  const bye = records(HEALTHY).at(-2)?.bytes as Uint8Array;
  const view = new DataView(bye.buffer, bye.byteOffset);
  view.setUint32(0, view.getUint32(0, true) + 80, true);
  for (const wait of [0, 1, 1, 2, 4, 4, 4]) {
    view.setUint32(0, view.getUint32(0, true) + wait, true);
    source.push(bye);
    feed.pass(wait);
  }
  feed.pass(60);
  expect(feed.events).toEqual([]);
});

test('a registration that is refused again and again is told once', () => {
  const feed = new Feed();
  const tries = Array.from(
    { length: 5 },
    (_, at) => `call r${at} @${at * 60}s {
      alice -> proxy REGISTER sip:example.com
      +5ms proxy -> alice 403
    }`,
  );
  feed.play(feed.open('live.pcap'), tries.join('\n'));
  feed.pass(120);
  expect(rules(feed.events)).toEqual(['register-failed']);
  expect(feed.events[0]).toMatchObject({ conversation: { kind: 'registration' } });
  expect(feed.events[0]?.call).toBeUndefined();
});

describe('how far a source is known to have gone on', () => {
  test('an old file that is read at once goes by its own times', () => {
    const feed = new Feed();
    feed.now = DEFAULT_START + 86_400e6;
    const source = feed.open('old.pcap');
    source.push(concat(...records(STUCK).map(({ bytes }) => bytes)));
    expect(feed.pass(300)).toEqual([]);
  });

  test('… and tells of what was stuck in it', () => {
    const feed = new Feed();
    feed.now = DEFAULT_START + 86_400e6;
    const longer = feed.open('longer.pcap');
    longer.push(concat(...records(`${STUCK}\n@40s capture ends`).map(({ bytes }) => bytes)));
    expect(rules(feed.pass(1))).toEqual(['trying-capture-ended']);
  });

  test('a writer that holds packets back proves no silence', () => {
    const feed = new Feed();
    const source = feed.open('buffered.pcap');
    const [header, ...packets] = records(STUCK).map(({ bytes }) => bytes);
    const all = concat(header as Uint8Array, ...packets);
    // What fills whole blocks may go on in the buffer: here the file has grown to 4096 bytes with half a record at its end.
    const rest = records(`${STUCK}\n+1s proxy -> alice 180`).at(-1)?.bytes as Uint8Array;
    const noise = Array.from({ length: 20 }, () => packets[0] as Uint8Array);
    const long = concat(all, ...noise, rest).subarray(0, 4096);
    feed.now = DEFAULT_START + 10_000;
    source.push(long);
    expect(feed.pass(200)).toEqual([]);
  });

  test('after five minutes without a byte nothing more is proven', () => {
    const feed = new Feed({ thresholds: { 'pdd.high': 310 } });
    feed.play(feed.open('live.pcap'), STUCK);
    expect(feed.session.isSilent).toBe(false);
    expect(feed.pass(400)).toEqual([]);
    expect(feed.session.isSilent).toBe(true);
  });

  test('the clock of another machine may be wrong, when it goes on like ours', () => {
    const feed = new Feed();
    feed.now = DEFAULT_START + 7200e6;
    const source = feed.open('live.pcap');
    for (const { at, bytes } of records(
      `${STUCK}\n+2s carol -> bob OPTIONS\n+5ms bob -> carol 200`,
    )) {
      feed.now = Math.max(feed.now, at + 7200e6);
      source.push(bytes);
      feed.look();
    }
    expect(rules(feed.pass(20))).toEqual(['trying-capture-ended']);
  });
});

test('half a record at the end is waited for', () => {
  const feed = new Feed();
  const source = feed.open('live.pcap');
  const [header, invite, trying] = records(STUCK).map(({ bytes }) => bytes);
  feed.now = DEFAULT_START;
  source.push(header as Uint8Array);
  source.push((invite as Uint8Array).subarray(0, 100));
  feed.pass(1);
  expect(feed.session.totals.messages).toBe(0);
  source.push((invite as Uint8Array).subarray(100));
  source.push((trying as Uint8Array).subarray(0, 20));
  feed.pass(1);
  expect(feed.session.totals.messages).toBe(1);
  source.push((trying as Uint8Array).subarray(20));
  expect(rules(feed.pass(20))).toEqual(['trying-capture-ended']);
});

test('damage is passed over and counted', () => {
  const feed = new Feed();
  const source = feed.open('live.pcap');
  const all = records(`${STUCK}\n@5s bob -> carol OPTIONS\n+5ms carol -> bob 200`);
  feed.now = DEFAULT_START;
  for (const [index, { at, bytes }] of all.entries()) {
    feed.now = Math.max(feed.now, at);
    source.push(bytes);
    if (index === 2) source.push(new Uint8Array(300).fill(0xff));
    feed.look();
  }
  expect(rules(feed.pass(20))).toEqual(['trying-capture-ended']);
  expect(feed.session.totals.messages).toBe(4);
  expect([...feed.session.totals.unread.values()].some((count) => count > 0)).toBe(true);
});

test('a call goes on in the next file of the rotation', () => {
  const feed = new Feed();
  const all = records(
    `${STUCK}\n+20s proxy -> alice 180\n+1s proxy -> alice 486\nalice -> proxy ACK`,
  );
  const first = feed.open('ring-1.pcap');
  feed.now = DEFAULT_START;
  for (const { bytes } of all.slice(0, 3)) first.push(bytes);
  feed.pass(5);
  first.end();
  const second = feed.open('ring-2.pcap');
  second.push(all[0]?.bytes as Uint8Array);
  feed.pass(14);
  // The second file is empty so far: silence after the end of the first proves nothing.
  expect(feed.events).toEqual([]);
  for (const { at, bytes } of all.slice(3)) {
    feed.now = Math.max(feed.now, at);
    second.push(bytes);
    feed.look();
  }
  feed.pass(60);
  // It rang late, and that is told while it rings: nothing about being stuck.
  expect(rules(feed.events)[0]).toBe('pdd-slow');
  expect(feed.events.at(-1)).toMatchObject({ id: 'w1', call: { outcome: 'busy' } });
  expect(feed.session.totals).toMatchObject({ calls: 1, open: 0 });
});

/** Rows that tell no time: there is no measure for silence. */
const CLOCKLESS: readonly string[] = ['plain', 'asterisk-pjsip', 'asterisk-chan_sip'];

test.each(DIALECTS.map(({ id }) => id))('a log that grows line by line (%s)', (id) => {
  const feed = new Feed();
  const source = feed.open('sip.log');
  const grow = (flow: string): void => {
    for (const row of new TextDecoder().decode(toText(traceOf(flow), id)).split(/(?<=\n)/)) {
      source.push(new TextEncoder().encode(row));
      feed.now += 1000;
      feed.look();
    }
  };
  feed.now = DEFAULT_START;
  // Its clock may lack the year, the day or the zone: how it goes on is what tells that it is written now.
  grow('carol -> proxy OPTIONS\n+5ms proxy -> carol 200');
  feed.pass(3);
  grow(STUCK.replace('alice', '@3s alice'));
  expect(feed.pass(9)).toEqual([]);
  const told = feed.pass(20);
  expect(feed.session.totals.messages).toBe(4);
  if (CLOCKLESS.includes(id)) expect(told).toEqual([]);
  else {
    expect(told.map(brief)).toEqual(['finding w1 pending trying-capture-ended incomplete-pending']);
    expect(told[0]?.finding?.evidence[0]).toMatchObject({ at: { line: expect.any(Number) } });
  }
});
