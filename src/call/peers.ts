import type { Endpoint, FlowAddresses } from '../model/packet.ts';
import { ipv6Text } from '../sip/ipv6-text.ts';

/** An endpoint that also remembers to whom it was seen sending SIP. */
export class Peer implements Endpoint {
  readonly address: string;
  readonly port: number;
  readonly name: string;
  readonly sentTo = new Set<Peer>();
  /** … and to whom it sent messages that were cut beyond use; null when there were none. */
  lostTo: Set<Peer> | null = null;
  /** Source in which it was noted last. */
  notedIn = -1;
  /** Index in its table. */
  readonly id: number;

  constructor(id: number, address: string, port: number) {
    this.id = id;
    this.address = address;
    this.port = port;
    if (address === '') this.name = 'unknown';
    else this.name = address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
  }
}

/** Slots for recent peers; a power of two. */
const RECENT = 1024;

/** All endpoints of one analysis, each once: `===` compares them, and their flows tell which directions were visible. */
export class PeerTable {
  /** By id; the first stands in where a source does not tell an address. */
  readonly all: Peer[] = [new Peer(0, '', 0)];
  readonly #ipv4 = new Map<number, Peer>();
  /** The peers that were met last, by a few bits of their address: two look-ups a message add up. */
  readonly #recentKeys = new Float64Array(RECENT).fill(-1);
  readonly #recent: Peer[] = [];
  readonly #named = new Map<string, Peer>();

  /** Sender and receiver of a payload, or of any flow. */
  sender(payload: FlowAddresses): Peer {
    return this.#at(payload, payload.sourceAt, payload.sourcePort);
  }

  receiver(payload: FlowAddresses): Peer {
    return this.#at(payload, payload.destinationAt, payload.destinationPort);
  }

  /** The endpoint with a printable address, as logs give it. */
  named(address: string, port: number): Peer {
    const key = `${address} ${port}`;
    let peer = this.#named.get(key);
    if (peer === undefined) {
      peer = new Peer(this.all.length, address, port);
      this.all.push(peer);
      this.#named.set(key, peer);
    }
    return peer;
  }

  #at(payload: FlowAddresses, at: number, port: number): Peer {
    const bytes = payload.addressBytes;
    if (payload.addressLength === 16) return this.named(ipv6Text(bytes, at), port);
    const a = bytes[at] as number;
    const b = bytes[at + 1] as number;
    const c = bytes[at + 2] as number;
    const d = bytes[at + 3] as number;
    const key = (a * 0x1000000 + ((b << 16) | (c << 8) | d)) * 65536 + port;
    const slot = (Math.imul(d ^ (c << 4) ^ (b << 6), 31) + port) & (RECENT - 1);
    if (this.#recentKeys[slot] === key) return this.#recent[slot] as Peer;
    let peer = this.#ipv4.get(key);
    if (peer === undefined) this.#ipv4.set(key, (peer = this.named(`${a}.${b}.${c}.${d}`, port)));
    this.#recentKeys[slot] = key;
    this.#recent[slot] = peer;
    return peer;
  }
}
