import { describe, expect, it } from 'vitest';
import { LENIENCY } from '../../src/sip/leniency.ts';
import { isEndless, StreamFramer } from '../../src/sip/stream-framer.ts';

const OPTIONS = [
  'OPTIONS sip:gw.example.com SIP/2.0',
  'Via: SIP/2.0/TCP 192.0.2.1;branch=z9hG4bK1',
  'From: <sip:a@example.com>;tag=1',
  'To: <sip:b@example.com>',
  'Call-ID: one',
  'CSeq: 1 OPTIONS',
  'Content-Length: 4',
  '',
  'body',
].join('\r\n');
const OK = OPTIONS.replace('OPTIONS sip:gw.example.com SIP/2.0', 'SIP/2.0 200 OK');

function framed(text: string, cut: number): { found: string[]; framer: StreamFramer } {
  const found: string[] = [];
  const framer = new StreamFramer((message) => found.push(`${message.startLine} ${message.body}`));
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += cut) {
    framer.push(bytes, at, Math.min(bytes.length, at + cut));
  }
  framer.gap();
  return { found, framer };
}

describe('a TCP stream', () => {
  it('gives the same messages wherever the segments end', () => {
    const text = `\r\n\r\n${OPTIONS}${OK}\r\n\r\n${OPTIONS}`;
    for (let cut = 1; cut <= text.length; cut += 1) {
      expect(framed(text, cut).found, `segments of ${cut} bytes`).toEqual([
        'OPTIONS sip:gw.example.com SIP/2.0 body',
        'SIP/2.0 200 OK body',
        'OPTIONS sip:gw.example.com SIP/2.0 body',
      ]);
    }
  });

  it('finds the next start line after bytes that are no SIP', () => {
    const { found, framer } = framed(`tail of a body that began earlier\r\nmore\r\n${OK}`, 7);
    expect(found).toEqual(['SIP/2.0 200 OK body']);
    expect(framer.strayBytes).toBe(41);
  });

  it('finds a start line right behind bytes that are no text', () => {
    const text = `\x01\x00\x7f\x02${OK}\x00\x00${OPTIONS}more\x03words\r\n${OK}`;
    for (const cut of [1, 5, text.length]) {
      const lines = framed(text, cut).found.map((line) => line.split(' ')[0]);
      expect(lines, `segments of ${cut} bytes`).toEqual(['SIP/2.0', 'OPTIONS', 'SIP/2.0']);
    }
  });

  it('reads the beginning of a head without end, and holds nothing against what it lacks', () => {
    const head = OPTIONS.replace(/CSeq.*$/s, 'X: y\r\n'.repeat(60_000));
    const bytes = new TextEncoder().encode(`${head}\r\n\r\n${OK}`);
    const found: [string, boolean][] = [];
    const framer = new StreamFramer((message) => {
      const { cutBySnapLength, noEmptyLine } = LENIENCY;
      const flags = message.leniency & (cutBySnapLength | noEmptyLine);
      found.push([message.startLine, flags === cutBySnapLength && isEndless(message)]);
    });
    for (let at = 0; at < bytes.length; at += 1400) {
      framer.push(bytes, at, Math.min(bytes.length, at + 1400));
    }
    expect(found).toEqual([
      ['OPTIONS sip:gw.example.com SIP/2.0', true],
      ['SIP/2.0 200 OK', false],
    ]);
    expect(framer.strayBytes).toBeGreaterThan(90_000);
  });

  describe.each(['4294967295', '300000'])('with a Content-Length of %s', (length) => {
    const hostile = OPTIONS.replace('Content-Length: 4', `Content-Length: ${length}`);

    it('goes on at the next start line, wherever the segments end', () => {
      const text = `${hostile}\r\nmore\r\n${OK}${OPTIONS}`;
      for (let cut = 1; cut <= text.length; cut += 1) {
        const lines = framed(text, cut).found.map((line) => line.split(' ')[0]);
        expect(lines, `segments of ${cut} bytes`).toEqual(['OPTIONS', 'SIP/2.0', 'OPTIONS']);
      }
    });

    it('takes what its segment has for the body', () => {
      const text = `${hostile}\r\nmore\r\n${OK}`;
      expect(framed(text, text.length).found[0]).toBe(
        'OPTIONS sip:gw.example.com SIP/2.0 body\r\nmore\r\n',
      );
      const apart = framed(`${hostile}${OK}`, hostile.length).found;
      expect(apart).toEqual(['OPTIONS sip:gw.example.com SIP/2.0 body', 'SIP/2.0 200 OK body']);
    });
  });

  it('believes a Content-Length of a large message', () => {
    const body = `SIP/2.0 200 OK\r\n${'x'.repeat(200_000)}`;
    const large = OPTIONS.replace('Content-Length: 4', `Content-Length: ${body.length}`);
    const text = `${large.slice(0, -4)}${body}${OK}`;
    expect(framed(text, 1000).found.map(({ length }) => length)).toEqual([
      'OPTIONS sip:gw.example.com SIP/2.0 '.length + body.length,
      'SIP/2.0 200 OK body'.length,
    ]);
  });

  it('takes time in proportion to its length, byte by byte', () => {
    const cost = (length: number): number => {
      const started = process.cpuUsage();
      framed(OPTIONS.replace('To:', `X: ${'x'.repeat(length)}\r\nTo:`), 1);
      return process.cpuUsage(started).user;
    };
    cost(20_000);
    expect(cost(200_000)).toBeLessThan(30 * cost(20_000) + 50_000);
  });

  it('does not take HTTP for SIP because it quotes a status line', () => {
    const { found } = framed(
      'SIP/2.0 200 ok\r\nHTTP/1.1 200 ok\r\nContent-Length: 3\r\n\r\nabc',
      9,
    );
    expect(found).toEqual([]);
  });

  it('hands on what it has of a message whose rest is missing', () => {
    const { found } = framed(OPTIONS.slice(0, -2), 50);
    expect(found).toEqual(['OPTIONS sip:gw.example.com SIP/2.0 bo']);
  });
});
