import {
  attributeValues,
  inherited,
  type SdpMedia,
  type SessionDescription,
} from './description.ts';
import { words } from './words.ts';

/** How a media line protects its packets. */
export type Protection = 'none' | 'sdes' | 'dtls' | 'srtp-without-key';

/** One `a=crypto` line (RFC 4568 §9.1); the key itself is not kept. */
export interface Crypto {
  readonly tag: string;
  readonly suite: string;
  /** An `inline:` key is there: it can be read by whoever sees the message. */
  readonly inline: boolean;
  /** Number of keys; more than one need an MKI. */
  readonly keys: number;
  readonly lifetime: string;
  readonly mki: string;
}

export interface Fingerprint {
  readonly hash: string;
  readonly value: string;
}

/** Who opens the DTLS connection (RFC 4145 §4, RFC 5763 §5). */
export type Setup = 'active' | 'passive' | 'actpass' | 'holdconn';
const SETUPS: readonly Setup[] = ['active', 'passive', 'actpass', 'holdconn'];

/** RTP/SAVP and its relatives: SRTP is not optional on this line. */
export function demandsSrtp({ protocol }: SdpMedia): boolean {
  return /(^|\/)SAVPF?$/.test(protocol);
}

/** SRTP that is keyed by DTLS (RFC 5764 §8). */
export function demandsDtls({ protocol }: SdpMedia): boolean {
  return protocol.startsWith('UDP/TLS/') || protocol.startsWith('TCP/TLS/');
}

/** Readable `a=crypto` lines in order of preference. */
export function cryptosOf(media: SdpMedia): Crypto[] {
  return attributeValues(media, 'crypto').flatMap((value) => {
    const [tag = '', suite = '', ...keys] = words(value, 16);
    if (!/^\d{1,9}$/.test(tag) || suite === '') return [];
    const inlines = (keys[0] ?? '').split(';').filter((key) => /^inline:/i.test(key));
    const [, lifetime = '', mki = ''] = (inlines[0] ?? '').split('|');
    return [
      {
        tag,
        suite: suite.toUpperCase(),
        inline: inlines.length > 0,
        keys: inlines.length,
        lifetime: lifetime.includes(':') ? '' : lifetime,
        mki: lifetime.includes(':') ? lifetime : mki,
      },
    ];
  });
}

export function fingerprintOf(
  description: SessionDescription,
  media: SdpMedia,
): Fingerprint | null {
  const [hash = '', value = ''] = words(inherited(description, media, 'fingerprint') ?? '', 2);
  return value === '' ? null : { hash: hash.toLowerCase(), value };
}

/** Null when absent or no known role. */
export function setupOf(description: SessionDescription, media: SdpMedia): Setup | null {
  const text = inherited(description, media, 'setup')?.toLowerCase();
  return SETUPS.find((setup) => setup === text) ?? null;
}

export function protectionOf(description: SessionDescription, media: SdpMedia): Protection {
  if (demandsDtls(media) || fingerprintOf(description, media) !== null) return 'dtls';
  if (attributeValues(media, 'crypto').length > 0) return 'sdes';
  return demandsSrtp(media) ? 'srtp-without-key' : 'none';
}
