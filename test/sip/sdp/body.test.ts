import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../src/sip/read.ts';
import { sdpSpan } from '../../../src/sip/sdp/body.ts';
import { sdpOf } from '../../../src/sip/sdp/of-message.ts';

const SDP = 'v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\n';

const message = (type: string, body: string, length = body.length) => {
  const text = [
    'INVITE sip:b@example.com SIP/2.0',
    'Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKa',
    'From: <sip:a@example.com>;tag=1',
    'To: <sip:b@example.com>',
    'Call-ID: 1@example.com',
    'CSeq: 1 INVITE',
    ...(type === '' ? [] : [`Content-Type: ${type}`]),
    `Content-Length: ${length}`,
    '',
    body,
  ].join('\r\n');
  const bytes = new TextEncoder().encode(text);
  const read = readMessage(bytes, 0, bytes.length);
  if (read === null) throw new Error('no message');
  return read;
};

/** The description that is found, as text. */
const found = (type: string, body: string): string | null => {
  const one = message(type, body);
  const span = sdpSpan(one);
  return span === null ? null : new TextDecoder().decode(one.bytes.subarray(span.start, span.end));
};

const part = (type: string, body: string, more = ''): string =>
  `Content-Type: ${type}\r\n${more}\r\n${body}\r\n`;
const ISUP = part(
  'application/ISUP;version=itu-t92+',
  '\u0001\u0002--x',
  'Content-Disposition: signal\r\n',
);

describe('a session description is found', () => {
  it.each([
    ['as the body', 'application/sdp', SDP],
    ['in any case', 'Application/SDP; charset=utf-8', SDP],
    ['without Content-Type', '', SDP],
    [
      'between other parts',
      'multipart/mixed; boundary=x',
      `--x\r\n${ISUP}--x\r\n${part('application/sdp', SDP)}--x--\r\n`,
    ],
    [
      'behind a preamble, with a quoted boundary',
      'multipart/mixed;boundary="un ique--1"',
      `preamble\r\n--un ique--1\r\n${part('application/sdp', SDP)}--un ique--1--`,
    ],
    [
      'one level further down',
      'multipart/mixed;boundary=out',
      `--out\r\n${part('multipart/alternative;boundary=in', `--in\r\n${part('text/plain', 'hello')}--in\r\n${part('application/sdp', SDP)}--in--`)}--out--`,
    ],
    [
      'where the boundary is not announced',
      'multipart/mixed',
      `--y\r\n${part('application/sdp', SDP)}--y--`,
    ],
    [
      'where the last delimiter is missing',
      'multipart/mixed;boundary=x',
      `--x\r\n${part('application/sdp', SDP)}`,
    ],
  ])('%s', (_, type, body) => {
    expect(found(type, body)?.trimEnd()).toBe(SDP.trimEnd());
    expect(
      sdpOf(message(type, body))
        ?.lines.map((line) => line.type)
        .join(''),
    ).toBe('vost');
  });

  it.each([
    ['in a body of another type', 'application/isup', SDP],
    ['in an empty body', 'application/sdp', ''],
    ['among parts without it', 'multipart/mixed;boundary=x', `--x\r\n${ISUP}--x--`],
    [
      'in a boundary in the middle of a line',
      'multipart/mixed;boundary=x',
      `a --x\r\n${part('application/sdp', SDP)}`,
    ],
    ['without Content-Type and of another form', '', 'hello'],
  ])('not %s', (_, type, body) => {
    expect(found(type, body)).toBeNull();
    expect(sdpOf(message(type, body))).toBeNull();
  });
});

it('knows that the capture does not hold all of it', () => {
  expect(sdpOf(message('application/sdp', SDP, 900))?.cut).toBe(true);
  expect(sdpOf(message('application/sdp', SDP))?.cut).toBe(false);
});
