/**
 * Q.850 cause values as SIP carries them (`Reason: Q.850;cause=n`, RFC 3326, RFC 6432), with the SIP
 * code that gateways usually translate them to. A stack without an entry sends its default.
 */

export interface Q850Facts {
  /** RFC 3398 §7.2.4.1. */
  readonly rfc3398?: number;
  readonly freeswitch?: number;
  readonly asterisk?: number;
  /** The normal end of a call: RFC 3398 maps it to BYE or CANCEL, not to a response. */
  readonly normal?: true;
  /** `false`: the cause explains nothing, whatever message carries it. */
  readonly informative?: false;
}

/** What is sent for a cause without a mapping of its own. */
export const Q850_DEFAULTS = { rfc3398: 500, freeswitch: 480, asterisk: 603 } as const;

export const Q850_CAUSES = {
  0: { informative: false },
  1: { rfc3398: 404, freeswitch: 404, asterisk: 404 },
  2: { rfc3398: 404, freeswitch: 404, asterisk: 404 },
  3: { rfc3398: 404, freeswitch: 404, asterisk: 404 },
  4: {},
  5: {},
  6: {},
  7: {},
  8: {},
  9: {},
  14: {},
  16: { normal: true, informative: false },
  17: { rfc3398: 486, freeswitch: 486, asterisk: 486 },
  18: { rfc3398: 408, freeswitch: 408, asterisk: 408 },
  19: { rfc3398: 480, freeswitch: 480, asterisk: 480 },
  20: { rfc3398: 480, freeswitch: 480, asterisk: 480 },
  21: { rfc3398: 403, freeswitch: 603, asterisk: 403 }, // RFC 3398: 603 when the location is the user
  22: { rfc3398: 410, freeswitch: 410, asterisk: 410 }, // RFC 3398: 301 when the new number is known
  23: { rfc3398: 410, freeswitch: 410, asterisk: 302 },
  24: {},
  25: { freeswitch: 483 },
  26: { rfc3398: 404 },
  27: { rfc3398: 502, freeswitch: 502, asterisk: 502 },
  28: { rfc3398: 484, freeswitch: 484, asterisk: 484 },
  29: { rfc3398: 501, freeswitch: 501, asterisk: 501 },
  30: {},
  31: { rfc3398: 480, freeswitch: 480, asterisk: 480, informative: false },
  34: { rfc3398: 503, freeswitch: 503, asterisk: 503 },
  38: { rfc3398: 503, freeswitch: 503, asterisk: 500 },
  39: {},
  40: {},
  41: { rfc3398: 503, freeswitch: 503 },
  42: { rfc3398: 503, freeswitch: 503, asterisk: 503 },
  43: {},
  44: { freeswitch: 503 },
  46: {},
  47: { rfc3398: 503 },
  49: {},
  50: {},
  52: { freeswitch: 403 },
  53: {},
  54: { freeswitch: 403 },
  55: { rfc3398: 403 },
  57: { rfc3398: 403, freeswitch: 403 },
  58: { rfc3398: 503, freeswitch: 503, asterisk: 488 },
  62: {},
  63: {},
  65: { rfc3398: 488, freeswitch: 488 },
  66: { asterisk: 503 },
  69: { freeswitch: 501 },
  70: { rfc3398: 488 },
  79: { rfc3398: 501, freeswitch: 501 },
  81: {},
  82: {},
  83: {},
  84: {},
  85: {},
  86: {},
  87: { rfc3398: 403 },
  88: { rfc3398: 503, freeswitch: 488 },
  90: {},
  91: {},
  95: {},
  96: {},
  97: {},
  98: {},
  99: {},
  100: {},
  101: {},
  102: { rfc3398: 504, freeswitch: 504 },
  103: {},
  110: {},
  111: { rfc3398: 500 },
  127: { rfc3398: 500, asterisk: 500 },
} as const satisfies Record<number, Q850Facts>;

export type Q850Cause = keyof typeof Q850_CAUSES;

export function isQ850Cause(cause: number): cause is Q850Cause {
  return Object.hasOwn(Q850_CAUSES, cause);
}

export function q850Facts(cause: number): Q850Facts | null {
  return isQ850Cause(cause) ? Q850_CAUSES[cause] : null;
}

/** The cause says more than "it ended": everything but 0, 16 and 31. */
export function isInformative(cause: number): boolean {
  return q850Facts(cause)?.informative !== false;
}

/** The network behind a gateway is out of order, cut off or congested; 41 is what a gateway makes of any 500 (RFC 3398 §7.2.4.1). */
const NETWORK_DOWN = /(?:^|,)\s*q\.850\s*;[^,"]*?cause\s*=\s*(38|39|42)\b/i;

/** The cause by which a Reason header field puts the fault on the network behind the node; null when it does not. */
export function networkCauseOf(reason: string): number | null {
  const [, cause] = NETWORK_DOWN.exec(reason) ?? [];
  return cause === undefined ? null : Number(cause);
}

/**
 * The cause that a gateway puts into ISUP for a SIP response, RFC 3398 §8.2.6.1. `warning`: it depends on the
 * Warning code; `null`: the response ends a withdrawn call and produces no cause.
 */
export const SIP_TO_Q850: Readonly<Record<number, Q850Cause | 'warning' | null>> = {
  400: 41,
  401: 21,
  402: 21,
  403: 21,
  404: 1,
  405: 63,
  406: 79,
  407: 21,
  408: 102,
  410: 22,
  413: 127,
  414: 127,
  415: 79,
  416: 127,
  420: 127,
  421: 127,
  423: 127,
  480: 18,
  481: 41,
  482: 25,
  483: 25,
  484: 28,
  485: 1,
  486: 17,
  487: null,
  488: 'warning',
  500: 41,
  501: 79,
  502: 38,
  503: 41,
  504: 102,
  505: 127,
  513: 127,
  600: 17,
  603: 21,
  604: 1,
  606: 'warning',
};
