import type { CaptureRule } from './overall/capture-rule.ts';
import type { Rule } from './rule.ts';
import { AUTH_RULES } from './rules/auth.ts';
import { DECLINE_RULES } from './rules/decline.ts';
import { DIALOG_RULES } from './rules/dialog.ts';
import { NAT_RULES } from './rules/nat.ts';
import { POPULATION_CAPTURE_RULES } from './rules/population.ts';
import { RACE_RULES } from './rules/race.ts';
import { RESPONSE_CAPTURE_RULES, RESPONSE_RULES } from './rules/response.ts';
import { REGISTRATION_CAPTURE_RULES, REGISTRATION_RULES } from './rules/registration.ts';
import { SDP_RULES } from './rules/sdp.ts';
import { SECURITY_CAPTURE_RULES, SECURITY_RULES } from './rules/security.ts';
import { SETUP_RULES } from './rules/setup.ts';
import { SYNTAX_RULES } from './rules/syntax.ts';
import { TRANSPORT_CAPTURE_RULES, TRANSPORT_RULES } from './rules/transport.ts';
import { TRUST_CAPTURE_RULES } from './rules/trust.ts';

/** Rules on conversations, by family; within a family, causes stand before what they explain. */
export const FAMILIES = {
  transport: TRANSPORT_RULES,
  setup: SETUP_RULES,
  decline: DECLINE_RULES,
  syntax: SYNTAX_RULES,
  nat: NAT_RULES,
  security: SECURITY_RULES,
  race: RACE_RULES,
  sdp: SDP_RULES,
  auth: AUTH_RULES,
  dialog: DIALOG_RULES,
  registration: REGISTRATION_RULES,
  // What a response says of itself stands behind what explains it.
  response: RESPONSE_RULES,
} as const satisfies Readonly<Record<string, readonly Rule[]>>;

/** Rules about sources and endpoints; those with an id of above tell what no conversation was seen to suffer from. */
export const CAPTURE_FAMILIES = {
  capture: TRUST_CAPTURE_RULES,
  transport: TRANSPORT_CAPTURE_RULES,
  registration: REGISTRATION_CAPTURE_RULES,
  response: RESPONSE_CAPTURE_RULES,
  security: SECURITY_CAPTURE_RULES,
  population: POPULATION_CAPTURE_RULES,
} as const satisfies Readonly<Record<string, readonly CaptureRule[]>>;

export const RULES: readonly Rule[] = Object.values(FAMILIES).flat();
export const CAPTURE_RULES: readonly CaptureRule[] = Object.values(CAPTURE_FAMILIES).flat();
