import { pcap } from './pcap.ts';
import { pcapng } from './pcapng/format.ts';
import type { CaptureFormat } from './reader.ts';
import { snoop } from './snoop.ts';

/** Every capture format, in the order in which they are tried. */
export const CAPTURE_FORMATS: readonly CaptureFormat[] = [pcap, pcapng, snoop];

/** The format whose content this is the beginning of. */
export function sniffCapture(head: Uint8Array): CaptureFormat | undefined {
  return CAPTURE_FORMATS.find((format) => format.sniff(head));
}
