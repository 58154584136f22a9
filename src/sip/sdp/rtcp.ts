import { decimal } from '../values/text.ts';
import { attribute, inherited, type SdpMedia, type SessionDescription } from './description.ts';
import { parseConnection } from './address.ts';
import { words } from './words.ts';

/** Where RTCP is received. */
export interface Rtcp {
  readonly port: number | null;
  /** '' when it is the address of the media. */
  readonly address: string;
}

/** `a=rtcp:53020 IN IP4 192.0.2.1` (RFC 3605); else the port above that of RTP, or the same with rtcp-mux (RFC 5761). */
export function rtcpOf(media: SdpMedia): Rtcp {
  const value = attribute(media, 'rtcp');
  if (value !== undefined) {
    const [port = '', ...rest] = words(value, 4);
    const line = { ...media.line, value: rest.join(' ') };
    return { port: decimal(port, 65535), address: parseConnection(line)?.address ?? '' };
  }
  if (media.port === null || media.port === 0) return { port: null, address: '' };
  return { port: hasRtcpMux(media) ? media.port : media.port + 1, address: '' };
}

export function hasRtcpMux(media: SdpMedia): boolean {
  return attribute(media, 'rtcp-mux') !== undefined;
}

/** Packetisation time in ms, null when it is not stated. */
export function ptimeOf(
  description: SessionDescription,
  media: SdpMedia,
  name: 'ptime' | 'maxptime' = 'ptime',
): number | null {
  return decimal(inherited(description, media, name)?.split('.', 1)[0] ?? '', 10_000);
}
