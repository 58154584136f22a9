import type { SdpArgs } from '../../../model/sdp-args.ts';
import type { SdpTexts } from '../../rule-families.ts';
import { OFFER_ANSWER, SDP_FAULTS } from './sdp-faults.ts';

/** Codecs that a sentence names; a longer list says no more. */
const MAX_NAMED = 6;
const named = (codecs: readonly string[]): string =>
  codecs.slice(0, MAX_NAMED).join(', ') + (codecs.length > MAX_NAMED ? ', …' : '');

const SRTP: Readonly<
  Record<SdpArgs['srtp-mismatch']['how'], (a: SdpArgs['srtp-mismatch']) => string>
> = {
  'answered-plain': (a) => `${a.offered} was offered, and ${a.node} answered ${a.answered}.`,
  'answered-srtp': (a) => `${a.offered} was offered, and ${a.node} answered ${a.answered}.`,
  suite: (a) => `${a.node} answered the SRTP offer with a key line that was not offered.`,
  'no-key': (a) => `${a.node} accepted SRTP but gave no key.`,
  refused: (a) =>
    a.answered === ''
      ? `${a.node} refused an offer of ${a.offered} alone with ${a.code}.`
      : `${a.node} refused ${a.offered} with ${a.code} and would take ${a.answered}.`,
};

const DTLS: Readonly<
  Record<SdpArgs['dtls-setup-wrong']['how'], (a: SdpArgs['dtls-setup-wrong']) => string>
> = {
  'no-fingerprint': (a) => `${a.node} wants DTLS-SRTP but gave no certificate fingerprint.`,
  actpass: (a) => `${a.node} answered a=setup:actpass, which leaves open who begins.`,
  'same-role': (a) =>
    `Both sides want to be ${a.answered} in the DTLS handshake, so it does not begin.`,
};

/** RFC 4867's terms for both ways of packing. */
const PACKING = { octet: 'octet-aligned', bandwidth: 'bandwidth-efficient' } as const;

export const sdpRules: SdpTexts = {
  'sdp-malformed': {
    summary: 'A session description (SDP) does not follow its grammar.',
    title: (a) => SDP_FAULTS[a.fault],
    explanation: (a) =>
      a.text === ''
        ? 'Strict receivers refuse such a description with 400 or 488; lenient ones guess what was meant.'
        : `Line ${a.line}: ${a.text}. Strict receivers refuse such a description with 400 or 488; lenient ones guess or leave the line out.`,
    fix: () => [
      'Compare the SDP at its sender and here: an SBC rule, a proxy or a SIP ALG may have damaged it.',
      'If it leaves its sender like this: report it to the vendor, with this frame.',
    ],
  },
  'offer-answer-violation': {
    summary: 'Offer and answer did not follow their rules (RFC 3264).',
    title: (a) => OFFER_ANSWER[a.fault].title(a),
    explanation: (a) => OFFER_ANSWER[a.fault].harm,
    fix: (a) => [
      `Look at ${a.node} and at every SBC before it: header and SDP manipulation is the usual source.`,
      'If the device does so by itself: report it to the vendor, with these frames.',
    ],
  },
  'codec-no-overlap': {
    summary: 'The two sides have no codec in common.',
    title: (a) =>
      a.accepted.length > 0
        ? `No common codec: offered ${named(a.offered)}; ${a.node} has ${named(a.accepted)}.`
        : `${a.node} refused with ${a.code}; offered were only ${named(a.offered)}.`,
    explanation: (a) =>
      a.accepted.length > 0
        ? 'Codecs are compared by name, clock rate and channels. Neither side can decode what the other sends.'
        : 'The refusal does not list what would be accepted, but the offer has no codec that every endpoint knows, or the refusal itself blames the format.',
    fix: (a) => [
      'Offer PCMA (G.711 A-law, most of the world) or PCMU (North America, Japan) besides the others.',
      `Or let an SBC before ${a.node} transcode.`,
    ],
  },
  'media-rejected': {
    summary: 'A medium that was offered was refused with port 0.',
    title: (a) =>
      a.nothingLeft
        ? `${a.node} refused ${a.media} with port 0, and nothing else was accepted.`
        : `${a.node} refused ${a.media} with port 0.`,
    explanation: (a) =>
      a.media === 'audio'
        ? 'The call is up, but nobody can be heard: the answer switches the audio line off.'
        : `Port 0 in an answer says that ${a.media} is not wanted or not possible. The rest of the call goes on without it.`,
    fix: (a) =>
      a.media === 'audio'
        ? [
            `Look at ${a.node} for codecs, licences or media resources that were missing when it answered.`,
            'Compare the offer with one that was accepted.',
          ]
        : [`Nothing, unless ${a.media} was wanted: then enable it at ${a.node}.`],
  },
  'srtp-mismatch': {
    summary: 'The two sides do not agree about encrypting media (SRTP).',
    title: (a) => SRTP[a.how](a),
    explanation: (a) =>
      a.how === 'suite' || a.how === 'no-key'
        ? `Offered: ${a.offered}. Answered: ${a.answered === '' ? '–' : a.answered}. The answer has to take one key line of the offer, with its tag and its suite; else neither side can decrypt the other.`
        : a.answered === ''
          ? 'RTP/SAVP allows nothing but encrypted media. The other side has no SRTP, has it switched off, or knows none of the crypto suites offered.'
          : 'RTP/SAVP stands for encrypted media and RTP/AVP for plain. The answer has to keep what was offered; one side alone cannot encrypt.',
    fix: (a) => [
      `Set both sides to the same: SRTP required, optional, or off; see ${a.node}.`,
      'Let an SBC end the encryption where one side cannot have it.',
      'Compare the crypto suites: AES_CM_128_HMAC_SHA1_80 is the one that everybody has.',
    ],
  },
  'srtp-key-in-clear': {
    summary: 'Media keys (SRTP) were exchanged over unencrypted signalling.',
    title: (a) => `The media keys went over ${a.transport}, where they can be read.`,
    explanation: (a, f) =>
      `${a.sender} and ${a.receiver} exchanged the keys (${f.list(a.suites)}) in a=crypto lines. Whoever sees these messages can decrypt the call.`,
    fix: () => ['Use TLS for signalling wherever SDES keys are in use, or DTLS-SRTP instead.'],
  },
  'dtls-setup-wrong': {
    summary: 'The DTLS handshake for media cannot begin.',
    title: (a) => DTLS[a.how](a),
    explanation: () =>
      'With DTLS-SRTP each side gives the fingerprint of its certificate, the offer says actpass, and the answer chooses active or passive. Without that no keys come about, and there is no sound.',
    fix: (a) => [
      `Correct a=setup and a=fingerprint at ${a.node}, or in the SDP manipulation before it.`,
      'Check that a gateway between WebRTC and SIP does not pass SDP through unchanged.',
    ],
  },
  'rtcp-mux-mismatch': {
    summary: 'The two sides disagree about RTP and RTCP on one port.',
    title: (a) =>
      a.how === 'unasked'
        ? `${a.node} answered rtcp-mux although it was not offered.`
        : `${a.node} did not answer rtcp-mux although the offer has no other way.`,
    explanation: () =>
      'RTP and RTCP share a port only when offer and answer both say so. Otherwise one side sends RTCP where the other does not listen; WebRTC then drops the call, others lose their quality reports.',
    fix: (a) => [`Set rtcp-mux alike at ${a.node} and the other side, or at the gateway between.`],
  },
  'hold-state': {
    summary: 'A party was put on hold.',
    title: (a, f) =>
      a.holds === 1
        ? `${a.holder} put the other side on hold for ${f.duration(a.heldUs)}.`
        : `The call was on hold ${f.integer(a.holds)} times, ${f.duration(a.heldUs)} together; first by ${a.holder}.`,
    explanation: (a) =>
      (a.how === 'address'
        ? 'The SDP gave the address 0.0.0.0, the old way to say that nothing is to be sent.'
        : `The SDP said ${a.how}.`) +
      (a.resumed ? ' The call was resumed.' : ' It was still on hold at the end.'),
    fix: () => ['Nothing: silence or music during this time is in order.'],
  },
  'hold-not-resumed': {
    summary: 'A call ended while a party was on hold.',
    title: (a, f) => `Still on hold after ${f.duration(a.heldUs)} when the call ended.`,
    explanation: (a) =>
      a.endedBy === 'held'
        ? `${a.holder} did not come back, and the party on hold hung up.`
        : `${a.holder} hung up without coming back; after a transfer or a forgotten call that is so.`,
    fix: () => [
      'If it happens often: hold reminders on the phones, or a queue instead of holding by hand.',
      'If the user says that resuming did not work: look at the re-INVITEs that followed.',
    ],
  },
  'hold-both-sides': {
    summary: 'Both parties had put each other on hold.',
    title: (a, f) => `Both sides were on hold together for ${f.duration(a.togetherUs)}.`,
    explanation: (a) =>
      `${a.first} put the call on hold, then ${a.second} did the same. When one resumes, the other has to resume as well; devices that answer inactive and never offer sendrecv again stay silent.`,
    fix: () => [
      'Resume on both sides; if sound does not return, compare the directions in the re-INVITEs.',
    ],
  },
  'fmtp-conflict': {
    summary: 'The two sides pack the frames of a codec differently.',
    title: (a) =>
      `${a.node} packs ${a.codec} ${PACKING[a.answered]}, and it was offered ${PACKING[a.offered]}.`,
    explanation: () =>
      'How AMR frames are packed (octet-align in a=fmtp) holds for both directions. Both sides believe that they have agreed, and neither can read what the other sends: the call is answered and sounds like noise or silence.',
    fix: (a) => [
      `Let ${a.node} answer with the packing of the offer, or refuse that payload type.`,
      'Offer AMR twice, once with octet-align=1 and once without, so that the other side can choose.',
    ],
  },
  'codec-changed-midcall': {
    summary: 'The codec changed during the call.',
    title: (a) => `The codec changed from ${a.before} to ${a.after} during the call.`,
    explanation: (a) =>
      `An offer of ${a.node} left no room for the codec in use. Transfers, fax and media relays do that on purpose; quality or DTMF may change with it.`,
    fix: () => ['Nothing, unless sound or DTMF failed from this moment on.'],
  },
  'nat-private-sdp': {
    summary: 'SDP asks for media at a private address behind NAT.',
    title: (a) => `${a.node} asks for its media at ${a.address}, which cannot be reached.`,
    explanation: (a) =>
      `Its signalling comes from ${a.source}, so there is a NAT between. Audio toward it is lost unless the other side answers to where media comes from (symmetric RTP, media latching).`,
    fix: (a) => [
      `Set the public address for media at ${a.node} (external IP, STUN) or use ICE.`,
      'Let an SBC or media relay handle NAT for such endpoints.',
      'Switch off SIP ALG on the router if it rewrites only part of the message.',
    ],
  },
  'media-address-unset': {
    summary: 'A side gave no address for its media (0.0.0.0) as long as the call lasted.',
    title: (a) => `${a.node} wants to hear but gave ${a.address} as its media address.`,
    explanation: (a, f) =>
      `Nothing can be sent to ${a.address}. Set-ups begin so when a controller connects two others, or when the old hold is meant; another address has to follow. ` +
      (a.descriptions === 1
        ? 'In this call no other was seen.'
        : `In this call none of its ${f.integer(a.descriptions)} descriptions gave another.`),
    fix: (a) => [
      `Check the media address at ${a.node}: an interface, media relay or external IP that was not set leaves 0.0.0.0.`,
      'If the call was to begin on hold: find out why the re-INVITE that resumes it is missing.',
    ],
  },
  'address-family-mismatch': {
    summary: 'Media is asked for in another IP version than the other side uses.',
    title: (a) =>
      a.how === 'answer'
        ? `The offer wants ${a.other} and ${a.node} answered ${a.family}.`
        : `${a.node} signals over ${a.other} but asks for media over ${a.family}.`,
    explanation: () =>
      'IPv4 and IPv6 do not reach each other. Without ICE, ALTC or a relay between them no media flows.',
    fix: (a) => [
      `Let ${a.node} offer both versions (ICE), or the one that the other side has.`,
      'Or anchor media at an SBC that has both.',
    ],
  },
  't38-failed': {
    summary: 'Switching a call to fax relay (T.38) failed.',
    title: (a) =>
      a.code === 0
        ? `${a.node} refused fax relay (T.38) with port 0.`
        : `${a.node} refused fax relay (T.38): ${a.code} ${a.phrase}.`,
    explanation: (a) =>
      `${a.asker} asked for T.38. ` +
      (a.ended
        ? 'The call ended soon after, so the fax most likely failed.'
        : a.fallback === ''
          ? 'The call went on; the fax may have gone through as tones in G.711.'
          : `Both sides then agreed on ${a.fallback}, in which a fax goes as tones, and the call went on.`),
    fix: (a) => [
      `Enable T.38 (UDPTL) at ${a.node}, or switch it off at ${a.asker}.`,
      'For fax over G.711: no compression, no voice activity detection, no echo canceller, fixed jitter buffer.',
    ],
  },
};
