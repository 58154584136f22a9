import type { Language } from '../model/language.ts';
import { EN_CODES } from './en/codes.ts';
import { STATUS_CODES, type StatusCode } from './status-codes.ts';
import type { CodeText, StatusCodeFacts } from './types.ts';
import { UNKNOWN_CODES } from './unknown-codes.ts';
import { VENDOR_CODES, type VendorCode } from './vendor-codes.ts';
import { VI_CODES } from './vi/codes.ts';

/** A code that the catalog has an entry for. */
export type KnownCode = StatusCode | VendorCode;

const FACTS: Readonly<Record<KnownCode, StatusCodeFacts>> = { ...STATUS_CODES, ...VENDOR_CODES };

const TEXTS: Readonly<Record<Language, Readonly<Record<KnownCode, CodeText>>>> = {
  en: EN_CODES,
  vi: VI_CODES,
};

/** How a receiver treats an unknown code of a class (RFC 3261 §8.1.3.2). */
const CLASS_FALLBACK: Readonly<Record<number, StatusCode>> = {
  1: 183,
  2: 200,
  3: 300,
  4: 400,
  5: 500,
  6: 600,
};

export const KNOWN_CODES: readonly KnownCode[] = Object.keys(FACTS).map(Number) as KnownCode[];

export function isKnownCode(code: number): code is KnownCode {
  return Object.hasOwn(FACTS, code);
}

/** The code that this one is treated as: itself if the catalog knows it, null if it cannot be SIP. */
export function treatedAs(code: number): KnownCode | null {
  return isKnownCode(code) ? code : (CLASS_FALLBACK[Math.floor(code / 100)] ?? null);
}

/** Facts about any code; an unknown one has those of the code that it is treated as, but no phrase of its own. */
export function codeFacts(code: number): StatusCodeFacts {
  if (isKnownCode(code)) return FACTS[code];
  const { otherPhrases: _, ...facts } = FACTS[treatedAs(code) ?? 500];
  return { ...facts, phrase: '', reference: 'RFC 3261 §8.1.3.2', registered: false, mustCarry: [] };
}

/** What a person reads about any code; for an unknown one, what a receiver makes of it. */
export function codeText(code: number, language: Language): CodeText {
  if (isKnownCode(code)) return TEXTS[language][code];
  const words = UNKNOWN_CODES[language];
  const known = treatedAs(code);
  if (known === null) {
    const fix = { caller: [], operator: [], callee: [] };
    return { ...words.notSip, causes: [], fix, neighbours: [] };
  }
  const { meaning } = TEXTS[language][known];
  return {
    label: words.label,
    note: words.note(known),
    meaning: words.meaning(known, meaning),
    when: '',
    causes: [],
    fix: { caller: [], operator: [words.advice(known)], callee: [] },
    neighbours: [],
  };
}
