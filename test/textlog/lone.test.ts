import { describe, expect, it } from 'vitest';
import { readLog } from './read-log.ts';

const REST = [
  'Via: SIP/7.0/UDP pbx.example.com;branch=z9hG4bKlone',
  'From: <sip:a@example.com>;tag=1',
  'To: <sip:b@example.com>',
  'Call-ID: lone@example.com',
  'CSeq: 7 OPTIONS',
  '',
  '',
];

describe('a file that is one odd message', () => {
  it.each([
    'OPTIONS sip:b@example.com SIP/7.0',
    'OPT%49ONS sip:b@example.com SIP/2.0',
    'OPTIONS sip:b@example.com; lr SIP/2.0',
    'OPTIONS sip:b@example.com',
  ])('is read: %s', (startLine) => {
    const { messages } = readLog([startLine, ...REST].join('\r\n'));
    expect(messages.map(({ line, startLine: first }) => [line, first])).toEqual([[1, startLine]]);
  });

  it('is none behind other text', () => {
    const text = ['notes of today', 'OPTIONS sip:b@example.com SIP/7.0', ...REST].join('\n');
    expect(readLog(text).messages).toEqual([]);
  });

  it('is none without a field of its own', () => {
    const { messages } = readLog('OPTIONS sip:b@example.com SIP/7.0\nis what we shall send next\n');
    expect(messages).toEqual([]);
  });
});
