import { decimal } from '../values/text.ts';

/** `a=rtpmap:97 opus/48000/2` (RFC 8866 §6.6). */
export interface Rtpmap {
  readonly payload: string;
  /** Encoding name as written. */
  readonly name: string;
  /** Hz */
  readonly clock: number;
  readonly channels: number;
}

/** Null when there is no payload type, no name, or no clock rate. */
export function parseRtpmap(value: string): Rtpmap | null {
  const match = /^(\d{1,3})[ \t]+([^\s/]+)[ \t]*\/[ \t]*(\d{1,9})(?:\/([^/]*))?/.exec(value);
  if (match === null) return null;
  const [, payload = '', name = '', clock = '', rest] = match;
  const channels = rest === undefined ? null : decimal(rest.trim(), 255);
  return Number(clock) === 0
    ? null
    : { payload: String(Number(payload)), name, clock: Number(clock), channels: channels ?? 1 };
}
