import type { Page } from './context.ts';

/** What was hidden, not looked for, or measured otherwise than usual. */
export function settingNotes({ report, words, labels }: Page): string[] {
  const { settings, redacted } = report;
  const { off = [], severities = {}, thresholds = {} } = settings ?? {};
  const changed = [
    ...Object.entries(severities).map(([rule, grade]) => `${rule}: ${labels.severities[grade]}`),
    ...Object.entries(thresholds).map(([name, value]) => `${name}=${value}`),
  ];
  return [
    redacted === true ? words.redacted : '',
    off.length === 0 ? '' : words.switchedOff(off.join(', ')),
    changed.length === 0 ? '' : words.setOtherwise(changed.join(', ')),
  ].filter((note) => note !== '');
}
