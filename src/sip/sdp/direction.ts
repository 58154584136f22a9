import {
  attribute,
  type SdpMedia,
  type SdpSection,
  type SessionDescription,
} from './description.ts';

export const DIRECTIONS = ['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** The direction of a media section, else of the session, else both ways (RFC 8866 §6.7). */
export function directionOf(description: SessionDescription, media: SdpMedia): Direction {
  return stated(media) ?? stated(description) ?? 'sendrecv';
}

function stated(section: SdpSection): Direction | undefined {
  return DIRECTIONS.find((direction) => attribute(section, direction) !== undefined);
}

/** What an answer may say to an offer of this direction (RFC 3264 §6.1). */
export const ALLOWED_ANSWERS: Readonly<Record<Direction, readonly Direction[]>> = {
  sendrecv: DIRECTIONS,
  sendonly: ['recvonly', 'inactive'],
  recvonly: ['sendonly', 'inactive'],
  inactive: ['inactive'],
};

/** An address at which nothing can be received: the old way to put on hold (RFC 3264 §8.4). */
export function isNowhere({ connection }: SdpMedia): boolean {
  return connection?.address === '0.0.0.0' || connection?.address === '::';
}
