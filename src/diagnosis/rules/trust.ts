import type { CaptureRule } from '../overall/capture-rule.ts';
import { captureClockSkew } from './trust/capture-clock-skew.ts';
import { captureDuplicatePackets } from './trust/capture-duplicate-packets.ts';
import { captureEncryptedOnly } from './trust/capture-encrypted-only.ts';
import { captureEndsBeforeOutcome } from './trust/capture-ends-before-outcome.ts';
import { captureOneWay } from './trust/capture-one-way.ts';
import { captureOutOfOrderTimestamps } from './trust/capture-out-of-order-timestamps.ts';
import { capturePacketLoss } from './trust/capture-packet-loss.ts';
import { captureSnaplenTruncated } from './trust/capture-snaplen-truncated.ts';
import { captureStartsMidcall } from './trust/capture-starts-midcall.ts';

/** What may be concluded from a capture. */
export const TRUST_CAPTURE_RULES: readonly CaptureRule[] = [
  capturePacketLoss,
  captureOneWay,
  captureSnaplenTruncated,
  captureClockSkew,
  captureOutOfOrderTimestamps,
  captureEncryptedOnly,
  captureDuplicatePackets,
  captureStartsMidcall,
  captureEndsBeforeOutcome,
];
