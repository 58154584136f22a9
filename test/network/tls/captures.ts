/** Recorded sessions as captures. */
import {
  block,
  enhancedBlock,
  interfaceBlock,
  pcapFile,
  sectionHeader,
  text,
  TICKS,
} from '../../capture/capture-bytes.ts';
import { concat, ethernet, ipv4, tcp, u32 } from '../packet-bytes.ts';
import type { Run } from './loopback.ts';
import { chopped } from './reading.ts';

const CLIENT = [192, 0, 2, 1];
const SERVER = [192, 0, 2, 2];
const SYN = 2;
const ACK = 16;

/** The segments of one connection, each in a packet. */
export function packets(runs: readonly Run[]): Uint8Array[] {
  const next = { client: 1000, server: 5000 };
  const packet = (fromClient: boolean, bytes: Uint8Array, flags: number): Uint8Array => {
    const side = fromClient ? 'client' : 'server';
    const seq = next[side];
    next[side] += bytes.length + (flags & SYN ? 1 : 0);
    const ports = fromClient ? { from: 40_000, to: 5061 } : { from: 5061, to: 40_000 };
    const [from, to] = fromClient ? [CLIENT, SERVER] : [SERVER, CLIENT];
    return ethernet(0x0800, ipv4(tcp(bytes, { ...ports, seq, flags }), { protocol: 6, from, to }));
  };
  return [
    packet(true, new Uint8Array(0), SYN),
    packet(false, new Uint8Array(0), SYN | ACK),
    ...chopped(runs, 1400).map(({ fromClient, bytes }) => packet(fromClient, bytes, ACK)),
  ];
}

export function pcapOf(runs: readonly Run[]): Uint8Array {
  return pcapFile(packets(runs).map((data, at) => ({ data, fraction: at * 1000 })));
}

/** … with the key log in a decryption secrets block, before the packets or after the handshake's first. */
export function pcapngOf(runs: readonly Run[], keyLog: string, after = 0): Uint8Array {
  const secrets = block(10, concat(u32(0x544c534b, true), u32(keyLog.length, true), text(keyLog)));
  const blocks = packets(runs).map((data, at) =>
    enhancedBlock({ data, ticks: TICKS + BigInt(at * 1000) }),
  );
  return concat(
    sectionHeader(),
    interfaceBlock(),
    ...blocks.slice(0, after),
    secrets,
    ...blocks.slice(after),
  );
}
