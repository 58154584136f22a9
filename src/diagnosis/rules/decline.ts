import type { Rule } from '../rule.ts';
import { decline607 } from './decline/decline-607.ts';
import { decline608 } from './decline/decline-608.ts';
import { declineAnalytics603plus } from './decline/decline-analytics-603plus.ts';
import { declineAnalyticsProbable } from './decline/decline-analytics-probable.ts';
import { declineDevicePolicy } from './decline/decline-device-policy.ts';
import { declineHuman } from './decline/decline-human.ts';
import { declinePbxDefault } from './decline/decline-pbx-default.ts';
import { declineQ850 } from './decline/decline-q850.ts';
import { declineUnattributed } from './decline/decline-unattributed.ts';

/** 603 and its relatives, told apart. */
export const DECLINE_RULES: readonly Rule[] = [
  declineAnalytics603plus,
  declineAnalyticsProbable,
  decline608,
  decline607,
  declineHuman,
  declineDevicePolicy,
  declinePbxDefault,
  declineQ850,
  declineUnattributed,
];
