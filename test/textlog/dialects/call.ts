import { expect } from 'vitest';
import { readLog } from '../read-log.ts';

/** What the dialects' tests write into their logs: an INVITE with a body and its answer, row by row. */
export const SDP = [
  'v=0',
  'o=- 1 1 IN IP4 192.0.2.1',
  's=-',
  'c=IN IP4 192.0.2.1',
  't=0 0',
  'm=audio 4000 RTP/AVP 8',
  'a=sendrecv',
];
export const BODY = `${SDP.join('\r\n')}\r\n`;
export const HEADER = [
  'INVITE sip:100@198.51.100.2 SIP/2.0',
  'Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKe1',
  'From: <sip:200@192.0.2.1>;tag=f1',
  'To: <sip:100@198.51.100.2>',
  'Call-ID: e1@192.0.2.1',
  'CSeq: 1 INVITE',
  'Max-Forwards: 70',
  'Contact: <sip:200@192.0.2.1:5060>',
  'Content-Type: application/sdp',
  `Content-Length: ${BODY.length}`,
];
export const INVITE = [...HEADER, '', ...SDP];
export const OK = [
  'SIP/2.0 200 OK',
  'Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKe1',
  'From: <sip:200@192.0.2.1>;tag=f1',
  'To: <sip:100@198.51.100.2>;tag=t1',
  'Call-ID: e1@192.0.2.1',
  'CSeq: 1 INVITE',
  'Content-Length: 0',
  '',
];
export const INVITE_LINE = HEADER[0] as string;
export const OK_LINE = OK[0] as string;

/** The log of these rows, read in one piece; it must be the same byte by byte. */
export function read(rows: readonly string[]) {
  const log = `${rows.join('\n')}\n`;
  const whole = readLog(log);
  expect(readLog(log, { step: 1 }).messages).toEqual(whole.messages);
  return whole;
}
