/**
 * The arguments that each rule's finding carries, typed, so that its texts in every language can rely on them.
 * Names end in their unit: `Us` microseconds, `Ms` milliseconds. Addresses are printable `ip:port` names.
 */

/** Set-ups that got stuck, were slow, or were never heard. */
export interface SetupArgs {
  'trying-capture-ended': { elapsedUs: number; node: string };
  'trying-then-408': {
    elapsedUs: number;
    node: string;
    code: number;
    phrase: string;
    /** Which clock fits the gap. */
    clock: 'transaction-timeout' | 'provisional-then-stall' | 'timer-c' | 'short-failover' | 'none';
    /** `Server`/`User-Agent` of the final, '' when it does not say. */
    producer: string;
  };
  'trying-then-cancel': {
    elapsedUs: number;
    node: string;
    canceller: string;
    /** The elapsed time is a round timer value of a server, not a person. */
    timerSeconds: number | null;
  };
  'trying-downstream-silent': { elapsedUs: number; node: string; silent: string; copies: number };
  'trying-downstream-answered-not-relayed': {
    node: string;
    peer: string;
    code: number;
    phrase: string;
    waitedUs: number;
  };
  'trying-not-forwarded': { node: string; elapsedUs: number; otherCalls: number };
  'invite-no-response': { target: string; sender: string; copies: number; elapsedUs: number };
  'late-trying': { node: string; delayUs: number; copies: number };
  'pdd-slow': { pddUs: number; biggest: 'auth' | 'redirect' | 'routing'; biggestUs: number };
  'ringing-no-answer': { ringUs: number; endedBy: 'caller' | 'callee' | 'network' | 'timer' };
  'ringing-forever': { elapsedUs: number; node: string };
  'no-final-response': { elapsedUs: number; code: number; phrase: string; node: string };
}

/** 603 and its relatives, told apart. */
export interface DeclineArgs {
  'decline-analytics-603plus': {
    node: string;
    compliant: boolean;
    /** Why it is not fully compliant, '' when it is. */
    fault: '' | 'phrase-rewritten' | 'reason-missing' | 'version-missing' | 'no-contact';
    url: string;
    tel: string;
    email: string;
    id: string;
    location: string;
  };
  'decline-analytics-probable': { node: string; caller: string; refusals: number; callees: number };
  'decline-608': { node: string; contact: string };
  'decline-607': { node: string };
  'decline-human': { ringUs: number; node: string; agent: string };
  'decline-device-policy': { afterUs: number; node: string; agent: string; rang: boolean };
  'decline-pbx-default': { node: string; agent: string; cause: number | null };
  'decline-q850': { node: string; location: string; side: 'user' | 'network' };
}

/** What is wrong with a malformed message. */
export type MalformedFault =
  /** Blanks too many in the start line (RFC 3261 §7.1). */
  | 'start-line-blanks'
  /** Request-URI with blanks, brackets or otherwise unreadable. */
  | 'request-uri'
  /** Another version than SIP/2.0. */
  | 'version'
  | 'version-missing'
  /** Status code outside 100–699. */
  | 'status-code'
  /** The header fields do not end in an empty line. */
  | 'no-empty-line'
  /** Lines that end in LF without CR. */
  | 'bare-lf'
  | 'line-without-colon'
  /** NUL or another control byte among the header fields. */
  | 'control-character'
  | 'not-utf-8'
  /** A field that may occur once occurs again. */
  | 'repeated-field'
  | 'unbalanced-quotes'
  | 'unbalanced-brackets'
  /** Blanks inside the URI. */
  | 'blank-in-uri'
  /** A display name that needs quotes has none. */
  | 'display-name'
  /** No URI where one is needed. */
  | 'no-uri'
  /** Not a number. */
  | 'number'
  /** A number beyond the range of its field. */
  | 'number-range'
  /** Not an RFC 1123 date in GMT. */
  | 'date'
  /** The branch is the cookie and nothing else. */
  | 'branch-without-id'
  /** Rejected by the grammar of RFC 3261 §25 for another reason. */
  | 'grammar';

/** Messages that do not follow the grammar or the mandatory-header rules. */
export interface SyntaxArgs {
  /** `header` is '' when the start line or the framing is at fault. */
  'malformed-message': { fault: MalformedFault; header: string; text: string };
  'missing-mandatory-header': { headers: string[] };
  'content-length-mismatch': { declared: number; present: number };
  'cseq-method-mismatch': { cseqMethod: string; method: string };
  'uri-param-outside-brackets': { header: string; text: string };
  'branch-no-cookie': { branch: string };
}

/** The engine's own. */
export interface EngineArgs {
  'rule-crashed': { crashedRule: string; message: string };
}

export interface RuleArgs extends SetupArgs, DeclineArgs, SyntaxArgs, EngineArgs {}

export type RuleId = keyof RuleArgs;
