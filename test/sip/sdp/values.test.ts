import { describe, expect, it } from 'vitest';
import {
  codecName,
  codecsOf,
  commonCodecs,
  isHelper,
  sameCodec,
} from '../../../src/sip/sdp/codecs.ts';
import type { SdpMedia } from '../../../src/sip/sdp/description.ts';
import { directionOf, isNowhere } from '../../../src/sip/sdp/direction.ts';
import { isT38, t38ParametersOf } from '../../../src/sip/sdp/fax.ts';
import { candidatesOf, hasIce } from '../../../src/sip/sdp/ice.ts';
import { isRtp } from '../../../src/sip/sdp/media-line.ts';
import { readSdp } from '../../../src/sip/sdp/read.ts';
import { ptimeOf, rtcpOf } from '../../../src/sip/sdp/rtcp.ts';
import { cryptosOf, fingerprintOf, protectionOf, setupOf } from '../../../src/sip/sdp/security.ts';
import { SAMPLES } from './samples.ts';

const HEAD = 'v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n';
const described = (...lines: readonly string[]) => {
  const description = readSdp(HEAD + lines.join('\r\n'));
  return { description, media: description.media[0] as SdpMedia };
};
const sample = (name: string) => {
  const description = readSdp(SAMPLES[name] as string);
  return { description, media: description.media[0] as SdpMedia };
};
const names = (...lines: readonly string[]): string[] =>
  codecsOf(described(...lines).media).map(codecName);

describe('codecs', () => {
  it('are named by rtpmap, else by the static table, else by number', () => {
    expect(names('m=audio 4 RTP/AVP 0 10 34 97 98', 'a=rtpmap:97 opus/48000/2')).toEqual([
      'PCMU/8000',
      'L16/44100/2',
      'H263/90000',
      'opus/48000/2',
      'payload 98',
    ]);
  });

  it('may give a static number another meaning', () => {
    expect(names('m=audio 4 RTP/AVP 0', 'a=rtpmap:0 G726-32/8000')).toEqual(['G726-32/8000']);
  });

  it('have their parameters', () => {
    const [g722, , , g729] = codecsOf(sample('phone').media);
    expect([g722?.fmtp, g729?.fmtp]).toEqual(['', 'annexb=no']);
  });

  it('are none on a line that is no RTP', () => {
    expect(names('m=image 4 udptl t38')).toEqual([]);
    expect(names('m=application 9 UDP/DTLS/SCTP webrtc-datachannel')).toEqual([]);
  });

  const codec = (map: string, payload = '96') =>
    codecsOf(described(`m=audio 4 RTP/AVP ${payload}`, `a=rtpmap:${payload} ${map}`).media)[0];
  it.each([
    ['PCMA/8000', 'pcma/8000/1', true],
    ['opus/48000/2', 'OPUS/48000', true],
    ['G722/8000', 'G722/16000', true],
    ['AMR/8000', 'AMR/16000', false],
    ['L16/44100/2', 'L16/44100', false],
    ['AMR/8000', 'AMR-WB/8000', false],
  ])('%s and %s: the same is %s', (a, b, same) => {
    const [one, other] = [codec(a), codec(b, '97')];
    if (one === undefined || other === undefined) throw new Error('no codec');
    expect(sameCodec(one, other)).toBe(same);
    expect(sameCodec(other, one)).toBe(same);
  });

  it('have nothing in common in DTMF, comfort noise and redundancy', () => {
    const lines = [
      'm=audio 4 RTP/AVP 13 101 102',
      'a=rtpmap:101 telephone-event/8000',
      'a=rtpmap:102 red/8000',
    ];
    const all = codecsOf(described(...lines).media);
    expect(all.every(isHelper)).toBe(true);
    expect(commonCodecs(all, all)).toEqual([]);
  });
});

describe('directions', () => {
  it.each([
    ['sendrecv', []],
    ['sendonly', ['a=sendonly']],
  ])('%s', (direction, lines) => {
    const { description, media } = described('m=audio 4 RTP/AVP 0', ...lines);
    expect(directionOf(description, media)).toBe(direction);
  });

  it('of the session count where the medium has none', () => {
    const text = `${HEAD}a=inactive\r\nm=audio 4 RTP/AVP 0\r\nm=video 6 RTP/AVP 31\r\na=recvonly`;
    const description = readSdp(text);
    expect(description.media.map((media) => directionOf(description, media))).toEqual([
      'inactive',
      'recvonly',
    ]);
  });

  it('know the address of nowhere', () => {
    expect(isNowhere(described('m=audio 4 RTP/AVP 0', 'c=IN IP4 0.0.0.0').media)).toBe(true);
    expect(isNowhere(described('m=audio 4 RTP/AVP 0').media)).toBe(false);
  });
});

describe('encryption', () => {
  it('by SDES: tags, suites, lifetime and MKI, but not the keys', () => {
    const cryptos = cryptosOf(sample('srtp').media);
    expect(cryptos[0]).toEqual({
      tag: '1',
      suite: 'AES_CM_128_HMAC_SHA1_80',
      inline: true,
      keys: 1,
      lifetime: '2^20',
      mki: '1:4',
    });
    expect(cryptos[1]).toMatchObject({ tag: '2', lifetime: '', mki: '' });
    expect(JSON.stringify(cryptos)).not.toContain('d0Rm');
  });

  it('by DTLS: fingerprint of the session, role of the medium', () => {
    const { description, media } = sample('webrtc');
    expect(fingerprintOf(description, media)?.hash).toBe('sha-256');
    expect(setupOf(description, media)).toBe('actpass');
  });

  it.each([
    ['none', 'm=audio 4 RTP/AVP 0', ''],
    ['sdes', 'm=audio 4 RTP/AVP 0', 'a=crypto:1 A inline:k'],
    ['sdes', 'm=audio 4 RTP/SAVP 0', 'a=crypto:1 A inline:k'],
    ['srtp-without-key', 'm=audio 4 RTP/SAVPF 0', ''],
    ['dtls', 'm=audio 4 UDP/TLS/RTP/SAVP 0', ''],
    ['dtls', 'm=audio 4 RTP/AVP 0', 'a=fingerprint:sha-1 AA'],
  ])('%s: %s %s', (expected, line, more) => {
    const { description, media } = described(line, more);
    expect(protectionOf(description, media)).toBe(expected);
  });

  it('does not decide whether it is RTP', () => {
    const protocols = [
      'RTP/AVP',
      'RTP/SAVPF',
      'UDP/TLS/RTP/SAVP',
      'TCP/RTP/AVP',
      'udptl',
      'XRTP/AVP',
    ];
    expect(protocols.map((name) => isRtp(described(`m=audio 4 ${name} 0`).media))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('ICE, RTCP, packet time, fax', () => {
  it('candidates', () => {
    const { description, media } = sample('webrtc');
    expect(hasIce(description, media)).toBe(true);
    expect(
      candidatesOf(media).map(({ type, address, port }) => `${type} ${address}:${port}`),
    ).toEqual(['host 192.0.2.77:50610', 'srflx 198.51.100.7:50610']);
    const broken = described(
      'm=audio 4 RTP/AVP 0',
      'a=candidate:1 x UDP 1 192.0.2.1 99999 typ host',
    );
    expect(candidatesOf(broken.media)).toEqual([]);
  });

  it.each([
    ['the next port', [], { port: 5005, address: '' }],
    ['the same port', ['a=rtcp-mux'], { port: 5004, address: '' }],
    ['another port', ['a=rtcp:6000'], { port: 6000, address: '' }],
    ['another host', ['a=rtcp:6000 IN IP4 192.0.2.9'], { port: 6000, address: '192.0.2.9' }],
  ])('RTCP at %s', (_, lines, expected) => {
    expect(rtcpOf(described('m=audio 5004 RTP/AVP 0', ...lines).media)).toEqual(expected);
  });

  it('packet time', () => {
    const { description, media } = described('m=audio 4 RTP/AVP 0', 'a=ptime:30', 'a=maxptime:150');
    expect(ptimeOf(description, media)).toBe(30);
    expect(ptimeOf(description, media, 'maxptime')).toBe(150);
    expect(ptimeOf(sample('srtp').description, sample('srtp').media)).toBeNull();
  });

  it('T.38 with its parameters, however they are written', () => {
    const { media } = described('m=image 4 udptl t38', 'a=t38faxversion:3', 'a=T38MaxBitRate:9600');
    expect(isT38(media)).toBe(true);
    expect([...t38ParametersOf(media)]).toEqual([
      ['t38faxversion', '3'],
      ['t38maxbitrate', '9600'],
    ]);
    expect(isT38(sample('phone').media)).toBe(false);
  });
});
