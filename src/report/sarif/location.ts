import { FORMAT_WORDS } from '../../catalog/format-words.ts';
import type { Evidence, Locator } from '../../model/report.ts';
import type { Page } from '../context.ts';
import { elapsedBetween } from '../time.ts';
import type { SarifLocation } from './builder.ts';
import { sarifText, uriOf } from './text.ts';

/** What a row of evidence says, in a line. */
export function sentenceOf(one: Evidence, { words, format }: Page): string {
  if (one.kind === 'silence') {
    const us = elapsedBetween(one.since, one.until);
    const duration = us === null ? '' : format.duration(us);
    return words.silence(words.awaited[one.awaited] ?? one.awaited, one.from, duration);
  }
  if (one.kind === 'counter') return `${format.integer(one.value)} × ${one.what}`;
  const copies = one.copies !== undefined && one.copies > 1 ? ` ×${one.copies}` : '';
  const time = one.time === null ? '' : `${one.time}  `;
  const field = one.kind === 'message' && one.field !== undefined ? `  ${one.field}` : '';
  return `${time}${one.what}${copies}  ${one.from} → ${one.to}${field}`;
}

/** The line of a log as a region; of a capture the byte, and the packet as a logical place. */
function placeOf({ source, frame, line, offset }: Locator, { report }: Page): SarifLocation {
  const path = report.sources[source]?.path ?? '';
  const region =
    line !== undefined
      ? { startLine: Math.max(1, line) }
      : offset === undefined
        ? undefined
        : { byteOffset: offset };
  const artifactLocation = { uri: uriOf(path), index: source };
  const physicalLocation =
    region === undefined ? { artifactLocation } : { artifactLocation, region };
  if (frame === undefined) return { physicalLocation };
  const name = FORMAT_WORDS[report.language].frame(String(frame));
  return { physicalLocation, logicalLocations: [{ name, kind: 'packet' }], properties: { frame } };
}

/** Evidence that lies somewhere as locations, in its order; silences lie nowhere. */
export function locationsOf(evidence: readonly Evidence[], page: Page): SarifLocation[] {
  return evidence.flatMap((one) =>
    one.kind === 'silence'
      ? []
      : [{ ...placeOf(one.at, page), message: { text: sarifText(sentenceOf(one, page)) } }],
  );
}
