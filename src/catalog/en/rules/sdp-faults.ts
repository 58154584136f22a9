import type { OfferAnswerFault, SdpArgs, SdpFaultKind } from '../../../model/sdp-args.ts';

/** What is wrong with a description, in a sentence. */
export const SDP_FAULTS: Readonly<Record<SdpFaultKind, string>> = {
  'not-a-line': 'A line of the SDP is not of the form letter=value.',
  'unknown-type': 'A line of the SDP has a letter that no line has.',
  order: 'A line of the SDP stands in the wrong place.',
  'no-version': 'The SDP does not begin with v=0.',
  'no-origin': 'The SDP has no o= line.',
  'no-session-name': 'The SDP has no s= line.',
  'no-timing': 'The SDP has no t= line.',
  'no-connection': 'The SDP has no c= line, neither for the session nor for every medium.',
  origin: 'The o= line of the SDP cannot be read.',
  connection: 'A c= line of the SDP has no usable address.',
  bandwidth: 'A b= line of the SDP cannot be read.',
  media: 'An m= line of the SDP cannot be read.',
  port: 'An m= line of the SDP has no usable port.',
  'no-formats': 'An m= line of the SDP lists no format.',
  'payload-type': 'An m= line for RTP lists a payload type that cannot be one.',
  rtpmap: 'An rtpmap line has no usable payload type, name or clock rate.',
  'no-rtpmap': 'A dynamic payload type is offered without an rtpmap that names it.',
  'too-long': 'The SDP is longer than any device needs; not all of it was read.',
};

type Violation = SdpArgs['offer-answer-violation'];

/** How offer and answer went wrong, and what comes of it. */
export const OFFER_ANSWER: Readonly<
  Record<OfferAnswerFault, { title: (a: Violation) => string; harm: string }>
> = {
  'no-answer': {
    title: (a) => `${a.node} accepted an offer without an SDP answer.`,
    harm: 'The 2xx to an offer must carry the answer. Without one the offerer does not know where to send, so there is no audio, and many devices end the call.',
  },
  'preview-only': {
    title: (a) => `${a.node} gave its SDP answer in an unreliable provisional response only.`,
    harm: 'A provisional response that nobody acknowledges only previews the answer; the 2xx has to repeat it. Some callers take the preview for the answer, others stay without audio.',
  },
  'no-offer': {
    title: (a) => `Neither the INVITE nor the 2xx of ${a.node} carries an SDP offer.`,
    harm: 'When the INVITE has no offer, the first reliable response has to make one. Here nobody did, so no media can flow.',
  },
  'ack-without-answer': {
    title: (a) => `The ACK of ${a.node} has no SDP answer to the offer in the 2xx.`,
    harm: 'An INVITE without offer gets its offer in the 2xx, and the ACK must answer it. Without that the callee does not know where to send, and most end the call.',
  },
  'line-count': {
    title: (a) => `The answer has other media lines (${a.answered}) than the offer (${a.offered}).`,
    harm: 'An answer has exactly the lines of the offer in their order; a medium that is not wanted gets port 0. Otherwise the two sides assign ports to different media.',
  },
  'line-kind': {
    title: (a) => `The answer says ${a.answered} where the offer has ${a.offered}.`,
    harm: 'The lines of an answer stand in the order of the offer. Exchanged, each side sends one medium to the port of another.',
  },
  profile: {
    title: (a) =>
      `The answer changes the transport of ${a.media} from ${a.offered} to ${a.answered}.`,
    harm: 'The answer has to keep the transport of the offered line. Devices that compare the two refuse the line or the call.',
  },
  direction: {
    title: (a) => `${a.node} answered ${a.answered} to an offer of ${a.offered}.`,
    harm: 'Who is told that the other side only sends can only receive, and the other way round. Most devices ignore the difference; some stay silent.',
  },
  'two-offers': {
    title: (a) => `${a.node} made a second SDP offer while its first was open.`,
    harm: 'A new offer has to wait for the answer to the last one. The other side answers 500 or 491, or mixes the two up.',
  },
  'version-kept': {
    title: (a) => `${a.node} changed its SDP but kept the version in the o= line.`,
    harm: 'Who compares versions takes the new description for a repetition and does not act on it: hold, resume or a new address is ignored.',
  },
};
