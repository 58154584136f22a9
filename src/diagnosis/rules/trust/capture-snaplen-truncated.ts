import type { CaptureRule } from '../../overall/capture-rule.ts';

/** Only cuts through SIP count: short media packets are what many captures want. */
export const captureSnaplenTruncated: CaptureRule<'capture-snaplen-truncated'> = {
  id: 'capture-snaplen-truncated',
  severity: 'warning',
  tier: 'capture',
  check(_, { below }) {
    return below.sources
      .filter(({ cut }) => cut.count > 0)
      .map(({ index: source, messages, cut: { count, frame, offset, captured, onWire } }) => ({
        rule: 'capture-snaplen-truncated',
        severity: 'warning',
        confidence: 'proven',
        status: 'present',
        scope: 'capture',
        args: { cut: count, messages, captured, onWire },
        evidence: [{ kind: 'counter', source, frame, offset, what: 'caplen < len', value: count }],
        calls: [],
      }));
  },
};
