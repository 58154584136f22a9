/** The closed vocabularies of the report: outcomes, stages, releases and grades. */

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CONFIDENCES = ['proven', 'likely', 'possible'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** `inconclusive`: the rule's condition is met as far as the capture shows, but the capture cannot prove it. */
export const STATUSES = ['present', 'inconclusive'] as const;
export type Status = (typeof STATUSES)[number];

export const SCOPES = [
  'capture',
  'endpoint',
  'registration',
  'call',
  'leg',
  'dialog',
  'message',
] as const;
export type Scope = (typeof SCOPES)[number];

export const STAGES = ['pre-trying', 'trying', 'alerting', 'early-media', 'answered'] as const;
export type Stage = (typeof STAGES)[number];

/** Who ended the call. */
export const RELEASES = ['caller', 'callee', 'network', 'timer', 'unknown'] as const;
export type Release = (typeof RELEASES)[number];

export const OUTCOMES = [
  'answered',
  'answered-elsewhere',
  'no-answer',
  'busy',
  'declined-user',
  'declined-auto',
  'blocked-network',
  'blocked-unwanted',
  'cancelled-by-caller',
  'redirected',
  'unavailable',
  'failed-number',
  'failed-routing',
  'failed-auth',
  'failed-policy',
  'failed-identity',
  'failed-media',
  'failed-capacity',
  'failed-timeout',
  'failed-transport',
  'failed-protocol',
  'failed-server',
  'answered-media-failed',
  'dropped',
  'incomplete-pending',
  'incomplete-midcall',
  'scan-or-attack',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a conversation that is no call is for. */
export const OTHER_KINDS = [
  'registration',
  'subscription',
  'publication',
  'message',
  'probe',
  'other',
] as const;
export type OtherKind = (typeof OTHER_KINDS)[number];

/** How such a conversation stood after its last request that was settled. */
export const OTHER_OUTCOMES = [
  /** A binding was granted; `refreshed`: again. */
  'registered',
  'refreshed',
  /** The bindings were taken away on purpose. */
  'deregistered',
  /** A REGISTER without Contact, which only asks for the bindings. */
  'queried',
  'subscribed',
  /** The subscription was ended by either side, or asked for one NOTIFY only. */
  'unsubscribed',
  /** A NOTIFY was taken without a SUBSCRIBE in the capture. */
  'notified',
  'published',
  'unpublished',
  'delivered',
  /** 202, or a request without a more exact word for its success. */
  'accepted',
  /** A probe got a 2xx. */
  'answered',
  /** 401 or 407, and no credentials followed. */
  'challenged',
  /** 401 or 407 to credentials that were sent. */
  'failed-auth',
  'redirected',
  'refused',
  'unanswered',
  /** Nothing answered that was captured, and nothing shows that the capture saw that direction. */
  'incomplete-unseen',
  'incomplete-pending',
  'scan-or-attack',
] as const;
export type OtherOutcome = (typeof OTHER_OUTCOMES)[number];

/** By what the calls of an incident are told from the others. */
export const INCIDENT_DIMENSIONS = [
  'source',
  'destination',
  'userAgent',
  'prefix',
  'account',
  'code',
] as const;
export type IncidentDimension = (typeof INCIDENT_DIMENSIONS)[number];
