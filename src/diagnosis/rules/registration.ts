import type { CaptureRule } from '../overall/capture-rule.ts';
import type { Rule } from '../rule.ts';
import { infoDtmfRejected } from './registration/info-dtmf-rejected.ts';
import { notify481 } from './registration/notify-481.ts';
import { registerContactUnroutable } from './registration/register-contact-unroutable.ts';
import { registerExpiredAtCall } from './registration/register-expired-at-call.ts';
import { registerFailed } from './registration/register-failed.ts';
import { registerFlapping } from './registration/register-flapping.ts';
import { registerIntervalTooBrief } from './registration/register-interval-too-brief.ts';
import { registerManyBindings } from './registration/register-many-bindings.ts';
import { registerNotRefreshed } from './registration/register-not-refreshed.ts';
import { registerOutbound } from './registration/register-outbound-439-430.ts';
import { registerShortened } from './registration/register-shortened.ts';
import { registerStorm } from './registration/register-storm.ts';
import { subscribeFailed } from './registration/subscribe-failed.ts';

/** Registrations, and what hangs on subscriptions and events. */
export const REGISTRATION_RULES: readonly Rule[] = [
  registerExpiredAtCall,
  registerIntervalTooBrief,
  registerOutbound,
  registerFailed,
  registerContactUnroutable,
  registerManyBindings,
  subscribeFailed,
  notify481,
  infoDtmfRejected,
];

/** What only all registrations together tell. */
export const REGISTRATION_CAPTURE_RULES: readonly CaptureRule[] = [
  registerShortened,
  registerNotRefreshed,
  registerFlapping,
  registerStorm,
];
