import type { CaptureArgs } from '../../../model/rule-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const captureIgnore: IgnoreTexts<keyof CaptureArgs> = {
  'capture-duplicate-packets':
    'Always, where a mirror port of two interfaces or `-i any` is meant: copies are recognised and counted once.',
  'capture-one-way':
    'When the other direction is in another file: read both together. Links that only carry answers of another path look the same.',
  'capture-starts-midcall':
    'When the calls of interest began later. The figures leave the others out.',
  'capture-ends-before-outcome':
    'When the calls of interest were over by then, or the next file of a rotation is read as well.',
  'capture-packet-loss':
    'When only few packets are missing and the calls of interest are complete. What rests on silence is no more than likely here.',
  'capture-snaplen-truncated':
    'When only signalling without its bodies matters: start lines and most header fields are there.',
  'capture-clock-skew':
    'When the two files have no call in common: order and gaps within one file are right.',
  'capture-out-of-order-timestamps':
    'When the steps are as small as those of a card with several queues, some microseconds.',
  'capture-encrypted-only':
    'When the protected links are not those of interest, or a capture on the other side of the SBC is at hand.',
};
