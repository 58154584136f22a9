import type { SdpFaultKind } from '../../model/sdp-args.ts';
import type { SdpLine } from './description.ts';

/** One departure from RFC 8866. */
export interface SdpFault {
  readonly kind: SdpFaultKind;
  /** The line at fault; null when one is missing. */
  readonly line: SdpLine | null;
}

/**
 * Departures over which receivers reject or ignore a description, or understand something else. The others are
 * read by every known parser.
 */
const GRAVE: ReadonlySet<SdpFaultKind> = new Set<SdpFaultKind>([
  'not-a-line',
  'no-version',
  'no-origin',
  'no-connection',
  'origin',
  'connection',
  'media',
  'port',
  'no-formats',
  'rtpmap',
]);

export function isGrave({ kind }: SdpFault): boolean {
  return GRAVE.has(kind);
}
