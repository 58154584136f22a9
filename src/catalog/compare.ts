import type { Language } from '../model/language.ts';
import { type CodeRow, codeRows } from './code-rows.ts';
import { classOf, isProvisional } from './code-facts.ts';
import { codeName } from './explain-code.ts';
import { EXPLAIN_WORDS, type ExplainWords } from './explain-words.ts';
import { codeFacts, codeText } from './lookup.ts';
import { list, section, type Sheet, type Versus } from './sheet.ts';

/** Facts that make a sentence of their own; the others stand in the table alone. */
const TELLING: readonly CodeRow['id'][] = ['producer', 'proves', 'retry', 'forks'];

interface Pair {
  readonly left: number;
  readonly right: number;
  readonly language: Language;
  readonly words: ExplainWords;
}

/** What the texts themselves say about the other code, from both ends. */
function neighbourly({ left, right, language }: Pair): string[] {
  const said = (from: number, about: number): string[] =>
    codeText(from, language)
      .neighbours.filter(({ code }) => code === about)
      .map(({ difference }) => difference);
  return [...said(left, right), ...said(right, left)];
}

function rowPairs({ left, right, language, words }: Pair): (Versus & { id: CodeRow['id'] })[] {
  const of = (code: number): Map<CodeRow['id'], string> =>
    new Map(codeRows(code, language).map(({ id, value }) => [id, value]));
  const [lefts, rights] = [of(left), of(right)];
  const ids = (Object.keys(words.facts) as CodeRow['id'][]).filter(
    (id) => lefts.has(id) || rights.has(id),
  );
  return ids.map((id) => ({
    id,
    label: words.facts[id],
    left: lefts.get(id) ?? '–',
    right: rights.get(id) ?? '–',
  }));
}

function differences(pair: Pair, rows: ReturnType<typeof rowPairs>): string[] {
  const { left, right, words } = pair;
  const { difference, classes } = words;
  if (left === right) return [difference.same];
  const [l, r] = [String(left), String(right)];
  const sentences: string[] = [];
  if (isProvisional(left) !== isProvisional(right)) {
    sentences.push(isProvisional(left) ? difference.finality(l, r) : difference.finality(r, l));
  } else if (classOf(left) !== classOf(right)) {
    sentences.push(difference.classes(l, classes[classOf(left)], r, classes[classOf(right)]));
  }
  sentences.push(...neighbourly(pair));
  for (const row of rows) {
    if (!TELLING.includes(row.id) || row.left === row.right) continue;
    sentences.push(difference.pair(row.label, l, row.left, r, row.right));
  }
  return sentences;
}

function inCommon({ words }: Pair, rows: ReturnType<typeof rowPairs>): string[] {
  return rows
    .filter((row) => row.left === row.right && [...TELLING, 'class'].includes(row.id))
    .map((row) => words.difference.both(row.label, row.left));
}

/** When a server should send the code, and what to do first when it comes back. */
function use(code: number, { language, words }: Pair): string[] {
  const { sendWhen, sendRetry, sendForks, whenMet } = words;
  const { label, fix } = codeText(code, language);
  const { retry, forks } = codeFacts(code);
  const name = String(code);
  const sentence: Readonly<Record<ReturnType<typeof classOf>, () => string>> = {
    '1xx': () => (code === 100 ? sendWhen.trying(name) : sendWhen.provisional(name, label)),
    '2xx': () => sendWhen.success(name, label),
    '3xx': () => sendWhen.redirect(name, label),
    '4xx': () => sendWhen.failure(name, label, sendRetry[retry], sendForks[forks]),
    '5xx': () => sendWhen.failure(name, label, sendRetry[retry], sendForks[forks]),
    '6xx': () => sendWhen.failure(name, label, sendRetry[retry], sendForks[forks]),
    other: () => '',
  };
  const advice = fix.operator[0] ?? fix.caller[0] ?? fix.callee[0];
  return [sentence[classOf(code)](), advice === undefined ? '' : whenMet(name, advice)].filter(
    (text) => text !== '',
  );
}

/** Two status codes side by side: facts, meanings, key differences, and when to use which. */
export function compare(left: number, right: number, language: Language): Sheet {
  const words = EXPLAIN_WORDS[language];
  const pair: Pair = { left, right, language, words };
  const { headings } = words;
  const rows = rowPairs(pair);
  const columns = [codeName(left), codeName(right)] as const;
  const texts = [codeText(left, language), codeText(right, language)] as const;
  const told = (key: 'meaning' | 'when'): Versus => ({
    label: headings[key],
    left: texts[0][key],
    right: texts[1][key],
  });
  return {
    kind: 'comparison',
    id: `${left} ${right}`,
    title: words.versusTitle(...columns),
    subtitle: `${texts[0].label} / ${texts[1].label}`,
    sections: [
      ...section('differences', headings.differences, list(differences(pair, rows))),
      ...section('common', headings.common, list(left === right ? [] : inCommon(pair, rows))),
      ...section('facts', headings.facts, {
        kind: 'versus',
        columns,
        rows: [
          told('meaning'),
          told('when'),
          ...rows.map(({ label, left: ours, right: theirs }) => ({
            label,
            left: ours,
            right: theirs,
          })),
        ],
      }),
      ...section(
        'use',
        headings.use,
        list([...use(left, pair), ...(left === right ? [] : use(right, pair))]),
      ),
    ],
  };
}
