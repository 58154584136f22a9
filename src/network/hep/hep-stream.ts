import type { Payload } from '../../model/packet.ts';
import { hit, type UnreadReason } from '../../model/unread.ts';
import { runOf } from '../stream/inner-flow.ts';
import { keptRun } from '../stream/keep.ts';
import {
  MORE,
  NO,
  YES,
  type ConnectionReader,
  type StreamProtocol,
  type Verdict,
} from '../stream/protocol.ts';
import type { StreamFlow } from '../stream/stream-sink.ts';
import { HEP3_HEADER, hep3Length, isHep3 } from './hep3-chunks.ts';
import { Hep3Reader } from './hep3-reader.ts';

const H = 0x48;

/** HEP version 3 on a byte stream: one packet after another, by their lengths. */
export const hepStream: StreamProtocol = {
  id: 'hep',
  open({ payloads, unread }) {
    const reader = new Hep3Reader(payloads, unread);
    const stray = unread.reason('hep-stream-stray-bytes');
    const cut = unread.reason('hep-stream-gap');
    return { sniff, connect: () => new HepConnection(reader, stray, cut) };
  },
};

function sniff(bytes: Uint8Array, start: number, end: number): Verdict {
  if (end - start < HEP3_HEADER) return bytes[start] === H ? MORE : NO;
  return isHep3(bytes, start, end) ? YES : NO;
}

class HepConnection implements ConnectionReader {
  readonly found = true;
  /** What has come of a packet, at the place of the last run. */
  readonly #held = new Map<StreamFlow, Payload>();
  readonly #reader: Hep3Reader;
  readonly #stray: UnreadReason;
  readonly #cut: UnreadReason;

  constructor(reader: Hep3Reader, stray: UnreadReason, cut: UnreadReason) {
    this.#reader = reader;
    this.#stray = stray;
    this.#cut = cut;
  }

  data(flow: StreamFlow, run: Payload): void {
    const held = this.#held.get(flow);
    const bytes = held === undefined ? run.bytes.subarray(run.start, run.end) : both(held, run);
    let at = 0;
    while (bytes.length - at >= HEP3_HEADER) {
      const length = hep3Length(bytes, at);
      if (!isHep3(bytes, at, bytes.length) || length < HEP3_HEADER) {
        hit(this.#stray, run.frame, run.offset);
        at = nextPacket(bytes, at + 1);
        continue;
      }
      if (at + length > bytes.length) break;
      this.#reader.read(runOf(run, bytes, at, at + length, 'tcp'));
      at += length;
    }
    if (at < bytes.length) {
      this.#held.set(flow, keptRun(flow, runOf(run, bytes, at, bytes.length, 'tcp')));
    } else this.#held.delete(flow);
  }

  /** What was begun is lost; the next packet is found by its magic. */
  gap(flow: StreamFlow): void {
    const held = this.#held.get(flow);
    if (held === undefined) return;
    hit(this.#cut, held.frame, held.offset);
    this.#held.delete(flow);
  }

  close(flow: StreamFlow): void {
    this.gap(flow);
  }
}

function both(held: Payload, run: Payload): Uint8Array {
  const bytes = new Uint8Array(held.end + run.end - run.start);
  bytes.set(held.bytes);
  bytes.set(run.bytes.subarray(run.start, run.end), held.end);
  return bytes;
}

/** Where the next packet may begin, or the last bytes that are too few to tell. */
function nextPacket(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + HEP3_HEADER <= bytes.length && !isHep3(bytes, at, bytes.length)) at += 1;
  return at;
}
