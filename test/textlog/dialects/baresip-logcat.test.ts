import { describe, expect, it } from 'vitest';
import { BODY, REQUEST, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

const row = (text: string): string => `03-01 10:15:42.900 18941 18976 D Baresip Lib: ${text}\n`;
/** As it comes through a pipe: in pieces of so many characters and a line end, each of them one or more rows. */
const pieces = (message: string, size: number): string =>
  (message.match(new RegExp(`[^]{1,${size}}\\n?`, 'g')) ?? [])
    .flatMap((piece) => piece.replace(/\n$/, '').split('\n'))
    .map(row)
    .join('');

const HEAD = `${row('10:15:42.417#')}${row('UDP 192.0.2.1:5080 -> 198.51.100.2:5070')}`;

describe('baresip-logcat', () => {
  it.each([1, 1 << 20])('puts rows together that were cut in a word, step %d', (step) => {
    const cut = REQUEST.replace('192.0.2.1:5080;', '192.0\u0000.2.1:5080;')
      .replace('s=x', 's\u0000=x')
      .replace('a=b', 'a=\u0000b')
      .split(/[\n\u0000]/)
      .slice(0, -1)
      .map(row)
      .join('');
    const log = `${HEAD}${cut}${row('ua: event (OPTIONS)')}`;
    const { messages, source, unread } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        line: 1,
        time: '1970-03-01T10:15:42.417Z',
        from: '192.0.2.1:5080',
        to: '198.51.100.2:5070',
        inferred: 0,
        transport: 'udp',
        startLine: 'OPTIONS sip:gw@198.51.100.2 SIP/2.0',
        text: expect.stringContaining(
          'Via: SIP/2.0/UDP 192.0.2.1:5080;branch=z9hG4bKa1\r\n',
        ) as string,
        body: BODY,
      },
    ]);
    expect(messages).toHaveLength(1);
    expect(source.dialect).toBe('baresip-logcat');
    expect(source.assumed).toEqual(expect.arrayContaining(['no-year', 'no-zone']));
    expect(unread).toEqual({ 'text-not-sip': 1 });
  });

  it.each([30, 47, 61, 100])('puts pieces of %d characters together', (size) => {
    const long = RESPONSE.replace('SIP/2.0 200 OK', 'SIP/2.0 401 Unauthorized by the registrar');
    const { messages } = readLog(`${HEAD}${pieces(long, size)}${HEAD}${pieces(RESPONSE, size)}`);
    expect(messages).toMatchObject([
      {
        startLine: 'SIP/2.0 401 Unauthorized by the registrar',
        text: long.replaceAll('\n', '\r\n'),
      },
      { ...RESPONSE_READ, text: RESPONSE.replaceAll('\n', '\r\n') },
    ]);
  });

  it('leaves the rows of other tags out', () => {
    const [start = '', ...rest] = RESPONSE.split('\n').slice(0, -1);
    const other = '03-01 10:15:42.901 18941 18941 D Baresip : Acquiring WiFi Lock\n';
    const log = `${HEAD}${row(start)}${other}${rest.map(row).join('')}`;
    expect(readLog(log).messages).toMatchObject([RESPONSE_READ]);
  });

  it('takes no other app for baresip', () => {
    const log = `${HEAD}${row('UDP 192.0.2.1:5080')}`.replaceAll('Baresip Lib', 'OtherApp');
    expect(readLog(log).messages).toEqual([]);
    const whole = `${HEAD}${RESPONSE.split('\n').map(row).join('')}`.replaceAll(
      'Baresip Lib',
      'Sipper',
    );
    expect(readLog(whole).source.dialect).not.toBe('baresip-logcat');
  });
});
