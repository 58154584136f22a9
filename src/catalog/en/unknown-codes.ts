import type { UnknownCodeTexts } from '../unknown-codes.ts';

export const EN_UNKNOWN_CODES: UnknownCodeTexts = {
  label: 'unregistered code',
  note: (treatedAs) => `Unregistered; counts as ${treatedAs}`,
  meaning: (treatedAs, meaning) =>
    `No registry knows this code. A receiver treats it as ${treatedAs} (RFC 3261 §8.1.3.2). Of ${treatedAs} the catalog says: ${meaning}`,
  advice: (treatedAs) =>
    `Read the sender’s own documentation or log; everybody else handles the code as ${treatedAs}.`,
  notSip: {
    label: 'not a SIP status code',
    note: 'Not a SIP status code',
    meaning:
      'SIP status codes run from 100 to 699. Numbers outside come from logs and local APIs, or the message is damaged.',
    when: 'In logs of SIP stacks, or in fuzzed and damaged messages.',
  },
};
