/** What the two sides could not agree about: codecs, encryption, fax. */
import { fires, type RuleCase, spares } from './case.ts';
import {
  again,
  audio,
  call,
  dtls,
  fax,
  FINGERPRINT,
  hangUp,
  key,
  media,
  refused,
} from './sdp-bodies.ts';

const ALICE = '192.0.2.10:5060';
const GW = '203.0.113.9:5060';
const AT_ALICE = '192.0.2.10';
const AT_GW = '203.0.113.9';
const opus = (payload: number, port: number): string[] => [
  `m=audio ${port} RTP/AVP ${payload}`,
  `a=rtpmap:${payload} opus/48000/2`,
];

/** AMR with these parameters by payload type. */
const amr = (address: string, ...parameters: readonly string[]): string =>
  media(
    address,
    `m=audio 20000 RTP/AVP ${parameters.map((_, at) => 96 + at).join(' ')}`,
    ...parameters.flatMap((one, at) => [
      `a=rtpmap:${96 + at} AMR-WB/16000`,
      ...(one === '' ? [] : [`a=fmtp:${96 + at} ${one}`]),
    ]),
  );

const packing: RuleCase[] = [
  fires(
    'fmtp-conflict',
    'octet-aligned frames offered, others answered',
    call(amr(AT_ALICE, 'mode-set=0,2; octet-align=1'), amr(AT_GW, 'mode-set=0,2')),
    {
      severity: 'error',
      confidence: 'proven',
      args: { codec: 'AMR-WB/16000', offered: 'octet', answered: 'bandwidth', node: GW },
      frames: [1, 3],
    },
  ),
  fires(
    'fmtp-conflict',
    'the same in a call that lasted',
    call(amr(AT_ALICE, ''), amr(AT_GW, 'octet-align=1'), hangUp('90s')),
    {
      severity: 'warning',
      confidence: 'proven',
      args: { offered: 'bandwidth', answered: 'octet' },
      frames: [1, 3],
    },
  ),
  spares(
    'fmtp-conflict',
    'both ways offered, one answered',
    call(amr(AT_ALICE, 'octet-align=0', 'octet-align=1'), amr(AT_GW, 'octet-align=1')),
  ),
  spares(
    'fmtp-conflict',
    'modes that differ',
    call(amr(AT_ALICE, 'octet-align=1; mode-set=0'), amr(AT_GW, 'mode-set=2;octet-align=1')),
  ),
  spares(
    'fmtp-conflict',
    'a zero that is written out',
    call(amr(AT_ALICE, 'octet-align=0'), amr(AT_GW, '')),
  ),
];

const codecs: RuleCase[] = [
  fires('codec-no-overlap', 'G.729 alone, refused', refused('with sdp(G729 dtmf)', '488'), {
    severity: 'error',
    confidence: 'likely',
    args: { offered: ['G729/8000'], accepted: [], node: GW, code: 488 },
    frames: [1, 3],
  }),
  fires(
    'codec-no-overlap',
    'a refusal that a proxy passes on',
    `
    alice -> proxy INVITE sip:+84901234567@example.com with sdp(G729 dtmf)
    +2ms proxy -> alice 100
    +1ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
    +30ms gw -> proxy 488
    +1ms proxy -> gw ACK
    +1ms proxy -> alice 488
    +5ms alice -> proxy ACK
    @40s capture ends`,
    {
      severity: 'error',
      confidence: 'likely',
      args: { offered: ['G729/8000'], accepted: [], node: GW, code: 488 },
      frames: [1, 6],
    },
  ),
  fires(
    'codec-no-overlap',
    'a refusal that lists what would do',
    refused('with sdp(PCMU dtmf)', '488 with sdp(G729 dtmf)'),
    {
      severity: 'error',
      confidence: 'proven',
      args: { offered: ['PCMU/8000'], accepted: ['G729/8000'], node: GW },
      frames: [1, 3],
    },
  ),
  fires(
    'codec-no-overlap',
    'a refusal that blames the format',
    refused('with sdp(PCMU dtmf)', '606\n    Warning: 305 gw "Incompatible media format"'),
    {
      severity: 'error',
      confidence: 'likely',
      args: { offered: ['PCMU/8000'], accepted: [], code: 606 },
      frames: [1, 3],
    },
  ),
  fires(
    'codec-no-overlap',
    'an answer with a codec that was not offered; DTMF is no common ground',
    call('with sdp(PCMU dtmf)', 'with sdp(PCMA dtmf)'),
    {
      severity: 'error',
      confidence: 'proven',
      args: { offered: ['PCMU/8000'], accepted: ['PCMA/8000'], code: 0 },
      frames: [1, 3],
    },
  ),
  fires(
    'codec-no-overlap',
    'the same number for another codec',
    call(
      media(AT_ALICE, ...opus(97, 20_000)),
      media(AT_GW, 'm=audio 30000 RTP/AVP 97', 'a=rtpmap:97 iLBC/8000'),
    ),
    {
      severity: 'error',
      confidence: 'proven',
      args: { offered: ['opus/48000/2'], accepted: ['iLBC/8000'] },
      frames: [1, 3],
    },
  ),
  spares(
    'codec-no-overlap',
    'the same codec under another number',
    call(media(AT_ALICE, ...opus(97, 20_000)), media(AT_GW, ...opus(111, 30_000))),
  ),
  spares(
    'codec-no-overlap',
    'a static type that only one side names',
    call(media(AT_ALICE, ...audio()), media(AT_GW, 'm=audio 30000 RTP/AVP 8')),
  ),
  spares('codec-no-overlap', 'a refusal of the usual codecs', refused('with sdp', '488')),
  spares(
    'codec-no-overlap',
    'a refusal whose list has the codec',
    refused('with sdp(G729)', '488 with sdp(PCMA G729)'),
  ),
  spares('codec-no-overlap', 'a refusal for another reason', refused('with sdp(G729)', '480')),
];

const savp = (port: number, ...more: readonly string[]): string[] => [
  ...audio(port, 'RTP/SAVP'),
  ...more,
];

const encryption: RuleCase[] = [
  fires('srtp-mismatch', 'SRTP alone, refused', refused('with sdp(PCMA savp)', '488'), {
    severity: 'error',
    confidence: 'likely',
    args: { how: 'refused', offered: 'RTP/SAVP', answered: '', node: GW, code: 488 },
    frames: [1, 3],
  }),
  fires(
    'srtp-mismatch',
    'plain RTP refused by who wants SRTP',
    refused('with sdp(PCMA)', '488 with sdp(PCMA savp)'),
    {
      severity: 'error',
      confidence: 'proven',
      args: { how: 'refused', offered: 'RTP/AVP', answered: 'RTP/SAVP' },
      frames: [1, 3],
    },
  ),
  fires(
    'srtp-mismatch',
    'plain RTP in the answer',
    call(media(AT_ALICE, ...savp(20_000, key(1))), media(AT_GW, ...audio(30_000))),
    {
      severity: 'error',
      confidence: 'proven',
      args: { how: 'answered-plain', offered: 'RTP/SAVP', answered: 'RTP/AVP', node: GW },
      frames: [1, 3],
    },
  ),
  fires(
    'srtp-mismatch',
    'a suite that was not offered',
    call(
      media(AT_ALICE, ...savp(20_000, key(1))),
      media(AT_GW, ...savp(30_000, key(1, 'AES_CM_128_HMAC_SHA1_32'))),
    ),
    {
      severity: 'error',
      confidence: 'proven',
      args: { how: 'suite', answered: '1 AES_CM_128_HMAC_SHA1_32' },
      frames: [1, 3],
    },
  ),
  fires(
    'srtp-mismatch',
    'no key in the answer',
    call(media(AT_ALICE, ...savp(20_000, key(1))), media(AT_GW, ...savp(30_000))),
    {
      severity: 'error',
      confidence: 'proven',
      args: { how: 'no-key', offered: '1 AES_CM_128_HMAC_SHA1_80', answered: '' },
      frames: [1, 3],
    },
  ),
  spares(
    'srtp-mismatch',
    'the second of two suites',
    call(
      media(AT_ALICE, ...savp(20_000, key(1), key(2, 'AES_256_CM_HMAC_SHA1_80'))),
      media(AT_GW, ...savp(30_000, key(2, 'AES_256_CM_HMAC_SHA1_80'))),
    ),
  ),
  spares(
    'srtp-mismatch',
    'encryption offered on a plain line and not taken up',
    call(media(AT_ALICE, ...audio(), key(1)), media(AT_GW, ...audio(30_000))),
  ),
  spares('srtp-mismatch', 'a refusal of plain RTP that says no more', refused('with sdp', '488')),
  spares('srtp-mismatch', 'a refusal of rare codecs', refused('with sdp(G729 savp)', '488')),
  fires(
    'srtp-key-in-clear',
    'keys over UDP',
    call(media(AT_ALICE, ...savp(20_000, key(1))), media(AT_GW, ...savp(30_000, key(1)))),
    {
      severity: 'warning',
      confidence: 'proven',
      args: { transport: 'UDP', suites: ['AES_CM_128_HMAC_SHA1_80'] },
      frames: [1, 3],
    },
  ),
  spares(
    'srtp-key-in-clear',
    'keys over TLS',
    `
    anna = 192.0.2.60 tls
    anna -> gw INVITE sip:+84900000001@example.com ${media(AT_ALICE, ...savp(20_000, key(1)))}
    +2s gw -> anna 200 ${media(AT_GW, ...savp(30_000, key(1)))}
    +10ms anna -> gw ACK
    +6s anna -> gw BYE
    +1ms gw -> anna 200
    +40s capture ends`,
  ),
  spares(
    'srtp-key-in-clear',
    'keys that were not taken up',
    call(media(AT_ALICE, ...audio(), key(1)), media(AT_GW, ...audio(30_000))),
  ),
  fires(
    'dtls-setup-wrong',
    'both wait for the other',
    call(
      media(AT_ALICE, ...dtls('passive', FINGERPRINT)),
      media(AT_GW, ...dtls('passive', FINGERPRINT)),
    ),
    {
      severity: 'error',
      confidence: 'proven',
      args: { how: 'same-role', offered: 'passive', answered: 'passive', node: GW },
      frames: [1, 3],
    },
  ),
  fires(
    'dtls-setup-wrong',
    'actpass in an answer',
    call(
      media(AT_ALICE, ...dtls('actpass', FINGERPRINT)),
      media(AT_GW, ...dtls('actpass', FINGERPRINT)),
    ),
    {
      severity: 'error',
      confidence: 'proven',
      args: { how: 'actpass', node: GW },
      frames: [1, 3],
    },
  ),
  fires('dtls-setup-wrong', 'no fingerprint', refused(media(AT_ALICE, ...dtls('actpass')), '488'), {
    severity: 'error',
    confidence: 'proven',
    args: { how: 'no-fingerprint', node: ALICE },
    frames: [1, 3],
  }),
  spares(
    'dtls-setup-wrong',
    'actpass, then active',
    call(
      media(AT_ALICE, ...dtls('actpass', FINGERPRINT)),
      media(AT_GW, ...dtls('active', FINGERPRINT)),
    ),
  ),
  fires(
    'rtcp-mux-mismatch',
    'rtcp-mux that was not offered',
    call(media(AT_ALICE, ...audio()), media(AT_GW, ...audio(30_000), 'a=rtcp-mux')),
    {
      severity: 'warning',
      confidence: 'proven',
      args: { how: 'unasked', node: GW },
      frames: [1, 3],
    },
  ),
  fires(
    'rtcp-mux-mismatch',
    'an offer without another way',
    call(
      media(AT_ALICE, ...audio(), 'a=rtcp-mux', 'a=rtcp-mux-only'),
      media(AT_GW, ...audio(30_000)),
    ),
    {
      severity: 'warning',
      confidence: 'proven',
      args: { how: 'required', node: GW },
      frames: [1, 3],
    },
  ),
  spares(
    'rtcp-mux-mismatch',
    'rtcp-mux offered and not taken up',
    call(media(AT_ALICE, ...audio(), 'a=rtcp-mux'), media(AT_GW, ...audio(30_000))),
  ),
];

const toFax = (reply: string): string => `
  +3s gw -> alice INVITE ${media(AT_GW, ...fax())}
  +5ms alice -> gw ${reply}
  +5ms gw -> alice ACK
`;
const voice = call('with sdp(PCMA)', 'with sdp(PCMA)', '');

const faxRelay: RuleCase[] = [
  fires('t38-failed', 'a 488, and the call is over', voice + toFax('488') + hangUp('2s', 'gw'), {
    severity: 'error',
    confidence: 'proven',
    args: { asker: GW, node: ALICE, code: 488, phrase: 'Not Acceptable Here', ended: true },
    frames: [5, 6],
  }),
  fires('t38-failed', 'a 488, and on in G.711', voice + toFax('488') + hangUp('95s'), {
    severity: 'warning',
    confidence: 'proven',
    args: { code: 488, ended: false, fallback: '' },
    frames: [5, 6],
  }),
  fires(
    't38-failed',
    'a 488, then an offer of G.711 that is taken',
    voice +
      toFax('488') +
      again('1s', 'gw', 'alice', 'with sdp(PCMA)', 'with sdp(PCMA)') +
      hangUp('73s'),
    {
      severity: 'info',
      confidence: 'proven',
      args: { code: 488, ended: false, fallback: 'PCMA/8000' },
      frames: [5, 6],
    },
  ),
  fires(
    't38-failed',
    'an offer of G.722 alone, in which no fax goes',
    voice +
      toFax('488') +
      again('1s', 'gw', 'alice', 'with sdp(G722)', 'with sdp(G722)') +
      hangUp('73s'),
    { severity: 'warning', confidence: 'proven', args: { fallback: '' }, frames: [5, 6] },
  ),
  fires(
    't38-failed',
    'port 0',
    voice + toFax(`200 ${media(AT_ALICE, ...fax(0))}`) + hangUp('2s', 'gw'),
    {
      severity: 'error',
      confidence: 'proven',
      args: { code: 0, node: ALICE },
      frames: [5, 6],
    },
  ),
  spares(
    't38-failed',
    'fax relay that was taken',
    voice + toFax(`200 ${media(AT_ALICE, ...fax(30_004))}`) + hangUp('40s'),
  ),
  spares(
    't38-failed',
    'glare, then taken',
    voice + toFax('491') + toFax(`200 ${media(AT_ALICE, ...fax(30_004))}`) + hangUp('40s'),
  ),
  fires(
    'codec-changed-midcall',
    'from G.722 to G.711',
    call(
      'with sdp(G722 PCMA)',
      'with sdp(G722 PCMA)',
      again('5s', 'gw', 'alice', 'with sdp(PCMA)', 'with sdp(PCMA)') + hangUp('40s'),
    ),
    {
      severity: 'info',
      confidence: 'proven',
      args: { before: 'G722/8000', after: 'PCMA/8000', node: GW },
      frames: [5, 6],
    },
  ),
  spares(
    'codec-changed-midcall',
    'another order of the same codecs',
    call(
      'with sdp(G722 PCMA)',
      'with sdp(G722 PCMA)',
      again('5s', 'gw', 'alice', 'with sdp(PCMA G722)', 'with sdp(PCMA G722)') + hangUp('40s'),
    ),
  ),
];

export const sdpCodecCases: readonly RuleCase[] = [
  ...codecs,
  ...packing,
  ...encryption,
  ...faxRelay,
];
