/**
 * The arguments that each rule's finding carries, typed, so that its texts in every language can rely on them.
 * Names end in their unit: `Us` microseconds, `Ms` milliseconds. Addresses are printable `ip:port` names.
 */
import type { AuthArgs } from './auth-args.ts';
import type { ResponseArgs } from './response-args.ts';
import type { RegistrationArgs } from './registration-args.ts';
import type { DialogArgs } from './dialog-args.ts';
import type { NatArgs } from './nat-args.ts';
import type { RaceArgs } from './race-args.ts';
import type { PopulationArgs } from './population-args.ts';
import type { SdpArgs } from './sdp-args.ts';
import type { SecurityArgs } from './security-args.ts';

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
  /** `heard`: a 180, or early media alone; `reported`: the network says that nobody answered (Q.850 19). */
  'ringing-no-answer': {
    ringUs: number;
    endedBy: 'caller' | 'callee' | 'network' | 'timer';
    heard: 'ringing' | 'media';
    reported: boolean;
  };
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
  'decline-unattributed': { afterUs: number; node: string; agent: string; rang: boolean };
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
  /** `code`: of the response that lacks them, 0 for a request. */
  'missing-mandatory-header': { headers: string[]; code: number };
  'content-length-mismatch': { declared: number; present: number };
  'cseq-method-mismatch': { cseqMethod: string; method: string };
  'uri-param-outside-brackets': { header: string; text: string };
  'branch-no-cookie': { branch: string };
}

/** How the two sightings of a message differ: other files, another place in one capture, a router between, NAT, nothing. */
export type Twice = 'files' | 'point' | 'hops' | 'addresses' | 'nothing';

/** What limits the conclusions from a capture. */
export interface CaptureArgs {
  'capture-duplicate-packets': {
    duplicates: number;
    messages: number;
    twice: Twice;
    apartUs: number;
  };
  /** `from` was seen sending to `to`, and nothing back; `links`: how many links are like this one, `packets`: on all of them. */
  'capture-one-way': {
    from: string;
    to: string;
    packets: number;
    what: 'requests' | 'responses';
    links: number;
  };
  'capture-starts-midcall': { calls: number };
  /** `torn`: the file ends within a packet. */
  'capture-ends-before-outcome': { pending: number; up: number; torn: boolean };
  'capture-packet-loss': {
    /** Packets that the capturing side reports as lost. */
    dropped: number;
    /** Holes in streams. */
    gaps: number;
    /** Responses to requests that were not captured, and all responses. */
    orphans: number;
    responses: number;
  };
  'capture-snaplen-truncated': { cut: number; messages: number; captured: number; onWire: number };
  /** The clock of `behind` (a file) lags by `offsetUs` ± `spreadUs`; `pairs`: messages seen in both. */
  'capture-clock-skew': {
    behind: string;
    other: string;
    offsetUs: number;
    spreadUs: number;
    pairs: number;
  };
  'capture-out-of-order-timestamps': { steps: number; largestUs: number };
  'capture-encrypted-only': {
    how: 'tls' | 'ipsec';
    /** Connections, or packets for IPsec. */
    count: number;
    servers: string[];
    serverName: string;
  };
}

/** Why a datagram did not arrive, by what the ICMP error says. */
export type Unreachable =
  | 'port'
  | 'host'
  | 'network'
  | 'protocol'
  | 'prohibited'
  | 'too-big'
  | 'parameter'
  | 'other';

export type CertificateFault = 'expired' | 'not-yet-valid' | 'name' | 'self-signed';

/** Reachability and transport. */
export interface TransportArgs {
  'noninvite-no-response': {
    method: string;
    target: string;
    sender: string;
    copies: number;
    elapsedUs: number;
  };
  'icmp-unreachable': {
    target: string;
    sender: string;
    /** Host or router that reported it. */
    reporter: string;
    why: Unreachable;
    /** `ICMP 3/3` */
    code: string;
    /** Method or status code of the message that did not arrive, '' when it is not known. */
    lost: string;
    count: number;
    /** The message got through later all the same. */
    recovered: boolean;
  };
  'tcp-connect-failed': {
    server: string;
    clients: string[];
    how: 'reset' | 'silent';
    attempts: number;
    /** The client reached another target, or this one later. */
    recovered: boolean;
  };
  'tcp-stalled': {
    how: 'repeated' | 'zero-window';
    /** Who sent the bytes, and who did not take them. */
    sender: string;
    receiver: string;
    /** The request that was waiting. */
    method: string;
    /** How often the segment was sent; 0 where the window was closed. */
    copies: number;
    /** µs */
    stalledUs: number;
  };
  'tcp-reset-mid-transaction': {
    how: 'rst' | 'fin';
    closer: string;
    other: string;
    method: string;
    /** How long the request had been waiting, µs. */
    pendingUs: number;
    /** Silence on the connection before it was closed, µs; null when it is not known. */
    idleUs: number | null;
    recovered: boolean;
  };
  'tls-handshake-failed': {
    server: string;
    client: string;
    serverName: string;
    /** `TLS alert 48 (unknown_ca)`, '' when the connection was closed without a word or the alert was encrypted. */
    alert: string;
    family: 'certificate' | 'version' | 'cipher' | 'name' | 'client-certificate' | 'other';
    fromClient: boolean;
    /** What the client offered at most, '' when it was not seen. */
    version: string;
    fault: CertificateFault | '';
    subject: string;
    connections: number;
  };
  'tls-certificate-problem': {
    server: string;
    serverName: string;
    subject: string;
    issuer: string;
    fault: CertificateFault;
    /** µs since 1970 UTC. */
    since: number;
    names: string[];
  };
  'ws-upgrade-failed': { server: string; clients: string[]; status: number; attempts: number };
  'udp-over-mtu': {
    target: string;
    sender: string;
    method: string;
    bytes: number;
    /** It cannot have travelled in one packet. */
    fragmented: boolean;
    /** What makes it large, the largest first. */
    largest: string[];
  };
  'ip-fragment-loss': {
    from: string;
    to: string;
    /** `INVITE sip:…`, '' when the first fragment is missing. */
    startLine: string;
    callId: string;
    fragments: number;
    /** Byte ranges, the end left out; null: to an end that is not known. */
    missing: [from: number, to: number | null][];
    /** Datagrams like it. */
    count: number;
    /** No later fragment at all: a capture filter on ports takes them away. */
    filtered: boolean;
    /** It was answered all the same: only the capture lacks the fragments. */
    arrived: boolean;
    /** Call-ID of the one call between the two that lacks a message at that time, which this may be; or ''. */
    nearby: string;
  };
  'retransmission-storm': {
    /** `INVITE`, `200 OK`. */
    what: string;
    sender: string;
    receiver: string;
    copies: number;
    elapsedUs: number;
    /**
     * `answered`: a reply was seen, and it went on. `unacknowledged`: a final response without its ACK. `slow`: the first
     * reply took that long.
     */
    deaf: 'answered' | 'unacknowledged' | 'slow';
    /** More than one where many calls on this way had to wait; then `copies` and `elapsedUs` are those of the worst. */
    calls: number;
  };
  'transport-failover': {
    sender: string;
    failed: string;
    next: string;
    waitedUs: number;
    /** Status code of the refusal, 0 for silence. */
    code: number;
    targets: number;
    worked: boolean;
  };
  'dns-failure': { node: string; code: number; phrase: string };
  'request-to-wrong-transport': {
    target: string;
    uri: string;
    transport: string;
    /** Warning code of the refusal, 0 without one. */
    warning: number;
    code: number;
  };
}

/** The engine's own. */
export interface EngineArgs {
  'rule-crashed': { crashedRule: string; message: string };
}

export interface RuleArgs
  extends
    CaptureArgs,
    TransportArgs,
    SetupArgs,
    DeclineArgs,
    SyntaxArgs,
    SdpArgs,
    AuthArgs,
    ResponseArgs,
    RegistrationArgs,
    RaceArgs,
    NatArgs,
    DialogArgs,
    SecurityArgs,
    PopulationArgs,
    EngineArgs {}

export type RuleId = keyof RuleArgs;
