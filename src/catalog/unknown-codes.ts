import type { Language } from '../model/language.ts';
import { EN_UNKNOWN_CODES } from './en/unknown-codes.ts';
import { VI_UNKNOWN_CODES } from './vi/unknown-codes.ts';

/** What is said about codes that the catalog does not know. */
export interface UnknownCodeTexts {
  readonly label: string;
  note(treatedAs: number): string;
  meaning(treatedAs: number, meaning: string): string;
  advice(treatedAs: number): string;
  /** For numbers that cannot be a SIP status code at all. */
  readonly notSip: {
    readonly label: string;
    readonly note: string;
    readonly meaning: string;
    readonly when: string;
  };
}

export const UNKNOWN_CODES: Readonly<Record<Language, UnknownCodeTexts>> = {
  en: EN_UNKNOWN_CODES,
  vi: VI_UNKNOWN_CODES,
};
