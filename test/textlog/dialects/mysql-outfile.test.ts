import { describe, expect, it } from 'vitest';
import { BODY, INVITE, INVITE_LINE, OK, read } from './call.ts';

describe('mysql-outfile', () => {
  it('reads rows of the table, each line end escaped', () => {
    const text = INVITE.map((row) => row.replace('From: ', 'From: "A \\\\ B" ')).join('\r\\\n');
    const { messages, source, unread } = read([
      `17\t2026-03-01 10:00:00\te1@192.0.2.1\t\t${text}\r\\`,
      '\tINVITE\t\tudp:192.0.2.1:5070\tudp:198.51.100.2:5060\tin',
      `18\t2026-03-01 10:00:01\te1@192.0.2.1\t\t${OK.join('\r\\\n')}\tINVITE\t200\tudp:198.51.100.2:5060`,
    ]);
    expect(messages).toMatchObject([
      {
        line: 1,
        time: '2026-03-01T10:00:00.000Z',
        startLine: INVITE_LINE,
        body: BODY,
        inferred: 3,
      },
      { time: '2026-03-01T10:00:01.000Z', from: '198.51.100.2:5060', to: '192.0.2.1:5060' },
    ]);
    expect(messages[0]?.text).toContain('From: "A \\ B" <');
    expect(messages).toHaveLength(2);
    expect(source).toMatchObject({ dialect: 'mysql-outfile', wrappers: ['mysql-outfile'] });
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('takes a backslash within a row for no line end', () => {
    const { messages, source } = read(
      OK.map((row) => row.replace('<sip:200@192.0.2.1>', '"C:\\temp\\" <sip:200@192.0.2.1>')),
    );
    expect(messages[0]?.text).toContain('"C:\\temp\\" <');
    expect(source).toMatchObject({ dialect: 'plain-concatenated' });
    expect(source.wrappers).toBeUndefined();
  });
});
