/** Logs of no known dialect: what the rows around a message say of its ends and its time. */
import { describe, expect, it } from 'vitest';
import { INVITE, OK, read } from './dialects/call.ts';

const A = '192.0.2.1:5060';
const B = '203.0.113.9:5062';

const ends = (rows: readonly string[]): string[] =>
  read(rows).messages.map(({ from, to, inferred }) => `${from} -> ${to} ${inferred}`);

describe('the ends of a message', () => {
  it.each([
    ['in the row above', [`10:00:00 ${A} -> ${B}`], [`10:00:01 ${B} -> ${A}`]],
    ['above an empty row and a line', [`src=${A} dst=${B}`, '', '---'], [`src=${B} dst=${A}`, '']],
    ['with their verbs', [`received from ${A} on ${B}`], [`sent to ${A} via ${B}`]],
  ])('are named %s', (_, first, second) => {
    const { messages, source } = read([...first, ...INVITE, '', ...second, ...OK]);
    expect(messages).toMatchObject([
      { from: A, to: B, inferred: 0 },
      { from: B, to: A, inferred: 0 },
    ]);
    expect(source.assumed).not.toContain('addresses-inferred');
  });

  it('are named in front of the start line', () => {
    const [line = '', ...rest] = INVITE;
    expect(ends([`Mar  1 10:00:00 proxy1: INFO: [${A}>${B}] msg: ${line}`, ...rest])).toEqual([
      `${A} -> ${B} 0`,
    ]);
  });

  it('are told by IPv6, and the transport beside them', () => {
    const { messages } = read(['TLS [2001:db8::1]:5061 -> [2001:db8::2]:5061', ...INVITE]);
    expect(messages).toMatchObject([
      { from: '2001:db8::1:5061', to: '2001:db8::2:5061', transport: 'tls', inferred: 0 },
    ]);
  });

  it('are inferred where only the other one is named', () => {
    const { messages, source } = read([
      `received from ${A}:`,
      ...INVITE,
      '',
      `sent to ${A}:`,
      ...OK,
    ]);
    expect(messages).toMatchObject([
      { from: A, to: '198.51.100.2:5060', inferred: 2 },
      { from: '198.51.100.2:5060', to: A, inferred: 1 },
    ]);
    expect(source.assumed).toContain('addresses-inferred');
  });

  it('are not those of the message before', () => {
    expect(ends([`${A} -> ${B}`, ...INVITE, '', ...OK, '---', ...INVITE])).toEqual([
      `${A} -> ${B} 0`,
      `${B} -> ${A} 3`,
      '192.0.2.1:5060 -> 198.51.100.2:5060 3',
    ]);
  });

  it.each([
    ['a sentence', `Failover from ${A} to ${B} before this call`],
    ['a row between that tells of something else', 'and then nothing was heard for a long time'],
    ['what the message contradicts', `${B} -> ${A}`],
  ])('are not taken from %s', (_, row) => {
    const above = row.includes(A) ? [row] : [`${A} -> ${B}`, row];
    expect(ends([...above, ...INVITE])).toEqual(['192.0.2.1:5060 -> 198.51.100.2:5060 3']);
  });

  it('stand side by side in a table, whichever comes first', () => {
    const field = (rows: readonly string[]): string => `"${rows.join('\n')}\n"`;
    expect(ends([`1;${A};${B};${field(INVITE)}`, `2;${B};${A};${field(OK)}`])).toEqual([
      `${A} -> ${B} 0`,
      `${B} -> ${A} 0`,
    ]);
    expect(ends([`1;${B};${A};${field(INVITE)}`])).toEqual([
      '192.0.2.1:5060 -> 198.51.100.2:5060 3',
    ]);
  });
});

describe('the time of a message', () => {
  it('is that of the last row above that has one', () => {
    const { messages } = read([
      '[SIP-Packet] 2026/03/01 10:00:00,250',
      `Sending datagram (651 Bytes) from ${A} to ${B}, Tag 0 (UDP):`,
      ...INVITE,
    ]);
    expect(messages).toMatchObject([{ time: '2026-03-01T10:00:00.250Z', from: A, to: B }]);
  });

  it('is not that of a row far above', () => {
    const rows = ['2026-03-01 10:00:00', 'one', 'two', 'three', 'four'];
    expect(read([...rows, ...INVITE]).messages).toMatchObject([{ time: '' }]);
  });

  it('is told to be shared where several messages have that of one row', () => {
    const row = '2026-03-01 10:00:00 debugging begins';
    const once = read([row, ...INVITE, '', '2026-03-01 10:00:01 more', ...OK]);
    expect(once.source.assumed).not.toContain('time-from-row-above');
    const { messages, source } = read([row, ...INVITE, '', ...OK]);
    expect(messages[1]).toMatchObject({ time: '2026-03-01T10:00:00.000Z' });
    expect(source.assumed).toContain('time-from-row-above');
  });

  it('is not that of the banner of a terminal', () => {
    const banner = '=~=~=~=~=~=~=~=~=~=~=~= PuTTY log 2026.03.01 10:00:00 =~=~=~=~=~=~=~=~=~=~=~=';
    expect(read([banner, ...INVITE, '', ...OK]).messages).toMatchObject([
      { time: '' },
      { time: '' },
    ]);
  });

  it.each([
    ['Mar 1, 2026 @ 10:00:00.250', '2026-03-01T10:00:00.250Z'],
    ['01.03.26 10:00:00.250', '2026-03-01T10:00:00.250Z'],
    // No such day: only the time counts.
    ['41.03.26 10:00:00.250', '1970-01-01T10:00:00.250Z'],
  ])('%s', (stamp, time) => {
    expect(read([stamp, ...INVITE]).messages).toMatchObject([{ time }]);
  });
});
