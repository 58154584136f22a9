import { attributeValues, type SdpMedia } from './description.ts';
import { isRtp } from './media-line.ts';
import { rtpmapsOf } from './payload-faults.ts';
import type { Rtpmap } from './rtpmap.ts';
import { STATIC_PAYLOADS } from './static-payloads.ts';

/** One format of an RTP media line. */
export interface Codec {
  readonly payload: string;
  /** As written; '' for a dynamic payload type that nothing names. */
  readonly name: string;
  /** Hz, 0 when unknown. */
  readonly clock: number;
  readonly channels: number;
  /** `a=fmtp` parameters, '' when there are none. */
  readonly fmtp: string;
}

/** Formats that carry no speech or picture of their own: they are no common ground (RFC 4733, 3389, 2198, 5109, 4588). */
const HELPERS: ReadonlySet<string> = new Set([
  'TELEPHONE-EVENT',
  'TONE',
  'CN',
  'RED',
  'ULPFEC',
  'FLEXFEC',
  'PARITYFEC',
  'RTX',
  'VND.3GPP.IUFP',
]);

/** The codecs of an RTP media line in the order of preference; empty for other media. */
export function codecsOf(media: SdpMedia): Codec[] {
  if (!isRtp(media)) return [];
  const maps = new Map(rtpmapsOf(media).map((map) => [map.payload, map]));
  const parameters = fmtpsOf(media);
  return media.formats.map((payload) => {
    const fmtp = parameters.get(payload) ?? '';
    return { ...namedBy(payload, maps.get(payload)), payload, fmtp };
  });
}

function namedBy(
  payload: string,
  map: Rtpmap | undefined,
): Pick<Codec, 'name' | 'clock' | 'channels'> {
  const known = map ?? STATIC_PAYLOADS[Number(payload)];
  return known === undefined
    ? { name: '', clock: 0, channels: 1 }
    : { name: known.name, clock: known.clock, channels: known.channels };
}

/** `a=fmtp:18 annexb=no` by payload type. */
function fmtpsOf(media: SdpMedia): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const value of attributeValues(media, 'fmtp')) {
    const match = /^(\S+)[ \t]+(\S[^]*)$/.exec(value);
    if (match !== null) parameters.set(match[1] as string, match[2] as string);
  }
  return parameters;
}

export function isHelper({ name }: Codec): boolean {
  return HELPERS.has(name.toUpperCase());
}

/** Equal by name, clock rate and channels; where one side does not name its dynamic type, by the number. */
export function sameCodec(a: Codec, b: Codec): boolean {
  if (a.name === '' || b.name === '') return a.payload === b.payload;
  const name = a.name.toUpperCase();
  if (name !== b.name.toUpperCase()) return false;
  // Some devices write the sampling rate of G.722 where RFC 3551 wants 8000, or leave out Opus' two channels.
  if (name === 'G722') return true;
  return a.clock === b.clock && (name === 'OPUS' || a.channels === b.channels);
}

/** The codecs of `offered` that `answered` has as well, helpers left out. */
export function commonCodecs(offered: readonly Codec[], answered: readonly Codec[]): Codec[] {
  return offered.filter(
    (codec) => !isHelper(codec) && answered.some((other) => sameCodec(codec, other)),
  );
}

/** `opus/48000/2`, `PCMA/8000`, `payload 97`. */
export function codecName({ name, clock, channels, payload }: Codec): string {
  if (name === '') return `payload ${payload}`;
  return `${name}/${clock}${channels > 1 ? `/${channels}` : ''}`;
}
