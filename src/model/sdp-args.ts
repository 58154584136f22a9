/** The arguments of the findings about session descriptions; `rule-args.ts` says how they are named. */

/** What is wrong with a session description (RFC 8866). */
export type SdpFaultKind =
  /** A line that is no `letter=value`. */
  | 'not-a-line'
  | 'unknown-type'
  /** A line where RFC 8866 §5 does not have it. */
  | 'order'
  | 'no-version'
  | 'no-origin'
  | 'no-session-name'
  | 'no-timing'
  /** Neither the session nor every media section has a `c=` line. */
  | 'no-connection'
  | 'origin'
  | 'connection'
  | 'bandwidth'
  /** An `m=` line without media or protocol. */
  | 'media'
  | 'port'
  | 'no-formats'
  /** An RTP format that is no number up to 127. */
  | 'payload-type'
  /** An rtpmap without payload type, name or clock rate. */
  | 'rtpmap'
  /** A dynamic payload type that no rtpmap explains. */
  | 'no-rtpmap'
  /** More lines or formats than are read. */
  | 'too-long';

/** How two sides broke the rules of offer and answer. */
export type OfferAnswerFault =
  /** A 2xx to an offer without any answer. */
  | 'no-answer'
  /** The only answer stands in an unreliable 1xx. */
  | 'preview-only'
  /** Neither the INVITE nor its 2xx has an offer. */
  | 'no-offer'
  /** The offer of a 2xx was not answered in the ACK. */
  | 'ack-without-answer'
  /** The answer has more or fewer media lines than the offer. */
  | 'line-count'
  /** A media line of another kind at the same place. */
  | 'line-kind'
  | 'profile'
  | 'direction'
  /** A second offer while the first is not answered. */
  | 'two-offers'
  /** The description changed, the version in `o=` did not (RFC 3264 §8). */
  | 'version-kept';

/** Session descriptions, offers and answers. */
export interface SdpArgs {
  /** `line` is 0 where one is missing. */
  'sdp-malformed': { fault: SdpFaultKind; line: number; text: string };
  'offer-answer-violation': {
    fault: OfferAnswerFault;
    /** Whose message is at fault. */
    node: string;
    /** `audio`, '' when it is not about one line. */
    media: string;
    /** What stands in the offer and in the answer, as far as it matters. */
    offered: string;
    answered: string;
  };
  'codec-no-overlap': {
    offered: string[];
    /** What the other side has, empty when it did not say. */
    accepted: string[];
    node: string;
    /** Status code of the refusal; 0 when an answer shows it. */
    code: number;
  };
  'media-rejected': { media: string; node: string; nothingLeft: boolean };
  'srtp-mismatch': {
    how: 'answered-plain' | 'answered-srtp' | 'suite' | 'no-key' | 'refused';
    /** Profile or suites. */
    offered: string;
    answered: string;
    node: string;
    code: number;
  };
  'srtp-key-in-clear': { transport: string; sender: string; receiver: string; suites: string[] };
  'dtls-setup-wrong': {
    how: 'no-fingerprint' | 'actpass' | 'same-role';
    offered: string;
    answered: string;
    node: string;
  };
  'rtcp-mux-mismatch': { how: 'unasked' | 'required'; node: string };
  'hold-state': {
    holder: string;
    how: 'sendonly' | 'inactive' | 'address';
    heldUs: number;
    holds: number;
    resumed: boolean;
  };
  'hold-not-resumed': { holder: string; heldUs: number; endedBy: 'holder' | 'held' };
  'hold-both-sides': { first: string; second: string; togetherUs: number };
  'fmtp-conflict': {
    codec: string;
    /** How frames are packed: octet-aligned or bandwidth-efficient. */
    offered: 'octet' | 'bandwidth';
    answered: 'octet' | 'bandwidth';
    node: string;
  };
  'codec-changed-midcall': { before: string; after: string; node: string };
  'nat-private-sdp': { address: string; source: string; node: string };
  /** `address`: 0.0.0.0 or ::; `descriptions`: how many this side gave, all of them without an address. */
  'media-address-unset': { address: string; node: string; descriptions: number };
  'address-family-mismatch': {
    how: 'signalling' | 'answer';
    family: string;
    other: string;
    node: string;
  };
  't38-failed': {
    asker: string;
    node: string;
    /** Status code of the refusal; 0 when an answer refuses the line. */
    code: number;
    phrase: string;
    /** The call ended soon after. */
    ended: boolean;
    /** The codec that both sides agreed on afterwards, '' when they did not. */
    fallback: string;
  };
}
