import { attributeValues, type SdpMedia } from './description.ts';

/** Fax relay over UDP, TCP or RTP (ITU-T T.38 Annex D). */
export function isT38({ kind, formats }: SdpMedia): boolean {
  return kind === 'image' && formats.some((format) => format.toLowerCase() === 't38');
}

/** The `T38Fax…` attributes by their names in lower case: devices disagree about capitals. */
export function t38ParametersOf(media: SdpMedia): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const { name } of media.attributes) {
    const lower = name.toLowerCase();
    if (!lower.startsWith('t38') || parameters.has(lower)) continue;
    parameters.set(lower, attributeValues(media, name)[0] ?? '');
  }
  return parameters;
}
