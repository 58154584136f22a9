import { describe, expect, it } from 'vitest';
import { REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ, prefixed } from '../messages.ts';
import { readLog } from '../read-log.ts';

const element = (from: string, to: string, time: string, message: string): string => `<message
from="${from}"
to="${to}"
time="${time}"
isSender="true"
transactionId="z9hg4bka1"
callId="a1@192.0.2.1"
firstLine="${message.split('\n')[0] ?? ''}"
>
<![CDATA[${message}]]>
</message>
`;

const LOG = `${element('192.0.2.1:5080', '198.51.100.2:5070', '1772360142417', REQUEST)}${element('198.51.100.2:5070', '192.0.2.1:5080', '1772360142500', RESPONSE)}`;
const READ = [
  {
    ...REQUEST_READ,
    time: '2026-03-01T10:15:42.417Z',
    from: '192.0.2.1:5080',
    to: '198.51.100.2:5070',
    inferred: 0,
    transport: 'udp',
  },
  {
    ...RESPONSE_READ,
    time: '2026-03-01T10:15:42.500Z',
    from: '198.51.100.2:5070',
    to: '192.0.2.1:5080',
    inferred: 0,
  },
];

describe('jain-sip-xml', () => {
  it.each([1, 1 << 20])('reads attributes and CDATA, step %d', (step) => {
    const { messages, source } = readLog(LOG, { step });
    expect(messages).toMatchObject(READ);
    expect(messages.map(({ line }) => line)).toEqual([10, 34]);
    expect(source).toMatchObject({ dialect: 'jain-sip-xml' });
    expect(source.assumed).toBeUndefined();
  });

  it('reads it behind the prefix of a container and of log4j', () => {
    const log = prefixed(LOG, 'restcomm_1  | ').replaceAll(
      '| <message',
      '| 10:15:42,417 INFO  [stack] (pool-1) <message',
    );
    expect(readLog(log).messages).toMatchObject(READ);
  });

  it('reads a body without a line end in front of the bracket', () => {
    const short = REQUEST.replace('Length: 15', 'Length: 13').slice(0, -1);
    const log = element('192.0.2.1:5080', '198.51.100.2:5070', '1772360142417', short);
    expect(readLog(log).messages[0]?.body).toBe('v=0\r\ns=x\r\na=b');
  });

  it('takes other XML for no message', () => {
    const log = `<message\nfrom="alice"\nto="bob"\nfirstLine="SIP/2.0 200 OK"\n>\n<body>hello</body>\n</message>\n`;
    expect(readLog(log).messages).toEqual([]);
  });
});
