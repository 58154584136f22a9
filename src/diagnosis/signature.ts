import type { Judged } from '../call/types.ts';
import type { Refusal } from '../model/response-args.ts';
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
  'tcp-stalled': ({ receiver, how }) => [receiver, how],
  'tls-handshake-failed': ({ server, family }) => [server, family],
  'tls-certificate-problem': ({ server, fault }) => [server, fault],
  'ws-upgrade-failed': ({ server, status }) => [server, status],
  'trying-capture-ended': ({ node }) => [node],
  'trying-then-408': ({ node }) => [node],
  'trying-then-cancel': ({ node }) => [node],
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
  'decline-unattributed': ({ node }) => [node],
  'decline-pbx-default': ({ node }) => [node],
  'decline-q850': ({ location, node }) => [location, node],
  'malformed-message': ({ fault, header }, sender) => [fault, header, sender],
  'missing-mandatory-header': ({ headers, code }, sender) => [headers.join(' '), code, sender],
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
  'fmtp-conflict': ({ codec, node }) => [codec, node],
  'codec-changed-midcall': ({ before, after }) => [before, after],
  'nat-private-sdp': ({ node }) => [node],
  'media-address-unset': ({ node }) => [node],
  'address-family-mismatch': ({ how, node }) => [how, node],
  't38-failed': ({ node, code }) => [node, code],
  'resp-400-malformed': (a) => [a.code, a.field, a.node],
  'resp-403-policy': (a) => [a.code, a.topic, phraseFamily(a.phrase), a.node],
  'resp-404-number': (a) => [a.code, a.form, phraseFamily(a.phrase), a.node],
  'resp-405-501-method': (a) => [a.code, a.method, a.node],
  'resp-message-refused': (a) => [a.code, a.node],
  'resp-408-timeout': refusalParts,
  'resp-410-301-moved': refusalParts,
  'resp-415-406-body': (a) => [a.code, a.sent, a.node],
  'resp-420-421-extension': (a) => [a.code, a.tags.join(' '), a.node],
  'resp-422-session-interval': (a) => [a.minimum, a.node],
  'resp-480-unavailable': (a) => [a.code, a.how, phraseFamily(a.phrase), a.node],
  'resp-481-state-lost': ({ method, node }) => [method, node],
  'resp-482-loop': (a) => [a.how, a.node],
  'resp-483-hops': (a) => [a.how, a.node],
  'max-forwards-low': ({ sender }) => [sender],
  'resp-484-digits': refusalParts,
  'overlap-dialling': ({ node }) => [node],
  'resp-486-busy': refusalParts,
  'resp-487-terminated': ({ how, node }) => [how, node],
  'resp-488-media': refusalParts,
  'resp-606-media': refusalParts,
  'resp-489-event': ({ event, node }) => [event.split(';', 1)[0] as string, node],
  'resp-493-smime': refusalParts,
  'resp-494-secagree': refusalParts,
  'resp-491-glare': () => [],
  'resp-500-server': (a) => [phraseFamily(a.phrase), a.passedOn, a.node],
  'resp-502-504-gateway': (a) => [a.code, a.node, a.next],
  'resp-503-overload': (a) => [a.topic, phraseFamily(a.phrase), a.node],
  'retry-after-ignored': ({ client, server }) => [client, server],
  'overload-burst': ({ node }) => [node],
  'resp-513-size': refusalParts,
  'resp-555-push': (a) => [a.provider, a.node],
  'resp-580-precondition': refusalParts,
  'resp-600-604': refusalParts,
  'vendor-routing-code': refusalParts,
  'redirect-loop': ({ node }) => [node],
  'redirect-not-followed': ({ client, node, code }) => [code, client, node],
  'resp-other': refusalParts,
  'auth-no-retry': ({ server, realm, why }) => [server, realm, why],
  'auth-loop-wrong-credentials': ({ server, realm }) => [server, realm],
  'auth-stale-loop': ({ server, realm }) => [server, realm],
  'auth-nc-reuse': ({ client }) => [client],
  'auth-uri-mismatch': ({ client, rewritten }) => [client, String(rewritten)],
  'auth-realm-mismatch': ({ client, asked, realm }) => [client, asked, realm],
  'auth-username-mismatch': ({ client, username }) => [client, username],
  'auth-algorithm-unsupported': ({ server, offered, used }) => [server, offered.join(' '), used],
  'auth-cseq-not-incremented': ({ client }) => [client],
  'auth-then-403': ({ server, realm }) => [server, realm],
  'auth-challenge-to-ack-or-cancel': ({ server, method }) => [server, method],
  'auth-basic-or-cleartext': ({ client, server, how }) => [client, server, how],
  'identity-verification-failed': ({ how, code, node }) => [how, code, node],
  'identity-passport-invalid': ({ faults, node }) => [faults[0] ?? '', node],
  'caller-id-rejected': ({ code, phrase, node }) => [code, phraseFamily(phrase), node],
  'anonymous-rejected': ({ code, node }) => [code, node],
  'register-failed': ({ how, code, registrar }) => [how, code, registrar],
  'register-interval-too-brief': ({ registrar }) => [registrar],
  'register-shortened': ({ registrar }) => [registrar],
  'register-not-refreshed': ({ registrar }) => [registrar],
  'register-expired-at-call': ({ aor }) => [aor],
  'register-flapping': ({ aor }) => [aor],
  'register-storm': ({ aor, registrar }) => [aor, registrar],
  'register-many-bindings': ({ aor }) => [aor],
  'register-contact-unroutable': ({ registrar }) => [registrar],
  'register-outbound-439-430': ({ code, node }) => [code, node],
  'subscribe-failed': ({ how, code, event, node }) => [how, code, event, node],
  'notify-481': ({ event, sender }) => [event, sender],
  'info-dtmf-rejected': ({ code, node }) => [code, node],
  'ack-missing-2xx': ({ node }) => [node],
  'ack-misrouted': ({ how, node }) => [how, node],
  'ack-missing-non2xx': ({ code, peer }) => [code, peer],
  'ack-late': ({ sender }) => [sender],
  'ack-cseq-or-branch-wrong': ({ how, sender }) => [how, sender],
  'call-dropped-32s': ({ node }) => [node],
  'cancel-before-provisional': ({ sender, node }) => [sender, node],
  'cancel-mismatch': ({ field, sender }) => [field, sender],
  'cancel-200-race': ({ ended, caller }) => [ended, caller],
  'cancel-no-487': ({ how, node }) => [how === 'confirmed' ? '' : how, node],
  'cancel-481': ({ node }) => [node],
  'cancel-completed-elsewhere-missing': ({ node }) => [node],
  'early-bye': ({ by, state, sender }) => [by, state, sender],
  'bye-481': ({ node, how }) => [node, how],
  'bye-crossed': () => [],
  'bye-unanswered': ({ target, code }) => [target, code],
  'dialog-zombie': ({ refresher }, sender) => [refresher, sender],
  'prack-missing': ({ node }) => [node],
  'prack-rejected': ({ node, code }) => [node, code],
  'rseq-gap': ({ node }) => [node],
  'rel100-required-unsupported': ({ node, code }) => [node, code],
  'precondition-failed': ({ node, code }) => [node, code],
  'fork-loser-noise': ({ node }) => [node],
  'fork-killed-by-6xx': ({ killer, code }) => [killer, code],
  'serial-hunt-long': ({ node }) => [node],
  'multiple-2xx': () => [],
  'early-media-no-sdp': ({ node }) => [node],
  'early-media-announcement-cause': ({ node, cause }) => [node, cause],
  'nat-missing-rport': ({ node, method }) => [node, method],
  'nat-keepalive-missing': ({ aor }) => [aor],
  'nat-private-contact': ({ side, source }) => [side, hostOf(source)],
  'contact-unroutable': ({ why, source }) => [why, hostOf(source)],
  'nat-port-rebinding': ({ before }) => [hostOf(before)],
  'sip-alg-suspected': ({ how, outside }) => [how, hostOf(outside)],
  'ice-failed': ({ how, node }) => [how, hostOf(node)],
  'session-timer-expiry': ({ by, attempts }) => [by, ...attempts],
  'session-timer-violations': ({ how, node }) => [how, node],
  'reinvite-failed': ({ code, purpose, node }) => [code, purpose, node],
  'reinvite-no-answer': ({ target }) => [target],
  'update-not-allowed': ({ node }) => [node],
  'refer-failed': ({ how, code, node }) => [how, code, node],
  'refer-call-lost': ({ transferor }) => [transferor],
  'record-route-missing-lr': ({ route }) => [route],
  'route-set-lost': ({ sender }) => [sender],
  'in-dialog-bypasses-proxy': ({ sender, proxy }) => [sender, proxy],
  'target-refresh-ignored': ({ sender }) => [sender],
  'branch-reused': ({ sender }) => [sender],
  'call-id-reused': ({ sender, how }) => [sender, how],
  'cseq-out-of-order': ({ sender }) => [sender],
  'tag-problems': ({ how, node }) => [how, node],
  'via-stack-broken': ({ how, node }) => [how, node],
  'via-loop-visible': ({ node }) => [node],
  'max-breadth-or-fork-bomb': ({ node }) => [node],
  'bye-reason-abnormal': ({ kind, by }) => [kind, by],
  'emergency-call': ({ service, code }) => [service, code],
  'scanner-detected': ({ address, sign }) => [address, sign],
  'extension-enumeration': ({ address, server }) => [address, server],
  'password-bruteforce': ({ address, username }) => [address, username],
  'credential-compromise-suspected': ({ address, username }) => [address, username],
  'toll-fraud-pattern': ({ address, number }) => [address, number],
  'open-relay': ({ address, number }) => [address, number],
  'bye-or-cancel-spoof': ({ address }) => [address],
  'digest-leak': ({ address }) => [address],
  'digest-replay': ({ address, username }) => [address, username],
  'sip-flood': ({ address, server }) => [address, server],
  'peer-failure-spike': ({ node }) => [node],
  'single-node-of-cluster-bad': ({ client, node }) => [client, node],
  'ner-drop': ({ node }) => [node],
  'pdd-regression': ({ node }) => [node],
  'acd-collapse': ({ node }) => [node],
  'short-call': ({ node }) => [node],
  'time-of-day-restart': ({ node }) => [node],
  'concurrency-ceiling': ({ client, node }) => [client, node],
  'cps-ceiling': ({ client, node }) => [client, node],
  'rule-crashed': ({ crashedRule }) => [crashedRule],
};

/** Rules that tell one cause by how the calls ended: who lost patience first is no other incident. */
const CAUSES: Partial<Record<RuleId, string>> = {
  'trying-capture-ended': 'stuck-at-100',
  'trying-then-408': 'stuck-at-100',
  'trying-then-cancel': 'stuck-at-100',
};

/** Code, family of the phrase, and who refused. */
function refusalParts({ code, phrase, node }: Refusal): readonly (string | number)[] {
  return [code, phraseFamily(phrase), node];
}

/** Two findings with the same signature are one incident. Reads the finding and, for the sender, the conversation. */
export function signatureOf<R extends RuleId>(finding: Finding<R>, judged: Judged): string {
  const first = finding.evidence.find((proof) => proof.kind === 'message')?.message;
  const sender = (first ?? judged.messages[0])?.sender.name ?? '';
  const parts = PARTS[finding.rule](finding.args, sender);
  return [CAUSES[finding.rule] ?? finding.rule, ...parts.filter((part) => part !== '')].join(' · ');
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
