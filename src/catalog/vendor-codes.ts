/**
 * Codes that no registry knows and that traces or logs show all the same. A local code is what a
 * stack says in its own log or API; it never crosses the network.
 */
import type { StatusCodeFacts } from './types.ts';

const unregistered = {
  registered: false,
  mustCarry: [],
  retryAfter: false,
  producer: 'proxy',
  retry: 'after-fix',
  forks: 'search-continues',
  routine: false,
} as const;
const local = { ...unregistered, producer: 'next-hop', forks: 'none' } as const;

export const VENDOR_CODES = {
  409: {
    ...unregistered,
    phrase: 'Conflict',
    reference: 'RFC 2543 §7.4.10 (obsolete)',
    producer: 'gateway',
  },
  411: {
    ...unregistered,
    phrase: 'Length Required',
    reference: 'RFC 2543 §7.4.12 (obsolete)',
    producer: 'any-server',
  },
  473: { ...unregistered, phrase: 'Filtered destination', reference: 'OpenSIPS', retry: 'later' },
  474: { ...unregistered, phrase: 'Bad protocol', reference: 'OpenSIPS' },
  475: { ...unregistered, phrase: 'Bad URI', reference: 'OpenSIPS' },
  476: { ...unregistered, phrase: 'Unresolvable destination', reference: 'OpenSIPS' },
  477: {
    ...unregistered,
    phrase: 'Send failed',
    reference: 'OpenSIPS, Kamailio',
    retry: 'elsewhere',
    otherPhrases: ['Unfortunately error on sending to next hop occurred'], // Kamailio
  },
  478: { ...unregistered, phrase: 'Unresolvable destination', reference: 'Kamailio' },
  479: {
    ...unregistered,
    phrase: 'Regretfully, we were not able to process the URI',
    reference: 'Kamailio',
  },
  490: {
    ...unregistered,
    phrase: 'Request Updated',
    reference: 'PJSIP, Sofia-SIP (expired draft)',
    producer: 'any-server',
    retry: 'unneeded',
  },
  599: { ...local, phrase: 'Unmapped error', reference: 'PJSIP (local)' },
  687: {
    ...unregistered,
    phrase: 'Dialog Terminated',
    reference: 'Sofia-SIP (expired draft)',
    producer: 'any-server',
    retry: 'unneeded',
    forks: 'none',
  },
  900: {
    ...local,
    phrase: 'Internal NUA Error',
    reference: 'Sofia-SIP, FreeSWITCH (local)',
    otherPhrases: [
      'Cannot add credentials',
      'Operation cannot add credentials',
      'Session is terminating',
      'INVITE already in progress',
      'No response to ACK',
      'Internal media error',
    ],
  },
  901: {
    ...local,
    phrase: 'Stack is going down',
    reference: 'Sofia-SIP, FreeSWITCH (local)',
    retry: 'later',
  },
  902: { ...local, phrase: 'Internal NUA Error', reference: 'Sofia-SIP, FreeSWITCH (local)' },
  903: { ...local, phrase: 'Internal NUA Error', reference: 'Sofia-SIP, FreeSWITCH (local)' },
  904: {
    ...local,
    phrase: 'No matching challenge',
    reference: 'Sofia-SIP, FreeSWITCH (local)',
    otherPhrases: ['Operation has no matching challenge'],
  },
} as const satisfies Record<number, StatusCodeFacts>;

/** A code that is met in practice without being registered. */
export type VendorCode = keyof typeof VENDOR_CODES;
