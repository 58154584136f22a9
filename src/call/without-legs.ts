import type { CorrelatedLegs, Surroundings } from './types.ts';

export const NO_LEGS: CorrelatedLegs = { seen: 0, calls: [] };

/** The same surroundings without other legs: a leg is judged without asking for legs of its own, so the question ends after one step. */
export function withoutLegs(surroundings: Surroundings): Surroundings {
  return {
    captureStart: surroundings.captureStart,
    captureEnd: surroundings.captureEnd,
    sawDirection: (from, to) => surroundings.sawDirection(from, to),
    sawReceiver: (address) => surroundings.sawReceiver(address),
    otherCallsSentBy: (address, exceptCallId, notTo) =>
      surroundings.otherCallsSentBy(address, exceptCallId, notTo),
    correlatedLegs: () => NO_LEGS,
    registrations: surroundings.registrations,
    stretchEnd: (source, time) => surroundings.stretchEnd(source, time),
    quickRefusals: (caller) => surroundings.quickRefusals(caller),
  };
}
