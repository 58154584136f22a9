/** The end of the host that keeps the log, which most logs never name. */
import { describe, expect, it } from 'vitest';
import { readLog } from './read-log.ts';

const received = (message: string): string =>
  `<--- Received SIP request (300 bytes) from UDP:192.0.2.10:5060 --->\n${message}\n`;
const sent = (message: string, to: string): string =>
  `<--- Transmitting SIP request (300 bytes) to UDP:${to} --->\n${message}\n`;

const request = (uri: string, number: number, via = '192.0.2.10', more = ''): string =>
  `OPTIONS ${uri} SIP/2.0
Via: SIP/2.0/UDP ${via}:5060;branch=z9hG4bK${via}-${number}
${more}From: <sip:1001@example.com>;tag=1
To: <sip:1002@example.com>
Call-ID: ${number}@${via}
CSeq: ${number} OPTIONS
Content-Length: 0

`;

const ends = (log: string): string[] =>
  readLog(log).messages.map(({ from, to, inferred }) => `${from} -> ${to} ${inferred}`);

describe("the host's own end", () => {
  it('is what the host writes into Via, also for the requests that came before', () => {
    const log =
      received(request('sip:1002@example.com', 1)) +
      received(request('sip:1002@example.com', 2)) +
      sent(request('sip:1002@192.0.2.20', 3, '198.51.100.1'), '192.0.2.20:5060') +
      received(request('sip:1002@example.com', 4));
    expect(ends(log)).toEqual([
      '192.0.2.10:5060 -> 198.51.100.1:5060 2',
      '192.0.2.10:5060 -> 198.51.100.1:5060 2',
      '198.51.100.1:5060 -> 192.0.2.20:5060 1',
      '192.0.2.10:5060 -> 198.51.100.1:5060 2',
    ]);
  });

  it('is the address that a request was sent to, its first Route before its URI', () => {
    const route = 'Route: <sip:198.51.100.1;lr>\n';
    const log =
      received(request('sip:1002@192.0.2.20', 1, '192.0.2.10', route)) +
      received(request('sip:1002@example.com', 2));
    expect(ends(log)).toEqual([
      '192.0.2.10:5060 -> 198.51.100.1:5060 2',
      '192.0.2.10:5060 -> 198.51.100.1:5060 2',
    ]);
  });

  it('is a name when nothing ever tells the address; nothing is lost, nothing changes places', () => {
    const numbers = Array.from({ length: 150 }, (_, at) => at + 1);
    const log = numbers.map((n) => received(request('sip:1002@example.com', n))).join('');
    const { messages } = readLog(log, { step: 333 });
    expect(messages.map(({ text }) => Number(/^CSeq: (\d+)/m.exec(text)?.[1]))).toEqual(numbers);
    expect(new Set(messages.map(({ to }) => to))).toEqual(new Set(['example.com:5060']));
    expect(messages.every(({ inferred }) => inferred === 2)).toBe(true);
  });

  it('keeps the order of a log that tells of some messages only who sent them', () => {
    const log =
      received(request('sip:1002@example.com', 1)) +
      `---\n${request('sip:1002@192.0.2.20', 2, '192.0.2.30')}` +
      received(request('sip:1002@example.com', 3));
    expect(readLog(log).messages.map(({ line }) => line)).toEqual([2, 12, 21]);
  });
});
