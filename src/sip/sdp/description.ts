/** A session description (RFC 8866) as it was read: every line is kept, readable or not. */
import type { SdpFault } from './fault.ts';

/** One line. */
export interface SdpLine {
  /** 1-based, within the description. */
  readonly number: number;
  /** The letter before `=`; '' when the line is no `letter=value`. */
  readonly type: string;
  /** What follows `=`; the whole line when there is no type. */
  readonly value: string;
}

/** `a=name` or `a=name:value`. */
export interface SdpAttribute {
  readonly name: string;
  readonly value: string;
  readonly line: SdpLine;
}

/** `o=` */
export interface Origin {
  readonly user: string;
  /** Digits of any length, so no number. */
  readonly session: string;
  readonly version: string;
  readonly address: string;
}

/** `c=` */
export interface Connection {
  readonly family: 'IP4' | 'IP6' | 'other';
  /** Without TTL and number of addresses. */
  readonly address: string;
  readonly line: SdpLine;
}

/** `b=type:value` */
export interface Bandwidth {
  readonly type: string;
  /** kbit/s for CT and AS, bit/s for TIAS, RS and RR. */
  readonly value: number;
}

/** What session and media sections have in common. */
export interface SdpSection {
  readonly connection: Connection | null;
  readonly bandwidths: readonly Bandwidth[];
  readonly attributes: readonly SdpAttribute[];
}

/** One `m=` line with the lines below it. */
export interface SdpMedia extends SdpSection {
  readonly line: SdpLine;
  /** `audio`, `video`, `image`, …; '' when the line is unreadable. */
  readonly kind: string;
  /** Null when unreadable; 0 means refused or switched off. */
  readonly port: number | null;
  /** `m=audio 5004/2`: how many port pairs. */
  readonly ports: number;
  /** `RTP/AVP`, `UDP/TLS/RTP/SAVPF`, `udptl`, … in upper case. */
  readonly protocol: string;
  readonly formats: readonly string[];
  /** Its own `c=` line, else the session's. */
  readonly connection: Connection | null;
}

export interface SessionDescription extends SdpSection {
  readonly lines: readonly SdpLine[];
  readonly faults: readonly SdpFault[];
  readonly origin: Origin | null;
  readonly media: readonly SdpMedia[];
  /** The capture does not hold all of it: what is missing means nothing. */
  readonly cut: boolean;
}

/** The value of an attribute of a section, '' for one without value; undefined when it is absent. */
export function attribute({ attributes }: SdpSection, name: string): string | undefined {
  return attributes.find((one) => one.name === name)?.value;
}

/** The values of every occurrence. */
export function attributeValues({ attributes }: SdpSection, name: string): string[] {
  return attributes.filter((one) => one.name === name).map(({ value }) => value);
}

/** Media-level value, else the session's (RFC 8866 §6). */
export function inherited(
  description: SessionDescription,
  media: SdpMedia,
  name: string,
): string | undefined {
  return attribute(media, name) ?? attribute(description, name);
}
