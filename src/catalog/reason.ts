/** What a Reason header field can hold: protocols, ISUP locations, and the cause numbers that are not Q.850 or SIP. */
import type { CauseText } from './types.ts';

const RFC3326 = 'RFC 3326';
const TS24229 = '3GPP TS 24.229 §7.2A.18';

/** The 22 protocol values of the IANA registry. Compare them without regard to case. */
export const REASON_PROTOCOLS = {
  SIP: { reference: RFC3326 },
  'Q.850': { reference: RFC3326 },
  Preemption: { reference: 'RFC 4411' },
  EMM: { reference: TS24229 },
  ESM: { reference: TS24229 },
  'S1AP-RNL': { reference: TS24229 },
  'S1AP-TL': { reference: TS24229 },
  'S1AP-NAS': { reference: TS24229 },
  'S1AP-MISC': { reference: TS24229 },
  'S1AP-PROT': { reference: TS24229 },
  DIAMETER: { reference: TS24229 },
  IKEV2: { reference: TS24229 },
  RELEASE_CAUSE: { reference: TS24229 },
  FAILURE_CAUSE: { reference: TS24229 },
  STIR: { reference: 'RFC 9410' },
  '5GMM': { reference: TS24229 },
  '5GSM': { reference: TS24229 },
  'NGAP-RNL': { reference: TS24229 },
  'NGAP-TL': { reference: TS24229 },
  'NGAP-NAS': { reference: TS24229 },
  'NGAP-MISC': { reference: TS24229 },
  'NGAP-PROT': { reference: TS24229 },
} as const satisfies Record<string, { readonly reference: string }>;

export type ReasonProtocol = keyof typeof REASON_PROTOCOLS;

const PROTOCOL_BY_TOKEN: ReadonlyMap<string, ReasonProtocol> = new Map(
  (Object.keys(REASON_PROTOCOLS) as ReasonProtocol[]).map((name) => [name.toLowerCase(), name]),
);

/** The registered spelling of a protocol token; `null` for private ones (`FreeSWITCH`, `X-…`). */
export function reasonProtocol(token: string): ReasonProtocol | null {
  return PROTOCOL_BY_TOKEN.get(token.toLowerCase()) ?? null;
}

/** Where the call was released, seen from the switch that released it. */
export type LocationSide =
  | 'user'
  | 'private'
  | 'public'
  | 'transit'
  | 'international'
  | 'interworking'
  | 'spare';

export interface LocationFacts {
  /** The four-bit value of Q.850. */
  readonly value: number;
  readonly side: LocationSide;
}

/** Values of the `location` parameter, RFC 8606 §4. */
export const REASON_LOCATIONS = {
  U: { value: 0, side: 'user' },
  LPN: { value: 1, side: 'private' },
  LN: { value: 2, side: 'public' },
  TN: { value: 3, side: 'transit' },
  RLN: { value: 4, side: 'public' },
  RPN: { value: 5, side: 'private' },
  'LOC-6': { value: 6, side: 'spare' },
  INTL: { value: 7, side: 'international' },
  'LOC-8': { value: 8, side: 'spare' },
  'LOC-9': { value: 9, side: 'spare' },
  BI: { value: 10, side: 'interworking' },
  'LOC-11': { value: 11, side: 'spare' },
  'LOC-12': { value: 12, side: 'spare' },
  'LOC-13': { value: 13, side: 'spare' },
  'LOC-14': { value: 14, side: 'spare' },
  'LOC-15': { value: 15, side: 'spare' },
} as const satisfies Record<string, LocationFacts>;

export type ReasonLocation = keyof typeof REASON_LOCATIONS;

export function reasonLocation(token: string): ReasonLocation | null {
  const name = token.toUpperCase();
  return Object.hasOwn(REASON_LOCATIONS, name) ? (name as ReasonLocation) : null;
}

/** `RELEASE_CAUSE`: why an IMS node ended the call. */
export const RELEASE_CAUSES = [1, 2, 3, 4, 5, 6, 7] as const;
export type ReleaseCause = (typeof RELEASE_CAUSES)[number];

/** `FAILURE_CAUSE`: why an IMS call could not be set up or kept. */
export const FAILURE_CAUSES = [1, 2, 3] as const;
export type FailureCause = (typeof FAILURE_CAUSES)[number];

/** `Preemption`, RFC 4411 §5. */
export const PREEMPTION_CAUSES = [1, 2, 3, 4] as const;
export type PreemptionCause = (typeof PREEMPTION_CAUSES)[number];

/**
 * FreeSWITCH’s own causes outside the Q.850 range, with their names. It sends them as `SIP;cause=n`, though only
 * 487 among them is a SIP code.
 */
export const FREESWITCH_CAUSES = {
  142: 'SUCCESS',
  487: 'ORIGINATOR_CANCEL',
  700: 'CRASH',
  701: 'SYSTEM_SHUTDOWN',
  702: 'LOSE_RACE',
  703: 'MANAGER_REQUEST',
  800: 'BLIND_TRANSFER',
  801: 'ATTENDED_TRANSFER',
  802: 'ALLOTTED_TIMEOUT',
  803: 'USER_CHALLENGE',
  804: 'MEDIA_TIMEOUT',
  805: 'PICKED_OFF',
  806: 'USER_NOT_REGISTERED',
  807: 'PROGRESS_TIMEOUT',
  808: 'INVALID_GATEWAY',
  809: 'GATEWAY_DOWN',
  810: 'INVALID_URL',
  811: 'INVALID_PROFILE',
  812: 'NO_PICKUP',
  813: 'SRTP_READ_ERROR',
  814: 'BOWOUT',
  815: 'BUSY_EVERYWHERE',
  816: 'DECLINE',
  817: 'DOES_NOT_EXIST_ANYWHERE',
  818: 'NOT_ACCEPTABLE',
  819: 'UNWANTED',
  820: 'NO_IDENTITY',
  821: 'BAD_IDENTITY_INFO',
  822: 'UNSUPPORTED_CERTIFICATE',
  823: 'INVALID_IDENTITY',
  824: 'STALE_DATE',
  825: 'REJECT_ALL',
} as const satisfies Record<number, string>;

export type FreeswitchCause = keyof typeof FREESWITCH_CAUSES;

export function isFreeswitchCause(cause: number): cause is FreeswitchCause {
  return Object.hasOwn(FREESWITCH_CAUSES, cause);
}

/** What a person reads about a Reason value. A missing text does not compile. */
export interface ReasonTexts {
  readonly protocols: Readonly<Record<ReasonProtocol, CauseText>>;
  readonly locations: Readonly<Record<ReasonLocation, CauseText>>;
  readonly releaseCauses: Readonly<Record<ReleaseCause, CauseText>>;
  readonly failureCauses: Readonly<Record<FailureCause, CauseText>>;
  readonly preemption: Readonly<Record<PreemptionCause, CauseText>>;
  readonly freeswitch: Readonly<Record<FreeswitchCause, CauseText>>;
}
