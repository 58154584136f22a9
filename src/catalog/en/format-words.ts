import type { FormatWords } from '../format-words.ts';

export const EN_FORMAT_WORDS: FormatWords = {
  ticket: {
    title: (count, text) =>
      count === 0
        ? 'Fault report'
        : `Fault report: ${text} ${count === 1 ? 'call' : 'calls'} affected`,
    nothing: 'No fault was observed.',
    times: (zone) => `Times are UTC; local times are those of ${zone}.`,
    affected: 'Affected',
    first: 'First',
    last: 'Last',
    response: 'Response',
    noFinal: 'no final response was seen',
    path: 'Sent from / to',
    scope: 'In common',
    calls: 'Calls',
    moreCalls: (count, text) => `and ${text} more ${count === 1 ? 'call' : 'calls'}`,
    moreProblems: (count, text) =>
      `${text} more ${count === 1 ? 'observation is' : 'observations are'} not listed here.`,
    evidence: 'Observed messages (UTC)',
    moreEvidence: (count, text) => `${text} more ${count === 1 ? 'message' : 'messages'}`,
  },
  outcomeRule: (outcome) => `Calls that ended so and that no rule explains: ${outcome}.`,
  frame: (number) => `frame ${number}`,
  moreCalls: (count, text) => `and ${text} more ${count === 1 ? 'call' : 'calls'}`,
};
