import type { Judged } from '../call/types.ts';
import type { RuleArgs, RuleId } from '../model/rule-args.ts';
import type { Finding } from './rule.ts';

type Parts<R extends RuleId> = (args: RuleArgs[R], sender: string) => readonly (string | number)[];

/**
 * What findings of one incident have in common besides the rule: the code and family of its phrase, and the node or
 * link that it blames. `sender` is who sent the first message shown.
 */
const PARTS: { readonly [R in RuleId]: Parts<R> } = {
  'capture-duplicate-packets': ({ twice }) => [twice],
  'capture-one-way': ({ what }) => [what],
  'capture-starts-midcall': () => [],
  'capture-ends-before-outcome': () => [],
  'capture-packet-loss': () => [],
  'capture-snaplen-truncated': () => [],
  'capture-clock-skew': ({ behind, other }) => [behind, other],
  'capture-out-of-order-timestamps': () => [],
  'capture-encrypted-only': ({ how }) => [how],
  'noninvite-no-response': ({ method, target }) => [method, target],
  'icmp-unreachable': ({ why, target }) => [why, target],
  'udp-over-mtu': ({ target }) => [target],
  'ip-fragment-loss': ({ from, to }) => [hostOf(from), hostOf(to)],
  'retransmission-storm': ({ deaf, sender }) => [deaf, sender],
  'transport-failover': ({ failed }) => [failed],
  'dns-failure': ({ node, code }) => [node, code],
  'request-to-wrong-transport': ({ target }) => [target],
  'tcp-connect-failed': ({ server, how }) => [server, how],
  'tcp-reset-mid-transaction': ({ closer, how }) => [closer, how],
  'tls-handshake-failed': ({ server, family }) => [server, family],
  'tls-certificate-problem': ({ server, fault }) => [server, fault],
  'ws-upgrade-failed': ({ server, status }) => [server, status],
  'trying-capture-ended': ({ node }) => [node],
  'trying-then-408': ({ code, phrase, clock, node }) => [code, phraseFamily(phrase), clock, node],
  'trying-then-cancel': ({ node, timerSeconds }) => [
    timerSeconds === null ? 'person' : `timer ${timerSeconds} s`,
    node,
  ],
  'trying-downstream-silent': ({ node, silent }) => [node, silent],
  'trying-downstream-answered-not-relayed': ({ node, peer }) => [node, peer],
  'trying-not-forwarded': ({ node }) => [node],
  'invite-no-response': ({ target }) => [target],
  'late-trying': ({ node }) => [node],
  'pdd-slow': ({ biggest }) => [biggest],
  'ringing-no-answer': ({ endedBy }) => [endedBy],
  'ringing-forever': ({ node }) => [node],
  'no-final-response': ({ code, node }) => [code, node],
  'decline-analytics-603plus': ({ node }) => [node],
  'decline-analytics-probable': ({ caller }) => [caller],
  'decline-608': ({ node }) => [node],
  'decline-607': ({ node }) => [node],
  'decline-human': ({ node }) => [node],
  'decline-device-policy': ({ node }) => [node],
  'decline-pbx-default': ({ node }) => [node],
  'decline-q850': ({ location, node }) => [location, node],
  'malformed-message': ({ fault, header }, sender) => [fault, header, sender],
  'missing-mandatory-header': ({ headers }, sender) => [headers.join(' '), sender],
  'content-length-mismatch': (_, sender) => [sender],
  'cseq-method-mismatch': (_, sender) => [sender],
  'uri-param-outside-brackets': ({ header }, sender) => [header, sender],
  'branch-no-cookie': (_, sender) => [sender],
  'sdp-malformed': ({ fault }, sender) => [fault, sender],
  'offer-answer-violation': ({ fault, node }) => [fault, node],
  'codec-no-overlap': ({ node, code }) => [node, code],
  'media-rejected': ({ media, node }) => [media, node],
  'srtp-mismatch': ({ how, node }) => [how, node],
  'srtp-key-in-clear': ({ transport, receiver }) => [transport, receiver],
  'dtls-setup-wrong': ({ how, node }) => [how, node],
  'rtcp-mux-mismatch': ({ how, node }) => [how, node],
  'hold-state': () => [],
  'hold-not-resumed': ({ endedBy }) => [endedBy],
  'hold-both-sides': () => [],
  'codec-changed-midcall': ({ before, after }) => [before, after],
  'nat-private-sdp': ({ node }) => [node],
  'address-family-mismatch': ({ how, node }) => [how, node],
  't38-failed': ({ node, code }) => [node, code],
  'rule-crashed': ({ crashedRule }) => [crashedRule],
};

/** Two findings with the same signature are one incident. Reads the finding and, for the sender, the conversation. */
export function signatureOf<R extends RuleId>(finding: Finding<R>, judged: Judged): string {
  const first = finding.evidence.find((proof) => proof.kind === 'message')?.message;
  const sender = (first ?? judged.messages[0])?.sender.name ?? '';
  const parts = PARTS[finding.rule](finding.args, sender);
  return [finding.rule, ...parts.filter((part) => part !== '')].join(' · ');
}

/** The same for a finding that belongs to no conversation. */
export function captureSignature<R extends RuleId>({ rule, args }: Finding<R>): string {
  return [rule, ...PARTS[rule](args, '').filter((part) => part !== '')].join(' · ');
}

/** The address of `address:port`: ports of lost fragments differ, and may be unknown. */
function hostOf(name: string): string {
  return name.replace(/:\d+$/, '');
}

/** Longest phrase that takes part in a signature, in characters. */
const MAX_PHRASE = 60;

/** A reason phrase without what differs from call to call: case, numbers, ids and what stands in brackets. */
export function phraseFamily(phrase: string): string {
  return phrase
    .slice(0, 4 * MAX_PHRASE)
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[\w.-]*\d[\w.-]*/g, '#')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_PHRASE);
}
