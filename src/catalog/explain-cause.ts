import type { Language } from '../model/language.ts';
import { EN_Q850 } from './en/q850.ts';
import { EN_WARNINGS } from './en/warnings.ts';
import { EXPLAIN_WORDS } from './explain-words.ts';
import { isQ850Cause, Q850_DEFAULTS, type Q850Cause, q850Facts } from './q850.ts';
import { type Fact, section, type Sheet, text } from './sheet.ts';
import type { CauseText } from './types.ts';
import { VI_Q850 } from './vi/q850.ts';
import { VI_WARNINGS } from './vi/warnings.ts';
import { isWarningCode, WARNING_CODES, type WarningCode } from './warnings.ts';

const Q850: Readonly<Record<Language, Readonly<Record<Q850Cause, CauseText>>>> = {
  en: EN_Q850,
  vi: VI_Q850,
};

const WARNINGS: Readonly<Record<Language, Readonly<Record<WarningCode, CauseText>>>> = {
  en: EN_WARNINGS,
  vi: VI_WARNINGS,
};

const STACKS = ['rfc3398', 'freeswitch', 'asterisk'] as const;

/** A Q.850 cause: what it means, and which SIP code gateways make of it. */
export function explainQ850(cause: number, language: Language): Sheet | null {
  if (!isQ850Cause(cause)) return null;
  const words = EXPLAIN_WORDS[language];
  const { name, reading, hint = '' } = Q850[language][cause];
  const facts = q850Facts(cause);
  const rows = STACKS.map((stack): Fact => {
    const code = facts?.[stack];
    const value = code === undefined ? words.stackDefault(Q850_DEFAULTS[stack]) : String(code);
    return { label: words.facts[stack], value };
  });
  const empty = facts?.informative === false ? words.saysNothing : '';
  return {
    kind: 'q850',
    id: `Q.850:${cause}`,
    title: `Q.850 ${words.cause} ${cause}`,
    subtitle: name,
    sections: [
      ...section('reading', words.headings.reading, text(reading), text(hint), text(empty)),
      ...section('facts', words.headings.facts, { kind: 'facts', rows }),
    ],
  };
}

/** A Warning code: what the peer could not use. */
export function explainWarning(code: number, language: Language): Sheet | null {
  if (!isWarningCode(code)) return null;
  const { headings, facts, subjects } = EXPLAIN_WORDS[language];
  const { name, reading } = WARNINGS[language][code];
  const { subject, reference } = WARNING_CODES[code];
  const rows = [
    { label: facts.subject, value: subjects[subject] },
    { label: facts.reference, value: reference },
  ];
  return {
    kind: 'warning',
    id: `Warning:${code}`,
    title: `Warning ${code}`,
    subtitle: name,
    sections: [
      ...section('reading', headings.reading, text(reading)),
      ...section('facts', headings.facts, { kind: 'facts', rows }),
    ],
  };
}
