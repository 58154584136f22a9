import type { Packet } from '../model/packet.ts';

/** A capture that is being written. */
export interface PacketFile {
  packet(path: string, packet: Packet, comments: readonly string[]): void;
  /** A TLS key log of the capture that the packets come from. */
  secrets(text: Uint8Array): void;
}
