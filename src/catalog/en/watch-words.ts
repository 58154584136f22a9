import type { WatchWords } from '../watch-words.ts';

export const EN_WATCH_WORDS: WatchWords = {
  pending: (clock) => `${clock}  not over yet`,
  over: (clock) => `${clock}  over`,
  update: (clock) => `${clock}  update`,
  withdrawn: (rule) => `${rule} no longer holds`,
  stillTrying: (duration) => `Pending at 100 Trying for ${duration}, and still waiting.`,
  stillTryingWhy: (node) =>
    `${node} took the INVITE; neither ringing nor a final response has come so far. 100 Trying is hop-by-hop: it proves that this one node holds the INVITE and says nothing about what lies beyond it.`,
  waitForOutcome: 'The outcome is told when it arrives.',
};
