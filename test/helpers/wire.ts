/** Captures of a flow with other packets among it: ICMP errors, resets, refused connections. */
import {
  DEFAULT_START,
  flowFromText,
  pcapParts,
  type PcapOptions,
  type Trace,
} from '../../fixtures/dsl/index.ts';
import { CAST } from '../../fixtures/traces/cast.ts';
import { concat, ethernet, ipv4, tcp, u32 } from '../network/packet-bytes.ts';

/** A packet of its own. */
export interface Extra {
  /** µs from the beginning of the flow. */
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** Seconds of a flow as µs. */
export const seconds = (value: number): number => Math.round(value * 1e6);

export function traceOf(text: string): Trace {
  return flowFromText(`${CAST}\n${text}`);
}

/** The packets of a flow and others, in the order of time, as a pcap file; `lost`: frames of the flow that were not captured. */
export function capture(
  flow: string | Trace,
  extras: readonly Extra[] = [],
  { lost = [], ...options }: PcapOptions & { readonly lost?: readonly number[] } = {},
): Uint8Array {
  const trace = typeof flow === 'string' ? traceOf(flow) : flow;
  const [header = new Uint8Array(0), ...records] = pcapParts(trace, options);
  const kept = records.filter((_, at) => !lost.includes(at + 1));
  const all = [...kept, ...extras.map(recordOf)];
  return concat(header, ...all.toSorted((a, b) => timeOf(a) - timeOf(b)));
}

function recordOf({ at, bytes }: Extra): Uint8Array {
  const time = DEFAULT_START + at;
  const [second, fraction] = [Math.floor(time / 1e6), time % 1e6];
  const words = [second, fraction, bytes.length, bytes.length].map((value) => u32(value, true));
  return concat(...words, bytes);
}

function timeOf(record: Uint8Array): number {
  const view = new DataView(record.buffer, record.byteOffset);
  return view.getUint32(0, true) * 1e6 + view.getUint32(4, true);
}

type Host = readonly [address: string, port: number];

const numbers = (address: string): number[] => address.split('.').map(Number);

/** `from` sent `text` to `to` by UDP, and `reporter` says that it did not arrive. */
export function icmp(
  [type, code]: readonly [number, number],
  reporter: string,
  [from, to]: readonly [Host, Host],
  quote: string,
): Uint8Array {
  const data = new TextEncoder().encode(quote);
  const ports = [from[1] >> 8, from[1] & 255, to[1] >> 8, to[1] & 255];
  const udp = [...ports, 0, data.length + 8, 0, 0, ...data];
  const quoted = ipv4(udp, { from: numbers(from[0]), to: numbers(to[0]) });
  return ethernet(
    0x0800,
    ipv4(concat([type, code, 0, 0, 0, 0, 0, 0], quoted), {
      protocol: 1,
      from: numbers(reporter),
      to: numbers(from[0]),
    }),
  );
}

export const FIN = 1;
export const SYN = 2;
export const RST = 4;
export const ACK = 16;

/** A TCP segment. */
export function segment(
  [from, to]: readonly [Host, Host],
  flags: number,
  { seq = 1, data = new Uint8Array(0) }: { seq?: number; data?: Uint8Array } = {},
): Uint8Array {
  return ethernet(
    0x0800,
    ipv4(tcp(data, { seq, flags, from: from[1], to: to[1] }), {
      protocol: 6,
      from: numbers(from[0]),
      to: numbers(to[0]),
    }),
  );
}
