import type { CauseText } from '../types.ts';
import type { WarningCode } from '../warnings.ts';

export const EN_WARNINGS: Readonly<Record<WarningCode, CauseText>> = {
  300: {
    name: 'network protocol not usable',
    reading:
      'The `c=` line asks for an IP version that this side cannot use, e.g. `IN IP6` towards an IPv4-only endpoint.',
  },
  301: {
    name: 'address format not usable',
    reading:
      'The media address is written in a form that this side does not take: a host name, an mDNS name from WebRTC, or the other IP version.',
  },
  302: {
    name: 'media transport not usable',
    reading:
      'The profile of the m-line does not fit: plain RTP against SRTP, DTLS-SRTP (WebRTC), or T.38 over UDPTL.',
  },
  303: {
    name: 'bandwidth unit unknown',
    reading: 'A `b=` line uses a modifier that this side does not know. Remove the line.',
  },
  304: {
    name: 'media type not available',
    reading:
      'One of the offered media is not possible here: video, image (T.38 fax), text. Audio may be fine.',
  },
  305: {
    name: 'no common codec',
    reading:
      'The classic behind 488: none of the offered formats is acceptable. Compare the codec lists of both sides.',
  },
  306: {
    name: 'attribute not understood',
    reading:
      'An `a=` line is not supported; typical are crypto, ICE, rtcp-mux or precondition attributes.',
  },
  307: {
    name: 'SDP parameter not understood',
    reading:
      'Some other part of the SDP is not understood (`o=`, `t=`, `k=` …). Look for lines that a middlebox has edited.',
  },
  308: {
    name: 'language not supported',
    reading: 'None of the human languages asked for in the SDP (`humintlang`) is available.',
  },
  330: {
    name: 'multicast not available',
    reading: 'The network at this side cannot do multicast media.',
  },
  331: {
    name: 'unicast not available',
    reading: 'The network at this side cannot do unicast media, typically because of a firewall.',
  },
  370: {
    name: 'not enough bandwidth',
    reading:
      'Call admission control or the `b=` line says that there is not enough bandwidth. Try a narrower codec, or raise the limit.',
  },
  380: {
    name: 'SIPS not allowed',
    reading: 'The request used a sips: URI and this side wants plain sip:.',
  },
  381: {
    name: 'SIPS required',
    reading: 'The request used sip: and this side insists on sips:, that is TLS on every hop.',
  },
  399: {
    name: 'free text',
    reading:
      'Anything else, in the vendor’s own words (Cisco, Microsoft and SBCs write internal causes here). Read it; no program should act on it.',
  },
};
