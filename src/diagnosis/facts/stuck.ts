import { STUCK_LIMITS, stuckSetup, type StuckLimits } from '../../call/stuck.ts';
import type { Call } from '../../call/types.ts';
import { type Thresholds, us } from '../thresholds.ts';
import { fact } from './fact.ts';

/** The set-up that got nothing but 100s; null for every other call. All `trying-*` rules report one part of it. */
export const stuck = fact((call: Call, { surroundings, thresholds }) =>
  stuckSetup(call, surroundings, stuckLimits(thresholds)),
);

export function stuckLimits(thresholds: Thresholds): StuckLimits {
  return {
    ...STUCK_LIMITS,
    copies: thresholds['retrans.copies'],
    stuck: us(thresholds['trying.stuck']),
    relay: us(thresholds['relay.window']),
    forward: us(thresholds['forward.window']),
  };
}

/** Only calls whose latest response is a 100, or a failure after it, can be stuck. */
export function mayBeStuck({ stage }: Call): boolean {
  return stage === 'trying';
}
