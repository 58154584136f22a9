import { decimal } from '../values/text.ts';
import {
  attribute,
  attributeValues,
  inherited,
  type SdpMedia,
  type SessionDescription,
} from './description.ts';
import { words } from './words.ts';

/** One `a=candidate` line (RFC 8839 §5.1). */
export interface Candidate {
  readonly foundation: string;
  /** 1 for RTP, 2 for RTCP. */
  readonly component: number;
  readonly transport: string;
  readonly address: string;
  readonly port: number;
  /** `host`, `srflx`, `prflx`, `relay`. */
  readonly type: string;
}

/** Most candidates of one media section that are kept. */
const MAX_CANDIDATES = 128;

export function candidatesOf(media: SdpMedia): Candidate[] {
  return attributeValues(media, 'candidate').slice(0, MAX_CANDIDATES).flatMap(candidateOf);
}

function candidateOf(value: string): Candidate[] {
  const [foundation, component, transport, , address, port, , type] = words(value, 8);
  const number = decimal(component ?? '', 256);
  const at = decimal(port ?? '', 65535);
  if (!foundation || !transport || !address || !type || number === null || at === null) return [];
  return [
    { foundation, component: number, transport: transport.toLowerCase(), address, port: at, type },
  ];
}

/** ICE is offered for a media section: user fragment and password are there (RFC 8839 §5.4). */
export function hasIce(description: SessionDescription, media: SdpMedia): boolean {
  return (
    inherited(description, media, 'ice-ufrag') !== undefined ||
    attribute(media, 'candidate') !== undefined
  );
}
