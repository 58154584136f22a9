import type { Language } from '../model/language.ts';
import type { Refusal } from '../model/response-args.ts';
import type { Formatter } from './format.ts';
import { refusalAdvice } from './refusal-advice.ts';
import { REPORT_WORDS } from './report-words.ts';
import type { RuleText } from './rule-text.ts';

/** What a rule says about its refusals besides what the catalog knows of their code, Reason and wording. */
interface RefusalWords<A> {
  readonly summary: string;
  title(args: A, f: Formatter): string;
  /** What the finding itself shows; '' leaves the word to the catalog. */
  why?(args: A, f: Formatter): string;
  /** Steps that come before those of the code. */
  fix?(args: A, f: Formatter): string[];
  /** Whether those steps stand alone, because the code's would lead elsewhere. */
  alone?(args: A): boolean;
}

/** Longest list of steps. */
const MAX_STEPS = 5;

/** `404 Not Found`, as part of a sentence. */
export function said({ code, phrase }: Pick<Refusal, 'code' | 'phrase'>): string {
  return `${code} ${phrase}`.trim().replace(/\.$/, '');
}

/** Texts of rules about refusals in one language: what is special about them is written there, the rest is the catalog's. */
export function refusalTexts(language: Language) {
  const often = REPORT_WORDS[language].codeCauses;
  return <A extends Refusal>({
    summary,
    title,
    why,
    fix,
    alone,
  }: RefusalWords<A>): RuleText<A> => ({
    summary,
    title,
    explanation(args, f) {
      const own = why?.(args, f) ?? '';
      const advice = refusalAdvice(args, language);
      const general = advice.causes.length > 0;
      if (own !== '' && general) return own;
      const causes = general ? [`${often}: ${advice.causes.join('; ')}.`] : [];
      return [own, advice.why, ...causes].filter((part) => part !== '').join(' ');
    },
    fix: (args, f) =>
      [
        ...(fix?.(args, f) ?? []),
        ...(alone?.(args) === true ? [] : refusalAdvice(args, language).fix.map(sentence)),
      ].slice(0, MAX_STEPS),
  });
}

/** The catalog's steps are lines of a list and end without a period. */
function sentence(step: string): string {
  return /[.?!]$/.test(step) ? step : `${step}.`;
}
