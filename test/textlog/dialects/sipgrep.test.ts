import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

const dotted = (rows: readonly string[]): string[] => rows.map((row) => `${row}.`);

/** sipgrep prints ngrep's row, then the flags of TCP or nothing in a row of their own; it colours what it matched by. */
describe('sipgrep', () => {
  it("is read as ngrep's dialect", () => {
    const { messages, source } = read([
      '',
      'U 2026/03/01 10:00:00.123456 192.0.2.1:5070 -> 198.51.100.2:5060',
      '',
      ...dotted(INVITE.map((row) => row.replace('tag=f1', '\u001b[1m\u001b[34mtag=f1\u001b[0m'))),
      '',
      'T 2026/03/01 10:00:00.456789 198.51.100.2:5060 -> 192.0.2.1:5070',
      ' [AP]',
      ...dotted(OK),
      '',
      '-----------------------------------------------',
      'Dialog finished: [e1@192.0.2.1]',
    ]);
    expect(messages).toMatchObject([
      {
        time: '2026-03-01T10:00:00.123Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5060',
        inferred: 0,
        transport: 'udp',
        body: BODY,
        text: `${INVITE.join('\r\n')}\r\n`,
      },
      { from: '198.51.100.2:5060', to: '192.0.2.1:5070', transport: 'tcp' },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('ngrep-byline');
  });
});
