import { formatterFor } from '../catalog/format.ts';
import { WATCH_WORDS } from '../catalog/watch-words.ts';
import type { Language } from '../model/language.ts';
import type { ReportFinding } from '../model/report.ts';

/** A finding that speaks of the end of the capture, told while there is none. */
export function stillWaiting(finding: ReportFinding, language: Language): ReportFinding {
  if (finding.rule !== 'trying-capture-ended') return finding;
  const { elapsedUs, node } = finding.args;
  const words = WATCH_WORDS[language];
  const duration = formatterFor(language).duration(Number(elapsedUs));
  return {
    ...finding,
    title: words.stillTrying(duration),
    explanation: words.stillTryingWhy(String(node)),
    fix: [...finding.fix.slice(0, 1), words.waitForOutcome],
  };
}
