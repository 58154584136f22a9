/** Rows of several messages mixed, as a log has them that many threads write to at once. */
import { describe, expect, it } from 'vitest';
import { BODY, INVITE, INVITE_LINE, OK, OK_LINE } from './dialects/call.ts';
import { readLog } from './read-log.ts';

type Dress = (row: string, thread: number) => string;

const syslog: Dress = (row, thread) => `Nov  3 10:15:42 pbx1 sipd[${thread}]: ${row}`;
const FORMS: Readonly<Record<string, Dress>> = {
  'syslog tags': syslog,
  'pids of other lengths': (row, thread) => syslog(row, thread * thread),
  'hosts of one syslog': (row, thread) => `Nov  3 10:15:42 pbx${thread} sipd[812]: ${row}`,
  'logcat tasks': (row, thread) => `11-03 10:15:42.123  2411  ${2500 + thread} D sip: ${row}`,
  'named threads': (row, thread) => `10:15:42.123 [thread-${thread}] ${row}`,
  'process and thread': (row, thread) => `2026-11-03 10:15:42.123 app[99:${thread}] ${row}`,
};

const dressed = (rows: readonly string[], thread: number, dress: Dress): string[] =>
  rows.map((row) => dress(row, thread));

/** One row of each in turn. */
function mixed(...logs: (readonly string[])[]): string {
  const longest = Math.max(...logs.map(({ length }) => length));
  const rows: string[] = [];
  for (let index = 0; index < longest; index += 1) {
    for (const log of logs) if (log[index] !== undefined) rows.push(log[index] as string);
  }
  return `${rows.join('\n')}\n`;
}

const seen = (log: string, step?: number) =>
  readLog(log, step === undefined ? {} : { step }).messages.map(({ startLine, body }) => [
    startLine,
    body,
  ]);

describe.each(Object.entries(FORMS))('messages mixed row by row, told apart by %s', (_, dress) => {
  it('are read each for itself', () => {
    const log = mixed(
      dressed(INVITE, 12, dress),
      dressed(OK, 15, dress),
      dressed(INVITE, 7, dress),
    );
    for (const step of [1, 1 << 20]) {
      const found = seen(log, step);
      expect(found).toHaveLength(3);
      expect(found.filter(([line, body]) => line === INVITE_LINE && body === BODY)).toHaveLength(2);
      expect(found).toContainEqual([OK_LINE, '']);
    }
  });

  it('keep the rows of other threads out of their header fields', () => {
    const noise = dressed(['one word', 'Note: not a field of this message', 'a=b', ''], 3, dress);
    const rows = dressed(INVITE, 4, dress);
    const log = [...rows.slice(0, 4), ...noise, ...rows.slice(4, 13), ...noise, ...rows.slice(13)];
    const { messages, unread } = readLog(`${log.join('\n')}\n`);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ startLine: INVITE_LINE, body: BODY });
    expect(messages[0]?.text).not.toMatch(/one word|Note/);
    expect(unread).toEqual({ 'text-not-sip': 8 });
  });
});

describe('threads', () => {
  it('have envelopes of their own', () => {
    const log = mixed(
      dressed(
        ['recv 500 bytes from udp/[192.0.2.1]:5060 at 10:00:00.100000:', ...INVITE],
        1,
        syslog,
      ),
      dressed(['send 254 bytes to udp/[192.0.2.7]:5070 at 10:00:00.200000:', ...OK], 2, syslog),
    );
    const { messages } = readLog(log);
    expect(messages.find(({ startLine }) => startLine === INVITE_LINE)?.from).toBe(
      '192.0.2.1:5060',
    );
    expect(messages.find(({ startLine }) => startLine === OK_LINE)?.to).toBe('192.0.2.7:5070');
  });

  it('are not waited for without end', () => {
    const rows = dressed(INVITE, 1, syslog);
    const others = Array.from({ length: 600 }, (_, n) => syslog('nothing', 1000 + n));
    const of = (count: number) =>
      readLog(`${[...rows.slice(0, 5), ...others.slice(0, count), ...rows.slice(5)].join('\n')}\n`);
    expect(of(500).messages).toMatchObject([{ body: BODY }]);
    const { messages, unread } = of(600);
    expect(messages).toMatchObject([{ startLine: INVITE_LINE, body: '' }]);
    expect(unread['text-message-cut']).toBe(1);
  });

  it('put no field of another thread into a message', () => {
    const rows = dressed(INVITE, 101, syslog);
    rows.splice(4, 0, syslog('Subject: of another thread', 102));
    const { messages } = readLog(`${rows.join('\n')}\n`);
    expect(messages).toMatchObject([{ startLine: INVITE_LINE, body: BODY }]);
    expect(messages[0]?.text).not.toContain('Subject');
  });

  it('leave an envelope to the thread that wrote it', () => {
    const { messages } = readLog(
      [
        syslog('<--- Received SIP request (500 bytes) from UDP:203.0.113.7:5060 --->', 101),
        ...dressed(OK, 102, syslog),
        ...dressed(INVITE, 101, syslog),
        '',
      ].join('\n'),
    );
    expect(messages.map(({ startLine, from }) => [startLine, from])).toEqual([
      [OK_LINE, ''],
      [INVITE_LINE, '203.0.113.7:5060'],
    ]);
  });

  it('do not divide a message whose rows are only numbered', () => {
    const log = INVITE.map((row, n) => `[${n}] 10:15:42 row ${n}: ${row}`).join('\n');
    expect(seen(`${log}\n`)).toEqual([[INVITE_LINE, BODY]]);
  });
});

describe('a message that was cut', () => {
  const log = (...parts: (readonly string[])[]): string => `${parts.flat().join('\n')}\n`;

  it.each([
    ['in its body', INVITE.slice(0, 13)],
    ['in its header', INVITE.slice(0, 5)],
  ])('%s is read as far as it goes, and counted', (_, rows) => {
    const { messages, unread } = readLog(log(rows, OK));
    expect(messages.map(({ startLine }) => startLine)).toEqual([INVITE_LINE, OK_LINE]);
    expect(unread['text-message-cut']).toBe(1);
  });

  it('is none when all of it is there', () => {
    expect(readLog(log(INVITE, OK)).unread['text-message-cut']).toBeUndefined();
  });
});

describe('numbered rows', () => {
  const row = (text: string, n: number): string =>
    `<134>1 2026-11-03T10:15:42.123Z pbx1 sipd 812 - [meta sequenceId="${n}"] ${text}`;
  const lost = (rows: readonly string[]) =>
    readLog(`${rows.join('\n')}\n`).unread['text-rows-lost'];

  it('show how many were lost', () => {
    const rows = INVITE.map((text, n) => row(text, n + 40));
    expect(lost(rows)).toBeUndefined();
    expect(lost(rows.filter((_, n) => n !== 5 && n !== 6 && n !== 9))).toBe(3);
  });

  it('do not when they only came late, or another sender counts anew', () => {
    const rows = INVITE.map((text, n) => row(text, n + 40));
    const [late = ''] = rows.splice(5, 1);
    rows.splice(8, 0, late);
    expect(lost(rows) ?? 0).toBe(0);
    const other = row('hello', 9).replace('pbx1', 'pbx2');
    expect(lost([...INVITE.map((text, n) => row(text, n + 40)), other])).toBeUndefined();
  });
});
