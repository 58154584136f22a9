import type { Endpoint } from '../../model/packet.ts';
import type { IcmpFact, SeenFact } from '../../model/transport-fact.ts';
import { ipv6Text } from '../../sip/ipv6-text.ts';
import type { PlacedFact } from '../below-sip.ts';
import type { PacketProof } from '../rule.ts';

/** Names of TLS alerts (RFC 8446 §6; those of older versions too). */
const ALERTS: Readonly<Record<number, string>> = {
  0: 'close_notify',
  10: 'unexpected_message',
  20: 'bad_record_mac',
  22: 'record_overflow',
  40: 'handshake_failure',
  42: 'bad_certificate',
  43: 'unsupported_certificate',
  44: 'certificate_revoked',
  45: 'certificate_expired',
  46: 'certificate_unknown',
  47: 'illegal_parameter',
  48: 'unknown_ca',
  49: 'access_denied',
  50: 'decode_error',
  51: 'decrypt_error',
  70: 'protocol_version',
  71: 'insufficient_security',
  80: 'internal_error',
  86: 'inappropriate_fallback',
  90: 'user_canceled',
  109: 'missing_extension',
  110: 'unsupported_extension',
  112: 'unrecognized_name',
  113: 'bad_certificate_status_response',
  115: 'unknown_psk_identity',
  116: 'certificate_required',
  120: 'no_application_protocol',
};

/** `TLS alert 48 (unknown_ca)`; '' when it was encrypted. */
export function alertName(description: number): string {
  if (description < 0) return '';
  const name = ALERTS[description];
  return name === undefined ? `TLS alert ${description}` : `TLS alert ${description} (${name})`;
}

/** What was on the wire, in the notation of its protocol. */
function wireName(fact: SeenFact): string {
  switch (fact.kind) {
    case 'icmp-unreachable':
      return `ICMP${fact.version === 6 ? 'v6' : ''} ${fact.type}/${fact.code}`;
    case 'tcp-connect-failed':
      return fact.how === 'reset' ? 'TCP SYN, RST' : 'TCP SYN';
    case 'tcp-closed':
      return fact.how === 'rst' ? 'TCP RST' : 'TCP FIN';
    case 'tcp-stalled':
      return fact.how === 'repeated' ? 'TCP retransmission' : 'TCP zero window';
    case 'ws-upgrade-failed':
      return `HTTP ${fact.status}`;
    case 'tls-handshake':
      return (fact.alert === null ? '' : alertName(fact.alert.description)) || 'TLS handshake';
    case 'ip-fragment-loss':
      return `IP fragment, id ${fact.id}`;
  }
}

/** A fact as evidence; an ICMP error travels from who reports it to the sender of what it quotes. */
export function packetOf(one: PlacedFact): PacketProof {
  const { source, fact } = one;
  const { frame, offset, time } = fact;
  const [from, to] =
    fact.kind === 'icmp-unreachable'
      ? [reporterOf(fact), one.from]
      : isAlertOfServer(fact)
        ? [one.to, one.from]
        : [withoutPort(one.from), withoutPort(one.to)];
  const copies = fact.kind === 'tcp-connect-failed' ? fact.attempts * fact.count : fact.count;
  const what = wireName(fact);
  return { kind: 'packet', sip: false, source, frame, offset, time, from, to, what, copies };
}

function isAlertOfServer(fact: SeenFact): boolean {
  return fact.kind === 'tls-handshake' && fact.alert !== null && !fact.alert.fromClient;
}

/** An end of which only the address is known goes by that. */
export function withoutPort(end: Endpoint): Endpoint {
  return end.port === 0 ? { ...end, name: end.address } : end;
}

/** The host or router that sent the error. */
export function reporterOf({ reporter }: IcmpFact): Endpoint {
  const address = reporter.length === 16 ? ipv6Text(reporter, 0) : reporter.join('.');
  return { address, port: 0, name: address };
}
