import { expect, it } from 'vitest';
import { readLog } from './read-log.ts';

it('takes a field with a very long name for one, not for the rest of the row before', () => {
  const name = `Unknown-${'Long'.repeat(20)}-Name`;
  const { messages } = readLog(
    [
      'OPTIONS sip:b@example.com SIP/2.0',
      'Via: SIP/2.0/UDP pbx.example.com;branch=z9hG4bKlong',
      'CSeq: 7 OPTIONS',
      `${name}: value`,
      'From: <sip:a@example.com>;tag=1',
      'To: <sip:b@example.com>',
      'Call-ID: long@example.com',
      '',
      '',
    ].join('\r\n'),
  );
  expect(messages.map(({ text }) => text.split('\r\n').slice(2, 4))).toEqual([
    ['CSeq: 7 OPTIONS', `${name}: value`],
  ]);
});
