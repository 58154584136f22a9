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

  it('reads rows of hex, which go on across chunks and change sides', () => {
    const offsets = [0, 0];
    const dump = (text: string, node: number): string[] => {
      const bytes = [...Buffer.from(text, 'latin1')];
      const rows: string[] = [];
      for (let at = 0; at < bytes.length; at += 16) {
        const part = bytes.slice(at, at + 16);
        const hex = part.map((byte) => byte.toString(16).padStart(2, '0'));
        const columns = `${hex.slice(0, 8).join(' ')}  ${hex.slice(8).join(' ')}`.padEnd(48);
        const offset = ((offsets[node] as number) + at).toString(16).toUpperCase().padStart(8, '0');
        const shown = text.slice(at, at + 16).replace(/[^ -~]/g, '.');
        rows.push(`${node === 1 ? '\t' : ''}${offset}  ${columns}  ${shown}`);
      }
      offsets[node] = (offsets[node] as number) + bytes.length;
      return rows;
    };
    const text = wire(INVITE);
    const { messages, source } = read([
      ...HEAD.map((row) => row.replace('tcp,ascii', 'tcp,hex')),
      ...dump(text.slice(0, 101), 0),
      ...dump(text.slice(101), 0),
      ...dump(wire(OK), 1),
      ...dump(wire(OK), 1),
      ...dump(text, 0),
      RULER,
    ]);
    const a = '192.0.2.1:5070';
    const b = '198.51.100.2:5060';
    expect(messages).toMatchObject([
      { from: a, to: b, inferred: 0, transport: 'tcp', text },
      { from: b, to: a, inferred: 0, text: wire(OK) },
      { from: b, to: a, inferred: 0, text: wire(OK) },
      { from: a, to: b, inferred: 0, text },
    ]);
    expect(source).toMatchObject({ dialect: 'wireshark-follow' });
  });
});
