import type { CaptureRule } from '../../overall/capture-rule.ts';

/** Packets of several queues come a few µs out of order; from here on messages may change places, µs. */
const SMALLEST = 1000;
/** Without messages only the span of the file is at stake; steps from here on make it doubtful, µs. */
const SMALLEST_OF_SPAN = 60_000_000;

/** Time steps back from one packet to the next by more than the jitter of several queues. */
export const captureOutOfOrderTimestamps: CaptureRule<'capture-out-of-order-timestamps'> = {
  id: 'capture-out-of-order-timestamps',
  severity: 'info',
  tier: 'capture',
  check(_, { below }) {
    return below.sources
      .filter(
        ({ backwards, messages }) =>
          backwards.largest >= (messages > 0 ? SMALLEST : SMALLEST_OF_SPAN),
      )
      .map(({ index: source, backwards: { count, frame, offset, largest } }) => ({
        rule: 'capture-out-of-order-timestamps',
        severity: 'info',
        confidence: 'proven',
        status: 'present',
        scope: 'capture',
        args: { steps: count, largestUs: largest },
        evidence: [
          { kind: 'counter', source, frame, offset, what: 'time steps back', value: count },
        ],
        calls: [],
      }));
  },
};
