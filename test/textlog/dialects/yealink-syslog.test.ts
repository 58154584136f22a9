import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, OK_LINE, read } from './call.ts';

const printed = (second: number, rows: readonly string[]) =>
  rows.map((one) =>
    `<134>Mar  4 10:00:0${second} sua [1176]: DLG <6+info > [001] ${one}`.trimEnd(),
  );

describe('yealink-syslog', () => {
  it('knows the messages by the tag in front of their rows', () => {
    const { messages, source, unread } = read([...printed(1, INVITE), ...printed(2, OK)]);
    expect(messages).toMatchObject([
      {
        line: 1,
        time: '1970-03-04T10:00:01.000Z',
        from: '192.0.2.1:5060',
        to: '198.51.100.2:5060',
        inferred: 3,
        transport: 'udp',
        body: BODY,
      },
      { time: '1970-03-04T10:00:02.000Z', startLine: OK_LINE },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('yealink-syslog');
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('keeps the empty rows of a body', () => {
    const xml = ['<a>', '', '</a>'];
    const notify = [...OK.slice(0, -2), 'Content-Type: text/xml', 'Content-Length: 13', '', ...xml];
    const rows = notify.map((one) => `<134>Mar  4 10:00:01 sua [1176]: DLG <6+info > [001] ${one}`);
    expect(read(rows).messages).toMatchObject([{ body: '<a>\r\n\r\n</a>\r\n' }]);
  });

  it('recognises a log that begins inside a message', () => {
    const { messages, source } = read(printed(1, INVITE.slice(2)));
    expect(messages).toEqual([]);
    expect(source.dialect).toBe('yealink-syslog');
  });

  it('takes another process for no dialect of its own', () => {
    const { source } = read(
      OK.map((one) => `<134>Mar  4 10:00:01 app [1176]: DLG <6+info > [001] ${one}`),
    );
    expect(source.dialect).toBe('plain-concatenated');
  });
});
