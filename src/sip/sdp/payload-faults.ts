import { attributeValues, type SdpMedia } from './description.ts';
import type { SdpFault } from './fault.ts';
import { isRtp } from './media-line.ts';
import { parseRtpmap } from './rtpmap.ts';
import { STATIC_PAYLOADS } from './static-payloads.ts';

/** Payload types that no range allows, mappings that cannot be read, and dynamic types without a mapping. */
export function payloadFaults(media: SdpMedia): SdpFault[] {
  if (!isRtp(media)) return [];
  const faults: SdpFault[] = [];
  const mapped = new Set<string>();
  for (const { name, value, line } of media.attributes) {
    if (name !== 'rtpmap') continue;
    const map = parseRtpmap(value);
    if (map === null) faults.push({ kind: 'rtpmap', line });
    mapped.add(map?.payload ?? (value.split(' ', 1)[0] as string));
  }
  for (const format of media.formats) {
    const number = /^\d{1,3}$/.test(format) ? Number(format) : 128;
    if (number > 127) faults.push({ kind: 'payload-type', line: media.line });
    else if (media.port !== 0 && STATIC_PAYLOADS[number] === undefined && !mapped.has(format)) {
      faults.push({ kind: 'no-rtpmap', line: media.line });
    }
  }
  return faults;
}

/** The rtpmap lines of a media section that can be read. */
export function rtpmapsOf(media: SdpMedia): NonNullable<ReturnType<typeof parseRtpmap>>[] {
  return attributeValues(media, 'rtpmap').flatMap((value) => parseRtpmap(value) ?? []);
}
