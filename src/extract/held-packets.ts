import type { Packet } from '../model/packet.ts';

/** Packets that wait for the message that they are parts of, and their bytes, at most for each flow; and how many flows. */
const MAX_PACKETS = 256;
const MAX_BYTES = 1 << 20;
const MAX_FLOWS = 4096;

/** A packet of its own memory. */
export interface HeldPacket {
  readonly packet: Packet;
  taken: boolean;
}

export function heldPacket(packet: Packet): HeldPacket {
  const { bytes, start, end } = packet;
  const own = bytes.slice(start, end);
  return { packet: { ...packet, bytes: own, start: 0, end: own.length }, taken: false };
}

interface Flow {
  packets: HeldPacket[];
  bytes: number;
}

/** Packets by what they are parts of: a direction of a stream, or a fragmented datagram. */
export class HeldPackets {
  /** Packets that had to be let go before it was known whether they are wanted. */
  dropped = 0;
  readonly #flows = new Map<string, Flow>();

  add(key: string, held: HeldPacket): void {
    let flow = this.#flows.get(key);
    // The flow that was used last stands last.
    if (flow === undefined) flow = { packets: [], bytes: 0 };
    else this.#flows.delete(key);
    this.#flows.set(key, flow);
    flow.packets.push(held);
    flow.bytes += held.packet.end;
    while (flow.packets.length > MAX_PACKETS || flow.bytes > MAX_BYTES) this.#dropFirst(flow);
    if (this.#flows.size > MAX_FLOWS) {
      const [oldest] = this.#flows.keys();
      if (oldest !== undefined) this.#flows.delete(oldest);
    }
  }

  has(key: string): boolean {
    return this.#flows.has(key);
  }

  /** All of a flow, in their order. */
  of(key: string): readonly HeldPacket[] {
    return this.#flows.get(key)?.packets ?? [];
  }

  /** A message ended in the last packet, and the next one may begin in it. */
  keepLast(key: string): void {
    const flow = this.#flows.get(key);
    const last = flow?.packets.at(-1);
    if (flow === undefined || last === undefined) return;
    flow.packets = [last];
    flow.bytes = last.packet.end;
  }

  forget(key: string): void {
    this.#flows.delete(key);
  }

  #dropFirst(flow: Flow): void {
    const first = flow.packets.shift();
    flow.bytes -= first?.packet.end ?? 0;
    if (first?.taken === false) this.dropped += 1;
  }
}
