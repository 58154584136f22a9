import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

const RULER = '='.repeat(67);
const HEAD = [
  '',
  RULER,
  'Follow: tcp,ascii',
  'Filter: tcp.stream eq 0',
  'Node 0: 192.0.2.1:5070',
  'Node 1: 198.51.100.2:5060',
];
const wire = (rows: readonly string[]): string => rows.map((row) => `${row}\r\n`).join('');
/** One chunk as rows; what is printed behind it is a line end of its own. */
const chunk = (text: string, tab = ''): string[] => [`${tab}${text.length}`, ...text.split('\n')];

describe('wireshark-follow', () => {
  it('reads who sent what; a segment may end in the middle of a row', () => {
    const text = wire(INVITE);
    const { messages, source, unread } = read([
      ...HEAD,
      ...chunk(text.slice(0, 100)),
      ...chunk(text.slice(100)),
      ...chunk(wire(OK), '\t'),
      ...chunk(wire(OK), '\t'),
      RULER,
      ...OK,
    ]);
    expect(messages.slice(0, 3)).toMatchObject([
      {
        line: 8,
        time: '',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5060',
        inferred: 0,
        transport: 'tcp',
        body: BODY,
        text,
      },
      { from: '198.51.100.2:5060', to: '192.0.2.1:5070', inferred: 0, text: wire(OK) },
      { from: '198.51.100.2:5060', inferred: 0 },
    ]);
    // What stands behind the ruler is no part of it.
    expect(messages).toHaveLength(4);
    expect(source.dialects).toEqual({ 'wireshark-follow': 3, 'plain-concatenated': 1 });
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('takes a number in a body for no length, and joins no message to a body without a line end', () => {
    const message = INVITE.slice(0, 8);
    const text = `${wire([...message, 'Content-Type: text/plain', 'Content-Length: 6', ''])}12\r\n42`;
    const { messages } = read([...HEAD, ...chunk(text), ...chunk(wire(OK)), RULER]);
    expect(messages.map(({ body }) => body)).toEqual(['12\r\n42', '']);
  });

  it('takes a heading of another kind for no session', () => {
    const { source } = read(['Follow: the instructions', 'Node 0: 192.0.2.1:5070', ...OK]);
    expect(source.dialect).toBe('plain-concatenated');
  });
});
