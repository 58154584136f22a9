import type { Page } from './context.ts';
import type { Problem } from './problems.ts';

/** How many calls, registrations … a problem hit; empty where only a message or an endpoint is concerned once. */
export function problemCount({ calls, count, incident }: Problem, { words, format }: Page): string {
  if (calls.length > 0) return words.countCalls(calls.length, format.integer(calls.length));
  if (incident !== undefined && incident.of !== 'call') {
    return words.countOthers[incident.of](count, format.integer(count));
  }
  return count > 1 ? `${format.integer(count)} ×` : '';
}

/** How its calls ended; empty where all of them ended alike. */
export function outcomesText({ outcomes }: Problem, { labels, format }: Page): string {
  if (outcomes.length < 2) return '';
  return outcomes
    .map(([id, count]) => `${format.integer(count)} ${labels.outcomes[id]}`)
    .join(', ');
}
