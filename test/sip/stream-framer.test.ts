import { describe, expect, it } from 'vitest';
import { StreamFramer } from '../../src/sip/stream-framer.ts';

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
