import type { Language } from '../model/language.ts';
import { codeRows } from './code-rows.ts';
import { EXPLAIN_WORDS } from './explain-words.ts';
import { codeFacts, codeText } from './lookup.ts';
import { type Block, list, section, type Sheet, text } from './sheet.ts';
import type { FixByOwner } from './types.ts';
import { isWarningCode } from './warnings.ts';

const OWNERS = ['operator', 'caller', 'callee'] as const satisfies readonly (keyof FixByOwner)[];

/** `603 Decline`, or the bare number of a code without a phrase. */
export function codeName(code: number): string {
  return `${code} ${codeFacts(code).phrase}`.trim();
}

/** Everything that the catalog has on a status code. */
export function explainCode(code: number, language: Language): Sheet {
  const { headings, owners, alsoWarning } = EXPLAIN_WORDS[language];
  const entry = codeText(code, language);
  const fixes = OWNERS.map((owner): Block => ({
    kind: 'list',
    label: owners[owner],
    items: entry.fix[owner],
  }));
  const neighbours = entry.neighbours.map(({ code: other, difference }) =>
    difference.startsWith(String(other)) ? difference : `${other}: ${difference}`,
  );
  return {
    kind: 'code',
    id: String(code),
    title: codeName(code),
    subtitle: entry.label,
    sections: [
      ...section('meaning', headings.meaning, text(entry.meaning)),
      ...section('when', headings.when, text(entry.when)),
      ...section('causes', headings.causes, list(entry.causes)),
      ...section('fix', headings.fix, ...fixes),
      ...section('apart', headings.apart, list(neighbours)),
      ...section(
        'facts',
        headings.facts,
        { kind: 'facts', rows: codeRows(code, language) },
        text(isWarningCode(code) ? alsoWarning(code) : ''),
      ),
    ],
  };
}
