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
