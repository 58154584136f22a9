/** The shapes of catalog data: facts are language-free, texts exist once per language. */

/** Who decides on this code, as far as the code alone tells. */
export type Producer =
  | 'next-hop'
  | 'callee-device'
  | 'callee'
  | 'registrar'
  | 'proxy'
  | 'network'
  | 'gateway'
  | 'any-server';

/** What re-sending the same request can achieve. */
export type Retry =
  | 'wait'
  | 'unneeded'
  | 'automatic'
  | 'later'
  | 'elsewhere'
  | 'after-fix'
  | 'not-now'
  | 'never';

/** What the code does to the other branches of a forked INVITE (RFC 3261 §16.7). */
export type ForkEffect = 'none' | 'search-continues' | 'search-ends';

/** Language-free facts about one SIP status code. */
export interface StatusCodeFacts {
  /** Reason phrase as registered (or as the vendor writes it). */
  readonly phrase: string;
  /** Where the code is defined, e.g. `RFC 3261 §21.6.2`; for vendor codes, the product. */
  readonly reference: string;
  /** In the IANA registry, or met in practice only. */
  readonly registered: boolean;
  /** Header fields that every response with this code has to carry; either-or ones are left out. */
  readonly mustCarry: readonly string[];
  /** Retry-After means something on this code (RFC 3261 §20.33). */
  readonly retryAfter: boolean;
  readonly producer: Producer;
  readonly retry: Retry;
  readonly forks: ForkEffect;
  /** A normal step of a healthy call or registration, not a failure. */
  readonly routine: boolean;
  /** Phrases of older documents or well-known stacks for the same code. */
  readonly otherPhrases?: readonly string[];
}

/** Advice by the party that can act on it; an empty list means there is nothing for that party to do. */
export interface FixByOwner {
  readonly caller: readonly string[];
  readonly operator: readonly string[];
  readonly callee: readonly string[];
}

/** How a code differs from one it is often confused with. */
export interface Neighbour {
  readonly code: number;
  readonly difference: string;
}

/** What a person reads about one status code, in one language. */
export interface CodeText {
  /** Short name, 1 to 5 words, lower-case where the language allows. */
  readonly label: string;
  /** At most 48 characters, shown beside the arrow on a ladder. */
  readonly note: string;
  readonly meaning: string;
  readonly when: string;
  /** Causes met in practice, most frequent first. */
  readonly causes: readonly string[];
  readonly fix: FixByOwner;
  readonly neighbours: readonly Neighbour[];
}

/** A numbered cause, warning or protocol value with a short name and how an operator should read it. */
export interface CauseText {
  readonly name: string;
  readonly reading: string;
  /** How to tell its cases apart; only for those who look it up. */
  readonly hint?: string;
}
