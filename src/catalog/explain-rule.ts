import type { Language } from '../model/language.ts';
import type { RuleArgs, RuleId } from '../model/rule-args.ts';
import { EXPLAIN_WORDS } from './explain-words.ts';
import { formatterFor } from './format.ts';
import { RULE_EXAMPLES } from './rule-examples.ts';
import { RULE_IGNORE } from './rule-ignore.ts';
import { RULE_REFERENCES } from './rule-references.ts';
import type { RuleText } from './rule-text.ts';
import { RULE_TEXTS } from './rule-texts.ts';
import { list, section, type Sheet, text } from './sheet.ts';

/** A rule: what it looks for, and an example of what it says. */
export function explainRule<R extends RuleId>(rule: R, language: Language): Sheet {
  const { headings } = EXPLAIN_WORDS[language];
  const texts: RuleText<RuleArgs[R]> = RULE_TEXTS[language][rule];
  const format = formatterFor(language);
  const args = RULE_EXAMPLES[rule];
  return {
    kind: 'rule',
    id: rule,
    title: rule,
    subtitle: texts.summary,
    sections: [
      ...section('example', headings.example, text(texts.title(args, format))),
      ...section('meaning', headings.meaning, text(texts.explanation(args, format))),
      ...section('fix', headings.fix, list(texts.fix(args, format))),
      ...section('ignore', headings.ignore, text(RULE_IGNORE[language][rule] ?? '')),
      ...section('reference', headings.reference, text(RULE_REFERENCES[rule])),
    ],
  };
}
