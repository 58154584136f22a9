import { erf } from './erf.ts';
import { pcap } from './pcap.ts';
import { pcapng } from './pcapng/format.ts';
import type { CaptureFormat } from './reader.ts';
import { snoop } from './snoop.ts';

/** Every capture format, in the order in which they are tried. */
export const CAPTURE_FORMATS: readonly CaptureFormat[] = [pcap, pcapng, snoop, erf];

/**
 * The format whose content this is the beginning of. `enough` says that no more will be looked at: formats without a mark
 * of their own wait for it.
 */
export function sniffCapture(head: Uint8Array, enough = true): CaptureFormat | undefined {
  return CAPTURE_FORMATS.find(
    (format) => (enough || format.unmarked !== true) && format.sniff(head),
  );
}
