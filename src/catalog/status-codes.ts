/**
 * The 75 response codes of the IANA "SIP Response Codes" registry (state of 2026-07-30): 50 of
 * RFC 3261 and 25 of later RFCs. Facts only; what a person reads is in `en/` and `vi/`.
 */
import type { StatusCodeFacts } from './types.ts';

/** What most codes of a class share; an entry names only what is its own. */
const registered = { registered: true, mustCarry: [], retryAfter: false, routine: false } as const;
const provisional = { ...registered, retry: 'wait', forks: 'none', routine: true } as const;
const success = { ...registered, retry: 'unneeded', forks: 'none', routine: true } as const;
const redirect = { ...registered, retry: 'automatic', forks: 'search-continues' } as const;
const failure = { ...registered, retry: 'after-fix', forks: 'search-continues' } as const;
const globalFailure = { ...registered, retry: 'never', forks: 'search-ends' } as const;
/** For codes that never answer the INVITE that opens a call: nothing forks there. */
const unforked = { ...failure, forks: 'none' } as const;
/** Asks for something first and refuses nothing: the client sends the request again. */
const challenge = { ...unforked, retry: 'automatic', routine: true } as const;

export const STATUS_CODES = {
  100: {
    ...provisional,
    phrase: 'Trying',
    reference: 'RFC 3261 §21.1.1',
    producer: 'next-hop',
    otherPhrases: [
      'trying -- your call is important to us', // Kamailio
      'Giving it a try', // OpenSIPS
      'Giving a try', // older OpenSIPS
    ],
  },
  180: {
    ...provisional,
    phrase: 'Ringing',
    reference: 'RFC 3261 §21.1.2',
    producer: 'callee-device',
  },
  181: {
    ...provisional,
    phrase: 'Call Is Being Forwarded',
    reference: 'RFC 3261 §21.1.3',
    producer: 'proxy',
  },
  182: {
    ...provisional,
    phrase: 'Queued',
    reference: 'RFC 3261 §21.1.4',
    producer: 'any-server',
  },
  183: {
    ...provisional,
    phrase: 'Session Progress',
    reference: 'RFC 3261 §21.1.5',
    producer: 'any-server',
  },
  199: {
    ...provisional,
    phrase: 'Early Dialog Terminated',
    reference: 'RFC 6228',
    producer: 'proxy',
  },

  // A 2xx to INVITE ends the search (RFC 3261 §16.7 step 5); the other 2xx never answer an INVITE.
  200: {
    ...success,
    phrase: 'OK',
    reference: 'RFC 3261 §21.2.1',
    producer: 'any-server',
    forks: 'search-ends',
  },
  202: {
    ...success,
    phrase: 'Accepted (Deprecated)', // so registered; the wire says "Accepted"
    reference: 'RFC 6665 §8.3.1',
    producer: 'any-server',
    otherPhrases: ['Accepted'],
  },
  204: {
    ...success,
    phrase: 'No Notification',
    reference: 'RFC 5839 §7.1',
    producer: 'any-server',
  },

  300: {
    ...redirect,
    phrase: 'Multiple Choices',
    reference: 'RFC 3261 §21.3.1',
    producer: 'proxy',
    routine: true,
  },
  301: {
    ...redirect,
    phrase: 'Moved Permanently',
    reference: 'RFC 3261 §21.3.2',
    mustCarry: ['Contact'],
    producer: 'proxy',
    routine: true,
  },
  302: {
    ...redirect,
    phrase: 'Moved Temporarily',
    reference: 'RFC 3261 §21.3.3',
    mustCarry: ['Contact'],
    producer: 'proxy',
    routine: true,
  },
  305: {
    ...redirect,
    phrase: 'Use Proxy',
    reference: 'RFC 3261 §21.3.4',
    mustCarry: ['Contact'],
    producer: 'proxy',
  },
  380: {
    ...redirect,
    phrase: 'Alternative Service',
    reference: 'RFC 3261 §21.3.5',
    producer: 'network',
    retry: 'elsewhere',
  },

  400: { ...failure, phrase: 'Bad Request', reference: 'RFC 3261 §21.4.1', producer: 'any-server' },
  401: {
    ...challenge,
    phrase: 'Unauthorized',
    reference: 'RFC 3261 §21.4.2',
    mustCarry: ['WWW-Authenticate'],
    producer: 'any-server',
  },
  402: {
    ...failure,
    phrase: 'Payment Required',
    reference: 'RFC 3261 §21.4.3',
    producer: 'network',
  },
  403: { ...failure, phrase: 'Forbidden', reference: 'RFC 3261 §21.4.4', producer: 'any-server' },
  404: {
    ...failure,
    phrase: 'Not Found',
    reference: 'RFC 3261 §21.4.5',
    retryAfter: true,
    producer: 'any-server',
  },
  405: {
    ...failure,
    phrase: 'Method Not Allowed',
    reference: 'RFC 3261 §21.4.6',
    mustCarry: ['Allow'],
    producer: 'any-server',
    retry: 'never',
  },
  406: {
    ...failure,
    phrase: 'Not Acceptable',
    reference: 'RFC 3261 §21.4.7',
    producer: 'callee-device',
  },
  407: {
    ...challenge,
    phrase: 'Proxy Authentication Required',
    reference: 'RFC 3261 §21.4.8',
    mustCarry: ['Proxy-Authenticate'],
    producer: 'proxy',
  },
  408: {
    ...failure,
    phrase: 'Request Timeout',
    reference: 'RFC 3261 §21.4.9',
    producer: 'proxy',
    retry: 'later',
  },
  410: {
    ...failure,
    phrase: 'Gone',
    reference: 'RFC 3261 §21.4.10',
    producer: 'any-server',
    retry: 'never',
  },
  412: {
    ...unforked,
    phrase: 'Conditional Request Failed',
    reference: 'RFC 3903 §11.2.1',
    producer: 'any-server',
    retry: 'automatic',
    routine: true,
    otherPhrases: ['Precondition Failed'],
  },
  413: {
    ...failure,
    phrase: 'Request Entity Too Large',
    reference: 'RFC 3261 §21.4.11',
    retryAfter: true,
    producer: 'any-server',
  },
  414: {
    ...failure,
    phrase: 'Request-URI Too Long',
    reference: 'RFC 3261 §21.4.12',
    producer: 'any-server',
  },
  // 415 has to name what is accepted in Accept, Accept-Encoding or Accept-Language: any one will do.
  415: {
    ...failure,
    phrase: 'Unsupported Media Type',
    reference: 'RFC 3261 §21.4.13',
    producer: 'callee-device',
  },
  416: {
    ...failure,
    phrase: 'Unsupported URI Scheme',
    reference: 'RFC 3261 §21.4.14',
    producer: 'any-server',
  },
  417: {
    ...failure,
    phrase: 'Unknown Resource-Priority',
    reference: 'RFC 4412 §12.4',
    producer: 'any-server',
    otherPhrases: ['Bad Extension'], // Kamailio
  },
  420: {
    ...failure,
    phrase: 'Bad Extension',
    reference: 'RFC 3261 §21.4.15',
    mustCarry: ['Unsupported'],
    producer: 'any-server',
    retry: 'automatic',
  },
  421: {
    ...failure,
    phrase: 'Extension Required',
    reference: 'RFC 3261 §21.4.16',
    mustCarry: ['Require'],
    producer: 'any-server',
  },
  422: {
    ...failure,
    phrase: 'Session Interval Too Small',
    reference: 'RFC 4028 §6',
    mustCarry: ['Min-SE'],
    producer: 'any-server',
    retry: 'automatic',
    routine: true,
    otherPhrases: ['Session Timer Too Small'],
  },
  423: {
    ...unforked,
    phrase: 'Interval Too Brief',
    reference: 'RFC 3261 §21.4.17',
    mustCarry: ['Min-Expires'],
    producer: 'registrar',
    retry: 'automatic',
    routine: true,
  },
  424: {
    ...failure,
    phrase: 'Bad Location Information',
    reference: 'RFC 6442 §4.3',
    mustCarry: ['Geolocation-Error'],
    producer: 'any-server',
  },
  425: {
    ...failure,
    phrase: 'Bad Alert Message',
    reference: 'RFC 8876 §5.1',
    mustCarry: ['AlertMsg-Error'],
    producer: 'any-server',
  },
  428: {
    ...failure,
    phrase: 'Use Identity Header',
    reference: 'RFC 8224 §6.2.2',
    producer: 'network',
  },
  429: {
    ...failure,
    phrase: 'Provide Referrer Identity',
    reference: 'RFC 3892 §5',
    producer: 'callee-device',
  },
  430: {
    ...failure,
    phrase: 'Flow Failed',
    reference: 'RFC 5626 §11.5',
    producer: 'proxy',
    retry: 'elsewhere',
  },
  433: { ...failure, phrase: 'Anonymity Disallowed', reference: 'RFC 5079 §5', producer: 'proxy' },
  436: {
    ...failure,
    phrase: 'Bad Identity Info',
    reference: 'RFC 8224 §6.2.2',
    producer: 'network',
    otherPhrases: ['Bad Identity-Info'],
  },
  437: {
    ...failure,
    phrase: 'Unsupported Credential',
    reference: 'RFC 8224 §6.2.2',
    producer: 'network',
    otherPhrases: ['Unsupported Certificate'],
  },
  438: {
    ...failure,
    phrase: 'Invalid Identity Header',
    reference: 'RFC 8224 §6.2.2',
    producer: 'network',
  },
  439: {
    ...unforked,
    phrase: 'First Hop Lacks Outbound Support',
    reference: 'RFC 5626 §11.6',
    producer: 'registrar',
  },
  440: {
    ...failure,
    phrase: 'Max-Breadth Exceeded',
    reference: 'RFC 5393 §6.2',
    producer: 'proxy',
  },
  469: {
    ...unforked,
    phrase: 'Bad Info Package',
    reference: 'RFC 6086 §11.6',
    mustCarry: ['Recv-Info'],
    producer: 'any-server',
    retry: 'never',
  },
  470: { ...failure, phrase: 'Consent Needed', reference: 'RFC 5360 §5.9.2', producer: 'proxy' },
  480: {
    ...failure,
    phrase: 'Temporarily Unavailable',
    reference: 'RFC 3261 §21.4.18',
    retryAfter: true,
    producer: 'any-server',
    retry: 'later',
    otherPhrases: ['Temporarily not available'],
  },
  481: {
    ...unforked,
    phrase: 'Call/Transaction Does Not Exist',
    reference: 'RFC 3261 §21.4.19',
    producer: 'any-server',
    retry: 'never',
    otherPhrases: ['Call Leg/Transaction Does Not Exist'],
  },
  482: {
    ...failure,
    phrase: 'Loop Detected',
    reference: 'RFC 3261 §21.4.20',
    producer: 'any-server',
    otherPhrases: ['(Loop Detected)'], // Asterisk chan_sip
  },
  483: { ...failure, phrase: 'Too Many Hops', reference: 'RFC 3261 §21.4.21', producer: 'proxy' },
  484: {
    ...failure,
    phrase: 'Address Incomplete',
    reference: 'RFC 3261 §21.4.22',
    producer: 'any-server',
  },
  485: { ...failure, phrase: 'Ambiguous', reference: 'RFC 3261 §21.4.23', producer: 'proxy' },
  486: {
    ...failure,
    phrase: 'Busy Here',
    reference: 'RFC 3261 §21.4.24',
    retryAfter: true,
    producer: 'callee',
    retry: 'later',
  },
  487: {
    ...unforked,
    phrase: 'Request Terminated',
    reference: 'RFC 3261 §21.4.25',
    producer: 'any-server',
    retry: 'unneeded',
    routine: true,
    otherPhrases: ['Request Cancelled', 'Transaction canceled'], // Cisco; Kamailio
  },
  488: {
    ...failure,
    phrase: 'Not Acceptable Here',
    reference: 'RFC 3261 §21.4.26',
    producer: 'any-server',
    otherPhrases: ['Not Acceptable Media'], // Cisco
  },
  489: {
    ...unforked,
    phrase: 'Bad Event',
    reference: 'RFC 6665 §8.3.2',
    mustCarry: ['Allow-Events'],
    producer: 'any-server',
    retry: 'never',
  },
  491: {
    ...unforked,
    phrase: 'Request Pending',
    reference: 'RFC 3261 §21.4.27',
    producer: 'any-server',
    retry: 'automatic',
    routine: true,
  },
  493: {
    ...failure,
    phrase: 'Undecipherable',
    reference: 'RFC 3261 §21.4.28',
    producer: 'callee-device',
  },
  494: {
    ...challenge,
    phrase: 'Security Agreement Required',
    reference: 'RFC 3329 §2.3.1',
    mustCarry: ['Security-Server'],
    producer: 'next-hop',
  },

  500: {
    ...failure,
    phrase: 'Server Internal Error',
    reference: 'RFC 3261 §21.5.1',
    retryAfter: true,
    producer: 'any-server',
    retry: 'later',
    otherPhrases: ['Internal Server Error'],
  },
  501: {
    ...failure,
    phrase: 'Not Implemented',
    reference: 'RFC 3261 §21.5.2',
    producer: 'any-server',
    retry: 'never',
  },
  502: {
    ...failure,
    phrase: 'Bad Gateway',
    reference: 'RFC 3261 §21.5.3',
    producer: 'gateway',
    retry: 'elsewhere',
  },
  503: {
    ...failure,
    phrase: 'Service Unavailable',
    reference: 'RFC 3261 §21.5.4',
    retryAfter: true,
    producer: 'any-server',
    retry: 'elsewhere',
  },
  504: {
    ...failure,
    phrase: 'Server Time-out',
    reference: 'RFC 3261 §21.5.5',
    producer: 'proxy',
    retry: 'later',
    otherPhrases: ['Gateway Time-out', 'Gateway Timeout', 'Server Timeout'],
  },
  505: {
    ...failure,
    phrase: 'Version Not Supported',
    reference: 'RFC 3261 §21.5.6',
    producer: 'any-server',
    retry: 'never',
    otherPhrases: ['SIP Version Not Supported'],
  },
  513: {
    ...failure,
    phrase: 'Message Too Large',
    reference: 'RFC 3261 §21.5.7',
    producer: 'any-server',
  },
  555: {
    ...unforked,
    phrase: 'Push Notification Service Not Supported',
    reference: 'RFC 8599 §8.1',
    producer: 'registrar',
  },
  580: {
    ...failure,
    phrase: 'Precondition Failure',
    reference: 'RFC 3312 §8',
    producer: 'callee-device',
  },

  600: {
    ...globalFailure,
    phrase: 'Busy Everywhere',
    reference: 'RFC 3261 §21.6.1',
    retryAfter: true,
    producer: 'callee',
    retry: 'later',
  },
  // A plain 603 comes from people, from PBX defaults and from carriers' analytics alike.
  603: {
    ...globalFailure,
    phrase: 'Decline',
    reference: 'RFC 3261 §21.6.2',
    retryAfter: true,
    producer: 'any-server',
    retry: 'not-now',
    otherPhrases: ['Declined', 'Network Blocked'], // Asterisk; ATIS-1000099 ("603+")
  },
  604: {
    ...globalFailure,
    phrase: 'Does Not Exist Anywhere',
    reference: 'RFC 3261 §21.6.3',
    producer: 'any-server',
  },
  606: {
    ...globalFailure,
    phrase: 'Not Acceptable',
    reference: 'RFC 3261 §21.6.4',
    producer: 'callee-device',
    retry: 'after-fix',
  },
  607: { ...globalFailure, phrase: 'Unwanted', reference: 'RFC 8197', producer: 'callee' },
  608: {
    ...globalFailure,
    phrase: 'Rejected',
    reference: 'RFC 8688',
    mustCarry: ['Call-Info'],
    producer: 'network',
    retry: 'after-fix',
  },
} as const satisfies Record<number, StatusCodeFacts>;

/** A code of the IANA registry. */
export type StatusCode = keyof typeof STATUS_CODES;
