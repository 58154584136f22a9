import { describe, expect, it } from 'vitest';
import { BODY, INVITE, INVITE_LINE, OK, read } from './call.ts';

/** Bytes in rows of `width`, as ngrep fills a terminal. */
function wrapped(rows: readonly string[], width = 40): string[] {
  const text = rows.map((row) => `${row}..`).join('');
  return (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).map(
    (row) => `  ${row.padEnd(width)}`,
  );
}

const HEAD = 'U 2026/03/01 10:00:00.123456 192.0.2.1:5070 -> 198.51.100.2:5060 #1';

describe('ngrep-normal', () => {
  it.each([23, 40, 72, 200])('joins rows of %d characters', (width) => {
    const { messages, source, unread } = read([
      HEAD,
      ...wrapped(INVITE, width),
      '',
      'T 2026/03/01 10:00:00.456789 198.51.100.2:5060 -> 192.0.2.1:5070 [AP] #2',
      ...wrapped(OK, width),
    ]);
    expect(messages).toMatchObject([
      {
        line: 2,
        time: '2026-03-01T10:00:00.123Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5060',
        inferred: 0,
        transport: 'udp',
        startLine: INVITE_LINE,
        body: BODY,
      },
      {
        time: '2026-03-01T10:00:00.456Z',
        from: '198.51.100.2:5060',
        to: '192.0.2.1:5070',
        transport: 'tcp',
      },
    ]);
    expect(messages[0]?.text).toBe(`${INVITE.join('\r\n')}\r\n`);
    expect(messages[1]?.text).toBe(`${OK.join('\r\n')}\r\n`);
    expect(source).toMatchObject({ dialect: 'ngrep-normal', assumed: ['no-zone'] });
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('keeps dots that belong to a value, and reads through a prefix', () => {
    const rows = OK.map((row) => (row.startsWith('Call-ID') ? 'Call-ID: dots..' : row));
    const prefix = '<134>Mar  1 10:00:07 tap1 ngrep[812]: ';
    const { messages } = read([HEAD, ...wrapped(rows)].map((row) => `${prefix}${row}`));
    expect(messages[0]?.text).toBe(`${rows.join('\r\n')}\r\n`);
  });

  it('reads a packet on the row itself', () => {
    const { messages, source } = read([`${HEAD} ${INVITE.map((row) => `${row}..`).join('')}`]);
    expect(messages).toMatchObject([{ line: 1, from: '192.0.2.1:5070', inferred: 0, body: BODY }]);
    expect(source.dialect).toBe('ngrep-normal');
  });

  it('takes an indented message for none of its own', () => {
    expect(read(OK.map((row) => `  ${row}`)).source.dialect).toBe('plain-concatenated');
  });
});
