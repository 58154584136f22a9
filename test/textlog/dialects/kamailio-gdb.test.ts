import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

const quoted = (rows: readonly string[]): string =>
  rows.map((row) => `${row.replaceAll('"', '\\"')}\\r\\n`).join('');

describe('kamailio-gdb', () => {
  it('reads a string that the terminal has broken', () => {
    const rows = INVITE.map((row) => row.replace('From: ', 'From: "A \\\\ B" '));
    const text = quoted(rows);
    const { messages, source, unread } = read([
      '#1  0x000000000042 in receive_msg () at core/receive.c:331',
      `          buf = 0xa6d1a0 <buf.6868> "${text.slice(0, 300)}`,
      `${text.slice(300)}", `,
      '          len = 500',
    ]);
    expect(messages).toMatchObject([{ line: 2, time: '', inferred: 3, body: BODY }]);
    expect(messages[0]?.text).toContain('From: "A \\ B" <sip:200@192.0.2.1>;tag=f1\r\n');
    expect(source.dialect).toBe('kamailio-gdb');
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('takes a string without a pointer for none of its own', () => {
    const { messages, source } = read([`reply = "${quoted(OK)}"`]);
    expect(messages).toHaveLength(1);
    expect(source.dialect).not.toBe('kamailio-gdb');
  });
});
