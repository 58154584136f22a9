import type { SdpFaultKind } from '../../model/sdp-args.ts';
import { decimal } from '../values/text.ts';
import { words } from './words.ts';

/** Most formats of one media line that are kept. */
const MAX_FORMATS = 256;

export interface MediaLine {
  readonly kind: string;
  readonly port: number | null;
  readonly ports: number;
  readonly protocol: string;
  readonly formats: readonly string[];
  readonly fault: SdpFaultKind | null;
}

/** `m=audio 49170[/2] RTP/AVP 0 8 97` (RFC 8866 §5.14); what is unreadable comes back empty, with the fault. */
export function parseMediaLine(value: string): MediaLine {
  const parts = words(value, MAX_FORMATS + 4);
  const [kind = '', portText = '', protocol = ''] = parts;
  const formats = parts.slice(3);
  const slash = portText.indexOf('/');
  const port = decimal(slash < 0 ? portText : portText.slice(0, slash), 65535);
  const ports = slash < 0 ? 1 : decimal(portText.slice(slash + 1), 65535);
  const media = { kind: kind.toLowerCase(), port, protocol: protocol.toUpperCase(), formats };
  return { ...media, ports: ports ?? 1, fault: faultOf(media, ports) };
}

function faultOf(
  { kind, port, protocol, formats }: Omit<MediaLine, 'ports' | 'fault'>,
  ports: number | null,
): SdpFaultKind | null {
  if (kind === '' || protocol === '') return 'media';
  if (port === null || ports === null) return 'port';
  if (formats.length > MAX_FORMATS) return 'too-long';
  return formats.length === 0 ? 'no-formats' : null;
}

/** RTP in any profile, SRTP and DTLS included: its formats are payload types. */
export function isRtp({ protocol }: { readonly protocol: string }): boolean {
  return /(^|\/)RTP\/S?AVPF?$/.test(protocol);
}
