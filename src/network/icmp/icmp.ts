import { hit, type UnreadReason } from '../../model/unread.ts';
import type { Cursor } from '../cursor.ts';
import { isSipPort } from '../facts/sip-ports.ts';
import { lineAt } from '../facts/text.ts';
import { DONE, IP_PROTOCOL } from '../keys.ts';
import type { Layer, LayerContext, LayerDefinition } from '../layer.ts';
import { readQuoted } from './quoted.ts';

const HEADER = 8;
/** Unreachable, source quench, time exceeded, parameter problem (RFC 792). */
const ERRORS: readonly number[] = [3, 4, 11, 12];
/** Unreachable, packet too big, time exceeded, parameter problem (RFC 4443 §3). */
const V6_ERRORS: readonly number[] = [1, 2, 3, 4];

/** ICMP errors say that a datagram did not arrive: facts, never messages, whatever text they quote (RFC 3261 §18.4). */
export const icmp: LayerDefinition = {
  id: 'icmp',
  keys: [IP_PROTOCOL + 1],
  open: (context) => new IcmpLayer(context, 4, ERRORS),
};

export const icmpV6: LayerDefinition = {
  id: 'icmpv6',
  keys: [IP_PROTOCOL + 58],
  open: (context) => new IcmpLayer(context, 6, V6_ERRORS),
};

class IcmpLayer implements Layer {
  readonly #context: LayerContext;
  readonly #version: 4 | 6;
  readonly #errors: readonly number[];
  readonly #other: UnreadReason;

  constructor(context: LayerContext, version: 4 | 6, errors: readonly number[]) {
    this.#context = context;
    this.#version = version;
    this.#errors = errors;
    this.#other = context.unread.reason(version === 4 ? 'ip-protocol-1' : 'ip-protocol-58');
  }

  peel(cursor: Cursor): number {
    if (!this.#take(cursor)) hit(this.#other, cursor.frame, cursor.base + cursor.start);
    return DONE;
  }

  /** False for all that is no error about a datagram with ports: echo, neighbour discovery, … */
  #take(cursor: Cursor): boolean {
    const { bytes, start, end } = cursor;
    const { facts, recognises } = this.#context;
    if (facts === undefined || end - start < HEADER) return false;
    const type = bytes[start]!;
    if (!this.#errors.includes(type)) return false;
    const quoted = readQuoted(bytes, start + HEADER, end);
    if (quoted === undefined) return false;
    const { flow, protocol, payloadAt } = quoted;
    const text = payloadAt < end && recognises?.(bytes, payloadAt, end) === true;
    facts.fact(
      {
        kind: 'icmp-unreachable',
        version: this.#version,
        type,
        code: bytes[start + 1]!,
        reporter: Uint8Array.from(
          cursor.addressBytes.subarray(cursor.sourceAt, cursor.sourceAt + cursor.addressLength),
        ),
        flow,
        protocol,
        sip: text || isSipPort(flow.sourcePort) || isSipPort(flow.destinationPort),
        startLine: text ? lineAt(bytes, payloadAt, end) : '',
      },
      { frame: cursor.frame, offset: cursor.base + start, time: cursor.time },
    );
    return true;
  }
}
