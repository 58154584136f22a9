import type { Language } from '../model/language.ts';
import { EN_PHRASES } from './en/vendor-phrases.ts';
import { explainQ850 } from './explain-cause.ts';
import { explainProtocol, explainReasonCause } from './explain-reason.ts';
import { codeFacts } from './lookup.ts';
import { isInformative } from './q850.ts';
import { REASON_TEXTS } from './reason-texts.ts';
import { reasonLocation, reasonProtocol } from './reason.ts';
import type { Sheet } from './sheet.ts';
import { type PhraseId, recognisePhrase } from './vendor-phrases.ts';
import { VI_PHRASES } from './vi/vendor-phrases.ts';

const PHRASES: Readonly<Record<Language, Readonly<Record<PhraseId, string>>>> = {
  en: EN_PHRASES,
  vi: VI_PHRASES,
};

/** Wordings that give the product away and say nothing about the cause. */
const UNTELLING: ReadonlySet<PhraseId> = new Set(['ser-signature']);

const QUOTED = /"[^"]*"/g;
const VALUE = /(?:^|,)\s*([\w.-]+)([^,]*)/g;
const CAUSE = /;\s*cause\s*=\s*(\d{1,3})\b/i;
const LOCATION = /;\s*location\s*=\s*([\w-]{1,8})/i;

type Page = (cause: number, language: Language) => Sheet | null;

/** Whose numbers they are; every other protocol of the registry is looked up by its name. */
const PAGES: Readonly<Record<string, Page>> = {
  'q.850': (cause, language) => (isInformative(cause) ? explainQ850(cause, language) : null),
  sip: (cause, language) => explainReasonCause('FreeSWITCH', cause, language),
  stir: (_, language) => explainProtocol('STIR', language),
};

function pageOf(protocol: string, cause: number, language: Language): Sheet | null {
  // A sender may well write `constructor`.
  const name = protocol.toLowerCase();
  const page = Object.hasOwn(PAGES, name) ? PAGES[name] : undefined;
  if (page !== undefined) return page(cause, language);
  const known = reasonProtocol(protocol);
  return known === null ? null : explainReasonCause(known, cause, language);
}

function sentence({ title, subtitle, sections }: Sheet): string {
  const [block] = sections[0]?.blocks ?? [];
  return `${title}, ${subtitle}: ${block?.kind === 'text' ? block.text : ''}`;
}

/** What the values of a Reason header field say about the cause; nothing for those that explain nothing. */
function reasonReadings(reason: string, language: Language): string[] {
  const readings: string[] = [];
  for (const [, protocol = '', parameters = ''] of reason.replace(QUOTED, '').matchAll(VALUE)) {
    const cause = CAUSE.exec(parameters)?.[1];
    const page = pageOf(protocol, Number(cause ?? Number.NaN), language);
    if (page === null) continue;
    const location = LOCATION.exec(parameters)?.[1];
    const where = location === undefined ? null : reasonLocation(location.toUpperCase());
    const side = where === null ? [] : [REASON_TEXTS[language].locations[where].reading];
    readings.push([sentence(page), ...side].join(' '));
  }
  return readings;
}

/** What the Reason and the wording of a response say about its cause, in the reader's words. */
export function readingsOf(
  { code, phrase, reason = '' }: { code: number; phrase: string; reason?: string | undefined },
  language: Language,
): string[] {
  const known = recognisePhrase('phrase', code, phrase);
  const wording = known === null || UNTELLING.has(known.id) ? [] : [PHRASES[language][known.id]];
  return [...reasonReadings(reason, language), ...wording];
}

/** Whether the phrase is the sender's own and not one that goes with the code. */
export function isOwnWording(code: number, phrase: string): boolean {
  const { phrase: standard, otherPhrases = [] } = codeFacts(code);
  const said = phrase.trim().toLowerCase();
  return said !== '' && ![standard, ...otherPhrases].some((one) => one.toLowerCase() === said);
}
