import { describe, expect, it } from 'vitest';
import { OK, read } from './call.ts';

/** Logs that tell of messages and hold none. */
describe('silent dialects', () => {
  it.each([
    [
      'kamailio-debug',
      'Mar  1 10:00:00 proxy1 /usr/sbin/kamailio[797]: DEBUG: <core> [core/parser/msg_parser.c:606]: parse_msg(): SIP Request:',
      'Mar  1 10:00:00 proxy1 /usr/sbin/kamailio[797]: DEBUG: <core> [core/parser/msg_parser.c:612]: parse_msg():  version: <SIP/2.0>',
    ],
    [
      'startline-only',
      '10:00:00:INFO:>>> REGISTER sip:198.51.100.2 SIP/2.0',
      '10:00:00:INFO:From: a@192.0.2.1 - Contact: 192.0.2.1:5070',
      '10:00:00:INFO:<<< SIP/2.0 200 OK',
    ],
    [
      'tshark-summary',
      '    1   0.000000    192.0.2.1 → 198.51.100.2 SIP/SDP 801 Request: INVITE sip:100@198.51.100.2 SIP/2.0 |',
      '0.024724 198.51.100.2 -> 192.0.2.1 SIP Status: 100 Trying',
    ],
  ])('%s is recognised', (id, ...rows) => {
    const { messages, source } = read(rows);
    expect(messages).toEqual([]);
    expect(source.dialect).toBe(id);
  });

  it('never stands in the way of a message', () => {
    const [line = '', ...rest] = OK;
    const { messages, source } = read([`<<< ${line}`, ...rest]);
    expect(messages).toHaveLength(1);
    expect(source.dialect).toBe('app-glued-startline');
  });
});
