/**
 * Wording that gives a product away or says more than the code beside it. Specific entries stand before general
 * ones; the first match counts. Patterns see text of strangers: no nested or adjacent open repeats.
 */

/** Where the text was found. */
export type PhraseField = 'phrase' | 'reason' | 'warning';

export interface VendorPhrase {
  readonly id: string;
  /** Who writes it: a product, or the standard that prescribes it. */
  readonly product: string;
  /** `phrase`: reason phrase; `reason`: text of a Reason value; `warning`: text of a Warning value. */
  readonly field: PhraseField;
  readonly pattern: RegExp;
  /** Status, cause or warning codes that it has to come with; any, if left out. */
  readonly codes?: readonly number[];
}

const SER_FAMILY = 'Kamailio, OpenSIPS';
const TELNYX_CODES = [403, 404, 480, 503] as const;

export const VENDOR_PHRASES = [
  // Provisional responses.
  {
    id: 'kamailio-trying',
    product: 'Kamailio',
    field: 'phrase',
    pattern: /^trying -- your call is important to us$/i,
    codes: [100],
  },
  {
    id: 'opensips-trying',
    product: 'OpenSIPS',
    field: 'phrase',
    pattern: /^giving (?:it )?a try$/i,
    codes: [100],
  },
  {
    id: 'cirpack-in-band',
    product: 'Cirpack',
    field: 'phrase',
    pattern: /^in band info available$/i,
    codes: [183],
  },

  // Kamailio and OpenSIPS cores.
  {
    id: 'kamailio-send-error',
    product: 'Kamailio',
    field: 'phrase',
    pattern: /^unfortunately error on sending to next hop occurred/i,
  },
  {
    id: 'kamailio-unresolvable',
    product: 'Kamailio',
    field: 'phrase',
    pattern: /^unresolvable destination/i,
    codes: [478],
  },
  {
    id: 'kamailio-bad-uri',
    product: 'Kamailio',
    field: 'phrase',
    pattern: /^regretfully, we were not able to process the uri/i,
  },
  {
    id: 'kamailio-server-error',
    product: 'Kamailio',
    field: 'phrase',
    pattern: /^i['’]m terribly sorry, server error occurred/i,
    codes: [500],
  },
  {
    id: 'kamailio-cancelled',
    product: 'Kamailio',
    field: 'phrase',
    pattern: /^transaction canceled/i,
    codes: [487],
  },
  {
    id: 'kamailio-not-relaying',
    product: 'Kamailio',
    field: 'phrase',
    pattern: /^not relaying$/i,
    codes: [403],
  },
  {
    id: 'kamailio-not-here',
    product: 'Kamailio',
    field: 'phrase',
    pattern: /^not here$/i,
    codes: [404],
  },
  {
    id: 'kamailio-ims-challenge',
    product: 'Kamailio IMS',
    field: 'phrase',
    pattern: /^unauthorized - challenging the ue$/i,
    codes: [401],
  },
  {
    id: 'opensips-blocked',
    product: 'OpenSIPS',
    field: 'phrase',
    pattern: /^filtered destination/i,
    codes: [473],
  },
  {
    id: 'opensips-bad-uri',
    product: 'OpenSIPS',
    field: 'phrase',
    pattern: /^bad uri\b/i,
    codes: [475],
  },
  {
    id: 'opensips-unresolvable',
    product: 'OpenSIPS',
    field: 'phrase',
    pattern: /^unresolvable destination/i,
    codes: [476],
  },
  {
    id: 'opensips-send-failed',
    product: 'OpenSIPS',
    field: 'phrase',
    pattern: /^send failed/i,
    codes: [477],
  },
  {
    id: 'opensips-server-error',
    product: 'OpenSIPS',
    field: 'phrase',
    pattern: /^server error occurred \(-?\d{1,5}\//i,
    codes: [500],
  },
  {
    id: 'ser-too-many-branches',
    product: SER_FAMILY,
    field: 'phrase',
    pattern: /^forking capacity exceeded/i,
    codes: [500],
  },
  {
    id: 'ser-external-logic',
    product: SER_FAMILY,
    field: 'phrase',
    pattern: /^error in external logic/i,
    codes: [500],
  },
  {
    id: 'ser-signature',
    product: SER_FAMILY,
    field: 'phrase',
    pattern: / \(-?\d{1,5}\/(?:TM|SL)\)$/,
  },

  // Other stacks.
  {
    id: 'asterisk-bad-auth',
    product: 'Asterisk (chan_sip)',
    field: 'phrase',
    pattern: /^forbidden \(bad auth\)$/i,
    codes: [403],
  },
  {
    id: 'freeswitch-max-sessions',
    product: 'FreeSWITCH',
    field: 'phrase',
    pattern: /^maximum calls in progress$/i,
    codes: [503],
  },
  {
    id: 'sofia-dns-error',
    product: 'Sofia-SIP, FreeSWITCH',
    field: 'phrase',
    pattern: /^dns error$/i,
    codes: [503],
  },
  {
    id: 'cisco-media',
    product: 'Cisco',
    field: 'phrase',
    pattern: /^not acceptable media$/i,
    codes: [488],
  },

  // Standards that put meaning into the phrase.
  {
    id: 'network-blocked',
    product: 'ATIS-1000099 (603+)',
    field: 'phrase',
    pattern: /^network blocked$/i,
    codes: [603],
  },
  {
    id: 'stale-date',
    product: 'RFC 8224 (STIR)',
    field: 'phrase',
    pattern: /^stale date$/i,
    codes: [403],
  },

  // Telnyx ends the phrase with its own number.
  {
    id: 'telnyx-limit',
    product: 'Telnyx',
    field: 'phrase',
    pattern: / D(?:1|2|3|22|24)$/,
    codes: TELNYX_CODES,
  },
  {
    id: 'telnyx-account',
    product: 'Telnyx',
    field: 'phrase',
    pattern: / D1\d$/,
    codes: TELNYX_CODES,
  },
  {
    id: 'telnyx-no-forwarding',
    product: 'Telnyx',
    field: 'phrase',
    pattern: / D21$/,
    codes: TELNYX_CODES,
  },
  {
    id: 'telnyx-auth',
    product: 'Telnyx',
    field: 'phrase',
    pattern: / D2[5-9]$/,
    codes: TELNYX_CODES,
  },
  {
    id: 'telnyx-uri',
    product: 'Telnyx',
    field: 'phrase',
    pattern: / D3[01]$/,
    codes: TELNYX_CODES,
  },
  {
    id: 'telnyx-caller-id',
    product: 'Telnyx',
    field: 'phrase',
    pattern: / D3[56]$/,
    codes: TELNYX_CODES,
  },
  {
    id: 'telnyx-no-profile',
    product: 'Telnyx',
    field: 'phrase',
    pattern: / D38$/,
    codes: TELNYX_CODES,
  },
  {
    id: 'telnyx-no-route',
    product: 'Telnyx',
    field: 'phrase',
    pattern: / D40$/,
    codes: TELNYX_CODES,
  },
  {
    id: 'telnyx-other',
    product: 'Telnyx',
    field: 'phrase',
    pattern: / D\d{1,2}$/,
    codes: TELNYX_CODES,
  },

  // Reason texts.
  {
    id: 'completed-elsewhere',
    product: 'RFC 3326',
    field: 'reason',
    pattern: /^call completed elsewhere$/i,
    codes: [200],
  },
  {
    id: 'freeswitch-ack-timeout',
    product: 'FreeSWITCH',
    field: 'reason',
    pattern: /^ack timeout$/i,
    codes: [408],
  },
  {
    id: 'drachtio-ack-timeout',
    product: 'drachtio',
    field: 'reason',
    pattern: /^ack timeout$/i,
    codes: [200],
  },
  {
    id: 'analytics-blocking',
    product: 'ATIS-1000099 (603+)',
    field: 'reason',
    pattern: /^v=analytics1;/i,
  },
  {
    id: 'srvcc',
    product: '3GPP TS 24.237',
    field: 'reason',
    pattern: /transition to cs\b|handover cancell?ed/i,
    codes: [487],
  },
  {
    id: 'freeswitch-cause-name',
    product: 'FreeSWITCH',
    field: 'reason',
    pattern: /^[A-Z]{2,30}(?:_[A-Z]{2,30}){1,6}$/,
  },

  // Warning texts.
  {
    id: 'ser-noisy-feedback',
    product: 'Kamailio, OpenSIPS, SER',
    field: 'warning',
    pattern: /^noisy feedback tells:/i,
    codes: [392],
  },
  {
    id: 'cucm-no-device',
    product: 'Cisco CUCM',
    field: 'warning',
    pattern: /^unable to find a device handler for the request/i,
    codes: [399],
  },
] as const satisfies readonly VendorPhrase[];

export type PhraseId = (typeof VENDOR_PHRASES)[number]['id'];

/** Longest text looked at, in characters. */
const MAX_TEXT = 256;

/** What the wording gives away; `null` for wording that anybody could have sent. */
export function recognisePhrase(
  field: PhraseField,
  code: number,
  text: string,
): { readonly id: PhraseId; readonly product: string } | null {
  const trimmed = text.slice(0, MAX_TEXT).trim();
  for (const entry of VENDOR_PHRASES) {
    const { codes }: VendorPhrase = entry;
    if (entry.field !== field || (codes && !codes.includes(code))) continue;
    if (entry.pattern.test(trimmed)) return entry;
  }
  return null;
}
