import type { CaptureRule } from './overall/capture-rule.ts';
import type { Rule } from './rule.ts';
import { DECLINE_RULES } from './rules/decline.ts';
import { SDP_RULES } from './rules/sdp.ts';
import { SETUP_RULES } from './rules/setup.ts';
import { SYNTAX_RULES } from './rules/syntax.ts';
import { TRANSPORT_CAPTURE_RULES, TRANSPORT_RULES } from './rules/transport.ts';
import { TRUST_CAPTURE_RULES } from './rules/trust.ts';

/** Every rule on conversations, by family; within a family, causes stand before what they explain. */
export const RULES: readonly Rule[] = [
  ...TRANSPORT_RULES,
  ...SETUP_RULES,
  ...DECLINE_RULES,
  ...SYNTAX_RULES,
  ...SDP_RULES,
];

/** Rules about sources and endpoints; those with an id of above tell what no conversation was seen to suffer from. */
export const CAPTURE_RULES: readonly CaptureRule[] = [
  ...TRUST_CAPTURE_RULES,
  ...TRANSPORT_CAPTURE_RULES,
];
