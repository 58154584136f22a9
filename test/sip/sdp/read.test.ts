import { describe, expect, it } from 'vitest';
import type { SdpFaultKind } from '../../../src/model/sdp-args.ts';
import { attribute, inherited } from '../../../src/sip/sdp/description.ts';
import { MAX_LINES } from '../../../src/sip/sdp/lines.ts';
import { readSdp } from '../../../src/sip/sdp/read.ts';
import { SAMPLES } from './samples.ts';

const PHONE = SAMPLES['phone'] as string;
const WEBRTC = readSdp(SAMPLES['webrtc'] as string);
const SRTP = readSdp(SAMPLES['srtp'] as string);

describe('a description that is read', () => {
  it('keeps every line with its number', () => {
    const { lines } = readSdp(PHONE);
    expect(lines).toHaveLength(15);
    expect(lines[5]).toEqual({
      number: 6,
      type: 'm',
      value: 'audio 11780 RTP/AVP 9 8 0 18 101',
    });
  });

  it('gives a medium without an address that of the session', () => {
    const [audio, , image] = SRTP.media;
    expect(audio?.connection?.address).toBe('2001:db8::20');
    expect(image?.connection?.address).toBe('2001:db8::21');
    expect(WEBRTC.connection).toBeNull();
    expect(WEBRTC.media[0]?.connection?.address).toBe('198.51.100.7');
  });

  it('gives a medium the attributes of the session, its own first', () => {
    const [audio] = WEBRTC.media;
    expect(audio && inherited(WEBRTC, audio, 'fingerprint')).toMatch(/^sha-256 D2:/);
    expect(audio && attribute(audio, 'fingerprint')).toBeUndefined();
    expect(audio && attribute(audio, 'rtcp-mux')).toBe('');
  });

  it('reads bandwidths of the session and of a medium', () => {
    expect(SRTP.bandwidths).toEqual([{ type: 'CT', value: 384 }]);
    expect(SRTP.media[1]?.bandwidths).toEqual([{ type: 'AS', value: 256 }]);
  });

  it('counts several ports', () => {
    const [audio] = readSdp(PHONE.replace('11780', '11780/2')).media;
    expect([audio?.port, audio?.ports]).toEqual([11_780, 2]);
  });

  it.each(['\n', '\r'])('ends its lines at %j as well', (end) => {
    const other = readSdp(PHONE.replaceAll('\r\n', end));
    expect(other.lines).toEqual(readSdp(PHONE).lines);
    expect(other.faults).toEqual([]);
  });

  it('is not blamed for what the capture cut off', () => {
    const cut = readSdp('v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\n', true);
    expect(cut.faults).toEqual([]);
  });
});

/** A fault, the line that has it (0: one is missing), and how the phone's description comes to it. */
const FAULTS: readonly (readonly [SdpFaultKind, number, string | RegExp, string])[] = [
  ['not-a-line', 14, 'a=ptime:20', 'ptime 20'],
  ['not-a-line', 14, 'a=ptime:20', ''],
  ['unknown-type', 15, 'a=sendrecv', 'q=1'],
  ['order', 5, 'c=IN IP4 192.0.2.10\r\nt=0 0', 't=0 0\r\nc=IN IP4 192.0.2.10'],
  ['order', 15, 'a=sendrecv', 's=again'],
  ['no-version', 0, 'v=0', 'v=1'],
  ['no-version', 0, 'v=0\r\n', ''],
  ['no-origin', 0, /o=.*\r\n/, ''],
  ['no-session-name', 0, /s=SDP.*\r\n/, ''],
  ['no-timing', 0, 't=0 0\r\n', ''],
  ['no-connection', 0, 'c=IN IP4 192.0.2.10\r\n', ''],
  ['origin', 2, '20001 20001', '20001 x'],
  ['origin', 2, ' IN IP4 192.0.2.10\r\ns=', '\r\ns='],
  ['connection', 4, 'c=IN IP4 192.0.2.10', 'c=IN IP4 192.0.2.300'],
  ['connection', 4, 'c=IN IP4 192.0.2.10', 'c=IN IP4 2001:db8::1'],
  ['connection', 4, 'c=IN IP4', 'c=IP4'],
  ['bandwidth', 5, 't=0', 'b=AS:fast\r\nt=0'],
  ['media', 6, 'm=audio 11780 RTP/AVP 9 8 0 18 101', 'm=audio 11780'],
  ['port', 6, '11780', '11780x'],
  ['port', 6, '11780', '70000'],
  ['no-formats', 6, ' 9 8 0 18 101', ''],
  ['payload-type', 6, ' 9 8 ', ' 9 8 128 '],
  ['payload-type', 6, ' 9 8 ', ' 9 PCMA '],
  ['rtpmap', 8, 'PCMA/8000', 'PCMA'],
  ['rtpmap', 8, 'PCMA/8000', 'PCMA/0'],
  ['no-rtpmap', 6, 'a=rtpmap:101 telephone-event/8000\r\n', ''],
  ['too-long', 6, ' 9 8 0 18 101', ' 0'.repeat(300)],
];

describe('a description at fault', () => {
  it.each(FAULTS)('%s in line %d: %s → %j', (kind, number, from, to) => {
    const { faults } = readSdp(PHONE.replace(from, to));
    expect(faults.map((fault) => [fault.kind, fault.line?.number ?? 0])).toEqual([[kind, number]]);
  });

  it.each([
    ['a=x-unknown:1', 'a=sendrecv'],
    ['a multicast TTL', 'c=IN IP4 192.0.2.10', 'c=IN IP4 224.2.36.42/127'],
    ['a name for an address', 'c=IN IP4 192.0.2.10', 'c=IN IP4 media.example.com'],
    ['blanks in the user', 'o=- 20001', 'o=my phone 20001'],
    ['a switched-off medium', 'm=audio 11780 RTP/AVP 9 8 0 18 101', 'm=audio 0 RTP/AVP 99'],
    ['t= and r= in turns', 't=0 0', 't=1 2\r\nr=1 1 0\r\nt=3 4'],
    ['an empty line at the end', 'a=sendrecv\r\n', 'a=sendrecv\r\n\r\n'],
  ])('is not one with %s', (name, from, to = name) => {
    expect(readSdp(PHONE.replace(from, to)).faults).toEqual([]);
  });

  it('says where it stopped', () => {
    const { lines, faults } = readSdp(PHONE + 'a=x\r\n'.repeat(MAX_LINES));
    expect(lines).toHaveLength(MAX_LINES);
    expect(faults).toEqual([{ kind: 'too-long', line: lines.at(-1) }]);
  });
});
