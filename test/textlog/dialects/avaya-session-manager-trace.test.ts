import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

const DASHES = '-'.repeat(20);

const envelope = (stamp: string, arrow: string, ...pairs: string[]) => [
  'com.avaya.asm  SIPMSGT ',
  DASHES,
  `${stamp} ${arrow} `,
  '\toctets: 450, Body Length: 109',
  ...pairs.map((pair) => `\t${pair}`),
  '\tSIPMsgContext: { id: 1 }',
  DASHES,
];

describe('avaya-session-manager-trace', () => {
  it('reads the connection that the message came in by or went out by', () => {
    const { messages, source } = read([
      ...envelope(
        '04/03/2026 10:00:00.123',
        '-->',
        'ingress: { L198.51.100.2:5061/R192.0.2.1:5070/TLS/0x1 }',
        'egress: {[NO TARGET]}',
      ),
      ...INVITE,
      DASHES,
      ...envelope(
        '04/03/2026 10:00:00.456',
        '<--',
        'ingress: {[NO TARGET]}',
        'egress: { L198.51.100.2:5061/R192.0.2.1:5070/TLS/0x1 }',
      ),
      ...OK,
      DASHES,
    ]);
    expect(messages).toMatchObject([
      {
        line: 9,
        time: '2026-03-04T10:00:00.123Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5061',
        inferred: 0,
        transport: 'tls',
        body: BODY,
      },
      {
        time: '2026-03-04T10:00:00.456Z',
        from: '198.51.100.2:5061',
        to: '192.0.2.1:5070',
        inferred: 0,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('avaya-session-manager-trace');
  });

  it('takes an arrow behind another date for no envelope', () => {
    const { source } = read(['2026/03/04 10:00:00.123 -->', ...OK]);
    expect(source.dialect).toBe('plain-concatenated');
  });
});
