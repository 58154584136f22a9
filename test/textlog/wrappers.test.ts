/** The same log in everything that people's tools put around logs. */
import { describe, expect, it } from 'vitest';
import { COATS } from './coats.ts';
import { BODY, INVITE, OK } from './dialects/call.ts';
import { readLog } from './read-log.ts';

const INVITE_BYTES = INVITE.join('\r\n').length + 2;
const LOG = [
  `<--- Received SIP request (${INVITE_BYTES} bytes) from UDP:192.0.2.1:5060 --->`,
  ...INVITE.map((row) => `${row}\r`),
  '',
  `<--- Transmitting SIP response (254 bytes) to UDP:192.0.2.1:5060 --->`,
  ...OK.map((row) => `${row}\r`),
  '',
].join('\n');

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe.each(Object.entries(COATS))('a log in %s', (_, dress) => {
  const log = bytes(dress(LOG));

  it('has the same two messages', () => {
    const { messages } = readLog(log);
    expect(messages.map(({ startLine, body }) => [startLine, body])).toEqual([
      ['INVITE sip:100@198.51.100.2 SIP/2.0', BODY],
      ['SIP/2.0 200 OK', ''],
    ]);
    expect(messages).toMatchObject([
      { from: '192.0.2.1:5060', transport: 'udp', inferred: 2 },
      { to: '192.0.2.1:5060', transport: 'udp', inferred: 1 },
    ]);
    for (const { text } of messages) expect(text).not.toMatch(/\u001b|\\r|#01|\^M|<01/);
  });

  it('is read alike at every size of chunk', () => {
    const whole = readLog(log);
    for (const step of [1, 2, 3, 61]) expect(readLog(log, { step })).toEqual(whole);
  });
});

describe('a wrapper', () => {
  it('tells the time that the log itself does not', () => {
    const times = (name: string): string[] =>
      readLog(bytes((COATS[name] as (log: string) => string)(LOG))).messages.map(
        ({ time }) => time,
      );
    expect(times('nothing')).toEqual(['', '']);
    expect(times('syslog, RFC 5424')[0]).toBe('2026-11-03T10:15:10.123Z');
    expect(times('docker JSON')[0]).toBe('2026-11-03T10:15:42.123Z');
    expect(times('docker JSON with a space behind each colon')).toEqual(times('docker JSON'));
    expect(times('journald JSON, record by record')[0]).toBe('2026-11-03T10:15:42.123Z');
    expect(times('kubernetes CRI')[0]).toBe('2026-11-03T10:15:42.123Z');
  });

  it('tells the year and the zone that a stamp of the log lacks', () => {
    const dated = LOG.replace(/^<---/gm, '[Nov  3 11:15:42.005] VERBOSE[2411]: <---');
    const { messages, source } = readLog(
      bytes((COATS['docker JSON'] as (log: string) => string)(dated)),
    );
    expect(messages[0]?.time).toBe('2026-11-03T10:15:42.005Z');
    expect(source.assumed).toEqual(['addresses-inferred']);
  });

  it('whose row holds a message is understood, whatever else is in it', () => {
    const dress = COATS['syslog with #012'] as (log: string) => string;
    const { lines, linesExplained, unread } = readLog(
      bytes(dress(`some note\n${LOG}`.replaceAll('<--- ', 'note\n<--- '))),
    );
    expect([lines, linesExplained, unread]).toEqual([3, 2, { 'text-not-sip': 1 }]);
  });

  it('is named by the source', () => {
    const met = (name: string) =>
      readLog(bytes((COATS[name] as (log: string) => string)(LOG))).source.wrappers;
    expect(met('nothing')).toBeUndefined();
    expect(met('UTF-16, big end first')).toEqual(['utf-16be']);
    expect(met('docker JSON of syslog rows')).toEqual(['json-rows']);
    expect(met('colours')).toEqual(['ansi']);
  });

  it('that cut a message short among its fields does so aloud', () => {
    const whole = bytes((COATS['syslog with #015#012'] as (log: string) => string)(LOG));
    const short = Buffer.from(whole)
      .toString('latin1')
      .replace(/Content-Type: [^\n]*/, '');
    const { messages, unread } = readLog(bytes(short.replace(/Max-Forwards[^\n]*/, 'Max-For')));
    expect(messages).toHaveLength(2);
    expect(unread).toEqual({ 'text-message-cut': 1 });
    expect(readLog(whole).unread).toEqual({});
  });

  it('leaves characters beyond ASCII as they were', () => {
    const name = 'Nguyễn 🙂';
    const text = LOG.replace('<sip:200@', `"${Buffer.from(name).toString('latin1')}" <sip:200@`);
    const plain = readLog(bytes(text)).messages[0]?.text ?? '';
    expect(plain).toContain(name);
    const units = Buffer.from(`\ufeff${Buffer.from(text, 'latin1').toString('utf8')}`, 'utf16le');
    for (const step of [1, 1 << 20]) expect(readLog(units, { step }).messages[0]?.text).toBe(plain);
  });
});

describe('a page of a web interface', () => {
  const escaped = (row: string): string =>
    row.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const page = (rows: readonly string[]): string =>
    `<pre>${rows.map(escaped).join('\n')}\n</pre>\n`;

  it('has its entities undone', () => {
    const { messages, source } = readLog(page(INVITE));
    expect(messages[0]?.text).toContain('From: <sip:200@192.0.2.1>;tag=f1\r\n');
    expect(messages).toMatchObject([{ body: BODY }]);
    expect(source.wrappers).toEqual(['html-entities']);
  });

  it.each([
    ['behind each row', '<br>\n'],
    ['behind each row, closed', '<br />\n'],
    ['alone', '<br>'],
  ])('has its line ends undone, %s', (_, end) => {
    const head = '<--- Received SIP request (9 bytes) from UDP:192.0.2.1:5060 --->';
    const bars = `<html><body>${end}`;
    const rows = [head, ...INVITE, '', head.replace('request', 'response'), ...OK];
    const { messages, source } = readLog(bars + rows.map((row) => escaped(row) + end).join(''));
    expect(messages).toMatchObject([{ body: BODY }, { startLine: OK[0], body: '' }]);
    expect(messages[0]?.text).toContain('Call-ID: e1@192.0.2.1\r\n');
    expect(source.wrappers).toContain('html-breaks');
    if (end.includes('\n')) expect(source.dialect).toBe('asterisk-pjsip');
  });

  it('leaves the line ends of a page in a body alone', () => {
    const note = 'one<br>two<br>';
    const rows = [...OK.slice(0, -2), 'Content-Type: text/html', `Content-Length: ${note.length}`];
    expect(readLog([...rows, '', note].join('\n')).messages).toMatchObject([{ body: note }]);
  });

  it('is none where a message has entities of its own', () => {
    const note = '<note>a &lt; b</note>';
    const rows = [...OK.slice(0, -2), 'Content-Type: text/xml', `Content-Length: ${note.length}`];
    const { messages, source } = readLog([...rows, '', note].join('\n'));
    expect(messages).toMatchObject([{ body: note }]);
    expect(source.wrappers).toBeUndefined();
  });
});

describe('pipes', () => {
  it('are no line ends in a row that only quotes a message', () => {
    const { messages } = readLog('10:00:00|got INVITE sip:a@b SIP/2.0 twice|CSeq: 1|done\n');
    expect(messages).toEqual([]);
  });
});

describe('base64', () => {
  const coded = (text: string): string =>
    Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\n');

  it('is told where nothing else is found', () => {
    const mail = `From: a@example.com\nContent-Transfer-Encoding: base64\n\n${coded(LOG)}\n`;
    const { unread } = readLog(mail);
    const rows = coded(LOG).split('\n').length - 1;
    expect(unread).toEqual({ 'text-base64': rows, 'text-not-sip': 4 });
  });

  it.each([
    ['a few rows of it', coded('a key of some kind\u0001\u0002'.repeat(9))],
    ['hexadecimal digits', `${'0123456789abcdef'.repeat(4)}\n`.repeat(20)],
    ['beside messages', `${coded(LOG)}\n${LOG}`],
  ])('is not told of %s', (_, text) => {
    expect(readLog(text).unread['text-base64']).toBeUndefined();
  });
});
