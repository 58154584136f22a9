import type { Language } from '../model/language.ts';
import { type CodeClass, classOf, isProvisional, proofOf } from './code-facts.ts';
import { EXPLAIN_WORDS, type ExplainWords } from './explain-words.ts';
import { codeFacts } from './lookup.ts';
import { SIP_TO_Q850 } from './q850.ts';

/** One thing that can be said about every code, in words. */
export interface CodeRow {
  readonly id: keyof ExplainWords['facts'];
  readonly label: string;
  readonly value: string;
}

const RETRY_CLASSES: readonly CodeClass[] = ['4xx', '5xx', '6xx'];

function q850(code: number, words: ExplainWords): string {
  const cause = SIP_TO_Q850[code];
  if (cause === undefined) return '';
  if (cause === null) return words.none;
  return cause === 'warning' ? words.perWarning : `${cause} (RFC 3398)`;
}

/** The structured facts about a code in words; rows without content are left out. */
export function codeRows(code: number, language: Language): CodeRow[] {
  const words = EXPLAIN_WORDS[language];
  const facts = codeFacts(code);
  const failure = RETRY_CLASSES.includes(classOf(code));
  const { reference } = facts;
  const values: Partial<Record<CodeRow['id'], string>> = {
    class: words.classes[classOf(code)],
    finality: isProvisional(code) ? words.finality.provisional : words.finality.final,
    producer: words.producers[facts.producer],
    proves: words.proves[proofOf(code)],
    retry: words.retries[facts.retry],
    forks: words.forks[facts.forks],
    routine: facts.routine ? words.routine.yes : words.routine.no,
    mustCarry: facts.mustCarry.length === 0 ? words.none : facts.mustCarry.join(', '),
    retryAfter: failure ? (facts.retryAfter ? words.retryAfter.yes : words.retryAfter.no) : '',
    q850: q850(code, words),
    otherPhrases: (facts.otherPhrases ?? []).map((phrase) => `“${phrase}”`).join(', '),
    reference: facts.registered ? reference : words.unregistered(reference),
  };
  return (Object.entries(values) as [CodeRow['id'], string][])
    .filter(([, value]) => value !== '')
    .map(([id, value]) => ({ id, label: words.facts[id], value }));
}
