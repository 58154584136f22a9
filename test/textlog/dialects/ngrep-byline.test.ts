import { describe, expect, it } from 'vitest';
import { REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

const dots = (message: string): string => message.replaceAll('\n', '.\n');
const READ = {
  ...REQUEST_READ,
  from: '192.0.2.1:5080',
  to: '198.51.100.2:5060',
  inferred: 0,
  transport: 'udp',
};

describe('ngrep-byline', () => {
  it.each([1, 1 << 20])('reads a dot for each CR, step %d', (step) => {
    const log = `
U 2026/03/01 10:15:42.417383 192.0.2.1:5080 -> 198.51.100.2:5060 #4
${dots(REQUEST)}
###
T 2026/03/01 10:15:42.500000 2001:db8::2:5060 -> 2001:db8::1:5080 [AP] #8
${dots(RESPONSE)}
`;
    const { messages, source } = readLog(log, { step });
    expect(messages).toMatchObject([
      { ...READ, line: 3, time: '2026-03-01T10:15:42.417Z' },
      {
        ...RESPONSE_READ,
        time: '2026-03-01T10:15:42.500Z',
        from: '2001:db8::2:5060',
        to: '2001:db8::1:5080',
        transport: 'tcp',
      },
    ]);
    expect(source).toMatchObject({ dialect: 'ngrep-byline', assumed: ['no-zone'] });
  });

  it('reads what was printed without dots and without a time', () => {
    const { messages, source } = readLog(`U 192.0.2.1:5080 -> 198.51.100.2:5060\n${REQUEST}\n`);
    expect(messages).toMatchObject([{ ...READ, time: '' }]);
    expect(source.assumed).toEqual(['no-clock']);
  });

  it('takes one dot only: it may be the last character of the row', () => {
    const log = `U 192.0.2.1:5080 -> 198.51.100.2:5060\n${dots(REQUEST.replace('a1@192', 'a1..@192').replace('tag=1', 'tag=1..'))}\n`;
    expect(readLog(log).messages[0]?.text).toContain(';tag=1..\r\n');
  });

  it('takes no packet of another kind for a message', () => {
    const log = `U 192.0.2.1:5080 -> 198.51.100.2:53 #1\n.............example.com.....\n\nUI 192.0.2.1:1 -> 198.51.100.2:2\n`;
    expect(readLog(log).messages).toEqual([]);
  });
});
