/** The arguments of the findings about authentication and identity; `rule-args.ts` says how they are named. */

/** One refused answer to a challenge, as far as it may be shown: never a password, a whole response or a cnonce. */
export interface DigestAttempt {
  /** The how many-th of the refused ones it is, from 1: not all of them are shown. */
  place: number;
  /** µs since 1970 UTC */
  time: number;
  username: string;
  realm: string;
  uri: string;
  /** Both ends of it, enough to tell two apart. */
  nonce: string;
  /** '' without qop. */
  nc: string;
  algorithm: string;
  /** The first digits of the response: whether it changed, and too little to guess a password with. */
  response: string;
}

export type DigestPart =
  | 'header'
  | 'realm'
  | 'nonce'
  | 'nc'
  | 'algorithm'
  | 'qop'
  | 'opaque'
  /** How many hex digits the response has. */
  | 'response'
  | 'uri'
  | 'username';

/** A parameter of digest that differs. */
export interface DigestDifference {
  part: DigestPart;
  /**
   * `challenge`: what was asked, what was answered. `request`: what the request has, what the credentials have.
   * `attempts`, `challenges`: one and the next.
   */
  between: 'challenge' | 'request' | 'attempts' | 'challenges';
  first: string;
  second: string;
}

/** Who asked whom, for what. */
export type DigestParties = {
  /** Who sent the request. */
  client: string;
  /** Who refused it. */
  server: string;
  method: string;
  realm: string;
  username: string;
};

/** Why a challenge was not answered, as far as it shows itself. */
export type UnansweredChallenge =
  /** A 401 or 407 without any challenge. */
  | 'no-challenge'
  /** A 401 with Proxy-Authenticate, or a 407 with WWW-Authenticate. */
  | 'wrong-field'
  /** No Digest among the schemes. */
  | 'scheme'
  /** Only algorithms that many clients do not have. */
  | 'algorithm'
  /** Only qualities of protection that hardly anybody has. */
  | 'qop'
  /** Another realm had been answered before. */
  | 'second-realm'
  | 'unknown';

/** What is wrong with a PASSporT as far as it shows without the certificate. */
export type PassportFault =
  | 'unreadable'
  | 'algorithm'
  | 'type'
  /** Header field and token name different certificates or extensions. */
  | 'info-differs'
  | 'certificate-url'
  | 'no-date'
  | 'old'
  | 'ahead'
  | 'attest'
  | 'origid'
  | 'no-caller'
  | 'no-callee'
  | 'caller-differs'
  | 'callee-differs'
  | 'signature';

/** A signed caller number, decoded. */
export type SignedIdentity = {
  /** `shaken`, `div` … */
  ppt: string;
  attest: string;
  /** Calling and called number as signed. */
  origTn: string;
  destTn: string;
  /** Calling and called number of the request. */
  caller: string;
  callee: string;
  /** The request after the signing, µs; null when the token or the capture tells no time. */
  ageUs: number | null;
  /** The worst first. */
  faults: PassportFault[];
  certificate: string;
};

export interface AuthArgs {
  'auth-no-retry': DigestParties & { code: number; why: UnansweredChallenge; waitedUs: number };
  'auth-loop-wrong-credentials': DigestParties & {
    rejections: number;
    /** It worked in the end. */
    accepted: boolean;
    attempts: DigestAttempt[];
    differences: DigestDifference[];
  };
  'auth-stale-loop': DigestParties & {
    rejections: number;
    /** How many nonces the refused requests had. */
    nonces: number;
    accepted: boolean;
    /** The client answered a nonce other than the one that it had just been given. */
    reused: boolean;
    /** Of the last refusal, where it says so in words only; '' with `stale=true`. */
    phrase: string;
    /** Shortest time from a nonce given to the same nonce called stale, µs; null when none came back. */
    livedUs: number | null;
    attempts: DigestAttempt[];
  };
  'auth-nc-reuse': DigestParties & { nonce: string; before: string; nc: string };
  'auth-uri-mismatch': DigestParties & {
    uri: string;
    requestUri: string;
    /** The client's own request fits: a node between changed the Request-URI. */
    rewritten: boolean;
  };
  'auth-realm-mismatch': DigestParties & { asked: string };
  'auth-username-mismatch': DigestParties & { user: string };
  'auth-algorithm-unsupported': DigestParties & {
    offered: string[];
    /** '' when the client did not answer. */
    used: string;
  };
  'auth-cseq-not-incremented': DigestParties & { cseq: number };
  'auth-then-403': DigestParties & {
    phrase: string;
    refusals: number;
    differences: DigestDifference[];
  };
  'auth-challenge-to-ack-or-cancel': {
    client: string;
    server: string;
    method: string;
    code: number;
  };
  'auth-basic-or-cleartext': {
    client: string;
    server: string;
    how: 'offered' | 'basic' | 'password';
    realm: string;
    transport: string;
  };
  'identity-verification-failed': {
    how: 'code' | 'stale-date' | 'reason' | 'verstat';
    code: number;
    phrase: string;
    node: string;
    /** The text of the STIR Reason, or the verstat value. */
    detail: string;
    /** The call ended by it. */
    refused: boolean;
    /** Null where the request carries no Identity. */
    identity: SignedIdentity | null;
  };
  'identity-passport-invalid': SignedIdentity & { node: string; damage: string };
  'caller-id-rejected': {
    code: number;
    phrase: string;
    warning: string;
    node: string;
    /** The number or name in each field that may name the caller; '' where the field is absent. */
    from: string;
    asserted: string;
    preferred: string;
    remoteParty: string;
  };
  'anonymous-rejected': {
    code: number;
    phrase: string;
    node: string;
    how: 'code' | 'cause' | 'phrase';
    from: string;
    privacy: string;
  };
}
