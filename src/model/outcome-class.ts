import type { Outcome, OtherOutcome } from './vocabulary.ts';

/**
 * What an outcome means for the one who runs the network: `good` worked; `people` is what callers and callees decided;
 * `failure` needs work; `aside` says nothing about the service.
 */
export type OutcomeClass = 'good' | 'people' | 'failure' | 'aside';

export const OUTCOME_CLASS: Readonly<Record<Outcome, OutcomeClass>> = {
  answered: 'good',
  'answered-elsewhere': 'good',
  'no-answer': 'people',
  busy: 'people',
  'declined-user': 'people',
  'declined-auto': 'people',
  'blocked-network': 'failure',
  'blocked-unwanted': 'people',
  'cancelled-by-caller': 'people',
  redirected: 'people',
  unavailable: 'people',
  'failed-number': 'failure',
  'failed-routing': 'failure',
  'failed-auth': 'failure',
  'failed-policy': 'failure',
  'failed-identity': 'failure',
  'failed-media': 'failure',
  'failed-capacity': 'failure',
  'failed-timeout': 'failure',
  'failed-transport': 'failure',
  'failed-protocol': 'failure',
  'failed-server': 'failure',
  'answered-media-failed': 'failure',
  dropped: 'failure',
  'incomplete-pending': 'aside',
  'incomplete-midcall': 'aside',
  'scan-or-attack': 'aside',
};

/** The same of conversations that are no calls. */
export const OTHER_OUTCOME_CLASS: Readonly<Record<OtherOutcome, OutcomeClass>> = {
  registered: 'good',
  refreshed: 'good',
  deregistered: 'good',
  queried: 'good',
  subscribed: 'good',
  unsubscribed: 'good',
  notified: 'good',
  published: 'good',
  unpublished: 'good',
  delivered: 'good',
  accepted: 'good',
  answered: 'good',
  challenged: 'failure',
  'failed-auth': 'failure',
  redirected: 'aside',
  refused: 'failure',
  unanswered: 'failure',
  'incomplete-unseen': 'aside',
  'incomplete-pending': 'aside',
  'scan-or-attack': 'aside',
};
