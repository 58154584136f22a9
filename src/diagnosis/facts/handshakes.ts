import type { CertificateFault, TransportArgs } from '../../model/rule-args.ts';
import type { CertificateSummary, TlsHandshakeFact } from '../../model/transport-fact.ts';
import type { PlacedFact } from '../below-sip.ts';
import { alertName } from './packets.ts';

type Args = TransportArgs['tls-handshake-failed'];

/** Alerts by what they complain about; others say nothing in particular. */
const FAMILIES: readonly (readonly [Args['family'], readonly number[]])[] = [
  ['certificate', [42, 43, 44, 45, 46, 48, 113]],
  ['version', [70, 86]],
  ['cipher', [40, 71]],
  ['name', [112]],
  ['client-certificate', [116]],
];

const VERSIONS: Readonly<Record<number, string>> = {
  0x0300: 'SSL 3.0',
  0x0301: 'TLS 1.0',
  0x0302: 'TLS 1.1',
  0x0303: 'TLS 1.2',
  0x0304: 'TLS 1.3',
};

/** What a handshake that failed says about why. */
export function failureOf({ fact, from, to }: PlacedFact<TlsHandshakeFact>): Args {
  const { alert, certificate, offered, serverName, time, count } = fact;
  const description = alert?.description ?? -1;
  // GREASE values (RFC 8701) lie outside the real versions.
  const highest = Math.max(0, ...offered.filter((version) => version in VERSIONS));
  return {
    server: to.name,
    client: from.name,
    serverName,
    alert: alertName(description),
    family: FAMILIES.find(([, alerts]) => alerts.includes(description))?.[0] ?? 'other',
    fromClient: alert?.fromClient ?? false,
    version: VERSIONS[highest] ?? '',
    fault: (certificate && certificateFault(certificate, serverName, time)) ?? '',
    subject: certificate?.subject ?? '',
    connections: count,
  };
}

/** The first fault of a certificate at a time (µs); null when it shows none. Nothing is verified. */
export function certificateFault(
  { notBefore, notAfter, names, subject, issuer }: CertificateSummary,
  serverName: string,
  time: number,
): CertificateFault | null {
  if (notAfter < time) return 'expired';
  if (notBefore > time) return 'not-yet-valid';
  if (serverName !== '' && !isNamed(serverName, names, subject)) return 'name';
  return subject !== '' && subject === issuer ? 'self-signed' : null;
}

function isNamed(serverName: string, names: readonly string[], subject: string): boolean {
  const wanted = serverName.toLowerCase().replace(/\.$/, '');
  const common = /(?:^|, )CN=([^,]*)/.exec(subject)?.[1] ?? '';
  return [...names, common].some((name) => {
    const known = name.toLowerCase().replace(/^sips?:/, '');
    if (!known.startsWith('*.')) return known === wanted;
    return wanted.slice(wanted.indexOf('.')) === known.slice(1) && wanted.includes('.');
  });
}
