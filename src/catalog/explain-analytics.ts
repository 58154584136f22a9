import type { Language } from '../model/language.ts';
import { explainCode } from './explain-code.ts';
import { explainRule } from './explain-rule.ts';
import type { Sheet } from './sheet.ts';

/** "603+" is no code of its own: the rule that recognises it, then the 603 that carries it. */
export function explainAnalytics(language: Language): Sheet {
  const rule = explainRule('decline-analytics-603plus', language);
  const code = explainCode(603, language);
  const sections = code.sections.map((section) => ({
    ...section,
    id: `${code.id}-${section.id}`,
    heading: `${code.title}: ${section.heading}`,
  }));
  return { ...rule, sections: [...rule.sections, ...sections] };
}
