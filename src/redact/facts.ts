import type { FlowAddresses } from '../model/packet.ts';
import type { CertificateSummary, SeenFact } from '../model/transport-fact.ts';
import { addressBytes, addressText } from './address-bytes.ts';
import type { Redactor } from './redactor.ts';

/** What was noticed below SIP, with other addresses and names. */
export function hideFact(fact: SeenFact, redactor: Redactor): SeenFact {
  const flow = hideFlow(fact.flow, redactor);
  switch (fact.kind) {
    case 'icmp-unreachable':
      return {
        ...fact,
        flow,
        reporter: hideBytes(fact.reporter, 0, fact.reporter.length, redactor),
        startLine: redactor.startLine(fact.startLine),
      };
    case 'ip-fragment-loss':
      return {
        ...fact,
        flow,
        startLine: redactor.startLine(fact.startLine),
        callId: redactor.callId(fact.callId),
      };
    case 'tls-handshake':
      return {
        ...fact,
        flow,
        serverName: redactor.address(fact.serverName),
        certificate: fact.certificate === null ? null : hideCertificate(fact.certificate, redactor),
      };
    default:
      return { ...fact, flow };
  }
}

function hideFlow(flow: FlowAddresses, redactor: Redactor): FlowAddresses {
  const { addressBytes: bytes, sourceAt, destinationAt, addressLength: length } = flow;
  const hidden = new Uint8Array(2 * length);
  hidden.set(hideBytes(bytes, sourceAt, length, redactor));
  hidden.set(hideBytes(bytes, destinationAt, length, redactor), length);
  return { ...flow, addressBytes: hidden, sourceAt: 0, destinationAt: length };
}

function hideBytes(bytes: Uint8Array, at: number, length: number, redactor: Redactor): Uint8Array {
  return addressBytes(redactor.address(addressText(bytes, at, length)));
}

/** `CN=sip.example.com, O=Example`: the names of attributes stay. */
function hideCertificate(certificate: CertificateSummary, redactor: Redactor): CertificateSummary {
  const hideName = (name: string): string =>
    name
      .split(/((?:^|, )[A-Za-z]{1,16}=)/)
      .map((part, at) => (at % 2 === 1 ? part : redactor.words(part)))
      .join('');
  return {
    ...certificate,
    subject: hideName(certificate.subject),
    issuer: hideName(certificate.issuer),
    names: certificate.names.map((name) => redactor.address(name)),
  };
}
