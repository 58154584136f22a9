import { describe, expect, it } from 'vitest';
import { BODY, INVITE, INVITE_LINE, OK, OK_LINE, read } from './call.ts';

const IN =
  '---- Incoming SIP Message from 192.0.2.1:5070 to SIPInterface #2 (Trunk) TLS TO(#138) SocketID(204) ----';
const OUT =
  '---- Outgoing SIP Message to 192.0.2.1:5070 from SIPInterface #2 (Trunk) TLS TO(#138) ----';
const TIME = ' [Time:04-03@10:00:00.123]';

const record = (serial: number, text: string, session = '1a2b3c:24:9') =>
  `<133>Mar  4 10:00:01 sbc1 [S=${serial}] [SID=${session}]  ${text}`;
/** Each line has a blank behind it, and LF is written as an escape. */
const flat = (rows: readonly string[]) => rows.map((one) => `${one} #012`).join('');

describe('audiocodes-syslog', () => {
  it('reads a record of several items, with the stamp at its end', () => {
    const { messages, source, unread } = read([
      record(
        100,
        `(N  500) States: (#9)Dialog[Idle] #012(N  501) ${IN} #012${flat(INVITE)}${TIME}`,
      ),
      record(
        101,
        `(N  502) ${OUT} #012${flat(OK)} #012(N  503) States: (#9)Dialog[Up] #012 [Time:04-03@10:00:00.456] [17]`,
      ),
    ]);
    expect(messages).toMatchObject([
      {
        line: 1,
        time: '1970-03-04T10:00:00.123Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5060',
        inferred: 2,
        transport: 'tls',
        startLine: INVITE_LINE,
        body: BODY,
      },
      {
        line: 2,
        time: '1970-03-04T10:00:00.456Z',
        to: '192.0.2.1:5070',
        inferred: 1,
        startLine: OK_LINE,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('audiocodes-syslog');
    expect(unread['text-rows-lost']).toBeUndefined();
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('joins the parts of a message, wherever it was cut', () => {
    const text = flat(INVITE);
    const cut = text.indexOf('sendrecv') + 4;
    const { messages, unread } = read([
      record(100, `(N  501) ${IN} #012${TIME}`),
      record(101, `${text.slice(0, cut)}${TIME}`),
      record(102, `${text.slice(cut)}${TIME}`),
      record(103, `(N  502) ${OUT} #012${TIME}`),
      record(104, `${flat(OK)}${TIME}`),
    ]);
    expect(messages).toMatchObject([
      { line: 2, time: '1970-03-04T10:00:00.123Z', from: '192.0.2.1:5070', body: BODY },
      { line: 5, to: '192.0.2.1:5070', startLine: OK_LINE },
    ]);
    expect(messages).toHaveLength(2);
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('counts the records that are missing, and no late one', () => {
    const item = (serial: number, session?: string) =>
      record(serial, `(N  ${serial}) ${OUT} #012${flat(OK)}`, session);
    expect(read([item(100), item(103), item(104)]).unread['text-rows-lost']).toBe(2);
    expect(
      read([item(100), item(102), item(101), item(103)]).unread['text-rows-lost'],
    ).toBeUndefined();
    // Another device counts for itself, and so does this one after it started anew.
    expect(
      read([item(100), item(900, 'ffffff:1:1'), item(101), item(1, '1a2b3c:25:1')]).unread[
        'text-rows-lost'
      ],
    ).toBeUndefined();
  });

  it('loses what it must when a record of another session comes between', () => {
    const text = flat(INVITE);
    const cut = text.indexOf('m=audio');
    const { messages, unread } = read([
      record(100, `(N  501) ${IN} #012${text.slice(0, cut)}`),
      record(101, `(N  502) ${OUT} #012${flat(OK)}`, '1a2b3c:24:10'),
      record(102, text.slice(cut)),
    ]);
    expect(messages.map(({ startLine }) => startLine)).toEqual([INVITE_LINE, OK_LINE]);
    expect(unread['text-message-cut']).toBe(1);
  });

  it('reads the log of old gateways, which count from their start', () => {
    const { messages, source } = read([
      '2d:2h:8m:55s ( lgr_flow)(43670 ) ---- Incoming SIP Message from 192.0.2.1:5070 to SIPInterface #0 ----',
      `2d:2h:8m:55s ${OK_LINE}`,
      ...OK.slice(1),
    ]);
    expect(messages).toMatchObject([
      { line: 2, time: '1970-01-03T02:08:55.000Z', from: '192.0.2.1:5070', transport: 'udp' },
    ]);
    expect(source.assumed).toContain('uptime');
  });

  it('recognises envelopes without messages', () => {
    const { messages, source } = read([
      record(100, `(N  501) ${IN}`),
      record(101, `(N  502) ${OUT}`),
    ]);
    expect(messages).toEqual([]);
    expect(source.dialect).toBe('audiocodes-syslog');
  });

  it('takes no prose for an envelope', () => {
    const { messages, source } = read([
      'Look for "Incoming SIP Message from" and SIP/2.0 in the log.',
      ...OK,
    ]);
    expect(messages).toHaveLength(1);
    expect(source.dialect).toBe('plain-concatenated');
  });
});
