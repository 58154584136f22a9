import type { Language } from '../model/language.ts';
import { EN_IGNORE } from './en/ignore/index.ts';
import type { IgnoreTexts } from './rule-text.ts';
import { VI_IGNORE } from './vi/ignore/index.ts';

export const RULE_IGNORE: Readonly<Record<Language, IgnoreTexts>> = {
  en: EN_IGNORE,
  vi: VI_IGNORE,
};
