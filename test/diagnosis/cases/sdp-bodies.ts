/** Session descriptions that the words of a flow cannot say, as body lines of a flow. */

/** `with sdp` and these lines instead of the usual ones. */
export const body = (...lines: readonly string[]): string =>
  `with sdp\n${lines.map((line) => `    | ${line}`).join('\n')}`;

const head = (address: string): string[] => [
  'v=0',
  `o=- 4711 4711 IN ${address.includes(':') ? 'IP6' : 'IP4'} ${address}`,
  's=-',
  `c=IN ${address.includes(':') ? 'IP6' : 'IP4'} ${address}`,
  't=0 0',
];

/** A description with these media lines (and the attributes below them). */
export const media = (address: string, ...lines: readonly string[]): string =>
  body(...head(address), ...lines);

const CODECS = ['a=rtpmap:0 PCMU/8000', 'a=rtpmap:8 PCMA/8000'];

export const audio = (port = 20_000, profile = 'RTP/AVP'): string[] => [
  `m=audio ${port} ${profile} 0 8`,
  ...CODECS,
];
export const video = (port = 20_002): string[] => [
  `m=video ${port} RTP/AVP 96`,
  'a=rtpmap:96 H264/90000',
];
export const fax = (port = 20_004): string[] => [`m=image ${port} udptl t38`, 'a=T38FaxVersion:0'];
export const key = (tag: number, suite = 'AES_CM_128_HMAC_SHA1_80'): string =>
  `a=crypto:${tag} ${suite} inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz`;

/** DTLS-SRTP as WebRTC has it. */
export const dtls = (setup: string, ...more: readonly string[]): string[] => [
  ...audio(20_000, 'UDP/TLS/RTP/SAVPF'),
  `a=setup:${setup}`,
  ...more,
];
export const FINGERPRINT =
  'a=fingerprint:sha-256 6B:8B:F0:65:5F:78:E2:51:3B:AC:6F:F3:3F:46:1B:35:DC:B8:5F:64:1A:24:C2:43:F0:A1:58:D0:A1:2C:19:08';

/** alice calls gw: INVITE is frame 1, 180 frame 2, 200 frame 3, ACK frame 4. `offer` and `answer` are bodies. */
export const call = (offer: string, answer: string, rest = hangUp('4s')): string => `
  alice -> gw INVITE sip:+84900000001@example.com ${offer}
  +100ms gw -> alice 180
  +2s gw -> alice 200 ${answer}
  +10ms alice -> gw ACK
  ${rest}
`;

export const hangUp = (after: string, by = 'alice'): string => {
  const other = by === 'alice' ? 'gw' : 'alice';
  return `
  +${after} ${by} -> ${other} BYE
  +1ms ${other} -> ${by} 200
  +40s capture ends
`;
};

/** alice calls gw and is refused: INVITE is frame 1, the refusal frame 3. */
export const refused = (offer: string, refusal: string): string => `
  alice -> gw INVITE sip:+84900000001@example.com ${offer}
  +5ms gw -> alice 100
  +50ms gw -> alice ${refusal}
  +1ms alice -> gw ACK
  +40s capture ends
`;

/** A re-INVITE that is answered: three frames. */
export const again = (
  after: string,
  from: string,
  to: string,
  offer: string,
  answer: string,
): string => `
  +${after} ${from} -> ${to} INVITE ${offer}
  +5ms ${to} -> ${from} 200 ${answer}
  +5ms ${from} -> ${to} ACK
`;
