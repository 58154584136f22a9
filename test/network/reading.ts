/** Packets through decoder and stream protocols, as a source reads them; and packets of one connection. */
import type { Payload } from '../../src/model/packet.ts';
import type { SeenFact } from '../../src/model/transport-fact.ts';
import { UnreadTally } from '../../src/model/unread.ts';
import { PacketDecoder } from '../../src/network/decoder.ts';
import { FactLog } from '../../src/network/facts/fact-log.ts';
import { FragmentLosses } from '../../src/network/facts/fragment-losses.ts';
import { looksLikeSip, readPayload } from '../../src/sip/read.ts';
import { sipStreams } from '../../src/sip/streams.ts';
import {
  asPacket,
  ethernet,
  ipv4,
  latin1,
  seen,
  type SeenPayload,
  tcp,
  type TcpShape,
  text,
  type Wire,
} from './packet-bytes.ts';

export const FIN = 1;
export const SYN = 2;
export const RST = 4;
export const ACK = 16;

export interface SeenMessage extends SeenPayload {
  /** Text of the message itself. */
  readonly message: string;
}

export interface Reading {
  readonly messages: SeenMessage[];
  /** Whole payloads that are no SIP. */
  readonly others: SeenPayload[];
  readonly facts: SeenFact[];
  readonly unread: { [reason: string]: number };
}

export function read(...wires: readonly (Wire | Uint8Array)[]): Reading {
  const unread = new UnreadTally();
  const messages: SeenMessage[] = [];
  const others: SeenPayload[] = [];
  const facts = new FactLog(unread);
  const payloads = {
    payload(payload: Payload): void {
      const message = readPayload(payload);
      if (message === null) others.push(seen(payload));
      else {
        const { bytes, start, end } = message;
        messages.push({ ...seen(payload), message: latin1(bytes.subarray(start, end)) });
      }
    },
  };
  const streams = sipStreams({
    unread,
    payloads,
    facts,
    found: ({ bytes, start, end }, run) =>
      messages.push({ ...seen(run), message: latin1(bytes.subarray(start, end)) }),
  });
  const decoder = new PacketDecoder({
    unread,
    payloads,
    facts,
    fragments: new FragmentLosses(facts, looksLikeSip),
    recognises: looksLikeSip,
    streams,
  });
  wires.forEach((wire, at) =>
    decoder.packet(asPacket(wire instanceof Uint8Array ? { bytes: wire } : wire, at + 1)),
  );
  decoder.end();
  streams.end();
  return {
    messages,
    others,
    facts: facts.list(),
    unread: Object.fromEntries(unread.list().map((entry) => [entry.reason, entry.count])),
  };
}

const CLIENT = [192, 0, 2, 1];
const SERVER = [192, 0, 2, 2];

/** Packets of one connection, each direction with its own sequence numbers. */
export class Talk {
  readonly #port: number;
  #client = 1000;
  #server = 5000;

  constructor(port = 5060) {
    this.#port = port;
  }

  /** SYN and SYN-ACK. */
  open(): Uint8Array[] {
    return [
      this.#segment(true, '', { seq: 999, flags: SYN }),
      this.#segment(false, '', { seq: 4999, flags: SYN | ACK }),
    ];
  }

  client(data: string | Uint8Array, flags = ACK): Uint8Array {
    const segment = this.#segment(true, data, { seq: this.#client, flags });
    this.#client += data.length;
    return segment;
  }

  server(data: string | Uint8Array, flags = ACK): Uint8Array {
    const segment = this.#segment(false, data, { seq: this.#server, flags });
    this.#server += data.length;
    return segment;
  }

  #segment(fromClient: boolean, data: string | Uint8Array, shape: TcpShape): Uint8Array {
    const payload = typeof data === 'string' ? text(data) : data;
    const ports = fromClient ? { from: 40_000, to: this.#port } : { from: this.#port, to: 40_000 };
    const ends = fromClient ? { from: CLIENT, to: SERVER } : { from: SERVER, to: CLIENT };
    return ethernet(0x0800, ipv4(tcp(payload, { ...ports, ...shape }), { protocol: 6, ...ends }));
  }
}
