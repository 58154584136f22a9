import { describe, expect, it } from 'vitest';
import { BODY, INVITE, INVITE_LINE, OK, OK_LINE, read } from './call.ts';

const row = (millis: string, text: string, tag = '..MESSAGE') =>
  `2026-03-04 10:00:00.${millis} [.INFO] [${tag}] ${text}`;

describe('avaya-aac-sipserver', () => {
  it('reads a peer and a start line behind arrows, and rows behind a prefix', () => {
    const { messages, source, unread } = read([
      row('123', '<--- 192.0.2.1:51000 1 400'),
      row('124', `<--- ${INVITE_LINE} `),
      // A blank stands where CR was, in the header only.
      ...INVITE.slice(1).map((one, index) => row('124', index < 10 ? `${one} ` : one)),
      row('200', 'To Send  Message - SID=1', '...B2BAPP'),
      row('456', '---> 192.0.2.1:51000 1 300'),
      row('456', `---> ${OK_LINE} `),
      ...OK.slice(1).map((one) => row('457', `${one} `)),
    ]);
    expect(messages).toMatchObject([
      {
        line: 2,
        time: '2026-03-04T10:00:00.123Z',
        from: '192.0.2.1:51000',
        to: '198.51.100.2:5060',
        inferred: 2,
        transport: 'udp',
        startLine: INVITE_LINE,
        body: BODY,
      },
      {
        time: '2026-03-04T10:00:00.456Z',
        from: '198.51.100.2:5060',
        to: '192.0.2.1:51000',
        inferred: 1,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('avaya-aac-sipserver');
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('takes an arrow without a peer for no envelope', () => {
    const { messages, source } = read([row('123', '<--- nothing here, SIP/2.0'), ...OK]);
    expect(messages).toHaveLength(1);
    expect(source.dialect).toBe('plain-concatenated');
  });
});
