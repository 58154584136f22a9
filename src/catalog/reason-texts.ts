import type { Language } from '../model/language.ts';
import { EN_REASON } from './en/reason.ts';
import { reasonLocation, type ReasonTexts } from './reason.ts';
import { VI_REASON } from './vi/reason.ts';

export const REASON_TEXTS: Readonly<Record<Language, ReasonTexts>> = {
  en: EN_REASON,
  vi: VI_REASON,
};

/** A `location` value in words; the value itself when the RFC does not know it. */
export function locationName(location: string, language: Language): string {
  const known = reasonLocation(location);
  return known === null ? location : REASON_TEXTS[language].locations[known].name;
}
