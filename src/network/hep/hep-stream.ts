import type { Payload } from '../../model/packet.ts';
import { hit, type UnreadReason } from '../../model/unread.ts';
import { Budget } from '../stream/budget.ts';
import { Gathered } from '../stream/gathered.ts';
import { runOf } from '../stream/inner-flow.ts';
import { placeOf } from '../stream/keep.ts';
import {
  MORE,
  NO,
  YES,
  type ConnectionReader,
  type StreamContext,
  type StreamProtocol,
  type Verdict,
} from '../stream/protocol.ts';
import type { StreamFlow } from '../stream/stream-sink.ts';
import { HEP3_HEADER, hep3Length, isHep3 } from './hep3-chunks.ts';
import { Hep3Reader } from './hep3-reader.ts';

const H = 0x48;
/** Bytes of packets that all connections hold together until they are whole. */
const MAX_HELD = 1 << 26;

/** HEP version 3 on a byte stream: one packet after another, by their lengths. */
export const hepStream: StreamProtocol = {
  id: 'hep',
  open(context) {
    const share = new HepShare(context);
    return { sniff, connect: () => new HepConnection(share) };
  },
};

/** What the HEP connections of a source share. */
class HepShare {
  readonly reader: Hep3Reader;
  readonly budget = new Budget(MAX_HELD);
  readonly stray: UnreadReason;
  readonly lost: UnreadReason;
  readonly cut: UnreadReason;
  readonly payloads: StreamContext['payloads'];

  constructor({ payloads, unread }: StreamContext) {
    this.reader = new Hep3Reader(payloads, unread);
    this.stray = unread.reason('hep-stream-stray-bytes');
    this.lost = unread.reason('hep-stream-gap');
    this.cut = unread.reason('tcp-stream-cut');
    this.payloads = payloads;
  }
}

function sniff(bytes: Uint8Array, start: number, end: number): Verdict {
  if (end - start < HEP3_HEADER) return bytes[start] === H ? MORE : NO;
  return isHep3(bytes, start, end) ? YES : NO;
}

/** What has come of a packet. */
interface Begun {
  readonly bytes: Gathered;
  /** Its length; 0 when that is not known. */
  needs: number;
  /** Of the last run. */
  place: Payload;
}

class HepConnection implements ConnectionReader {
  readonly found = true;
  readonly #begun = new Map<StreamFlow, Begun>();
  readonly #share: HepShare;
  /** Length of the packet that was last found not to be whole, 0 when that is not known. */
  #needs = 0;

  constructor(share: HepShare) {
    this.#share = share;
  }

  data(flow: StreamFlow, run: Payload): void {
    const begun = this.#begun.get(flow);
    if (begun === undefined) {
      const at = this.#read(run.bytes, run.start, run.end, run);
      if (at < run.end) this.#begin(flow, run, at);
      return;
    }
    const { bytes } = begun;
    const before = bytes.length;
    bytes.append(run.bytes, run.start, run.end);
    begun.place = placeOf(flow, run);
    if (bytes.length >= begun.needs) {
      bytes.drop(this.#read(bytes.bytes, 0, bytes.length, run));
      begun.needs = this.#needs;
    }
    this.#share.budget.change(bytes.length - before);
    if (bytes.length === 0) this.#begun.delete(flow);
    else if (this.#share.budget.exceeded) this.gap(flow);
  }

  #begin(flow: StreamFlow, run: Payload, at: number): void {
    const bytes = new Gathered();
    bytes.append(run.bytes, at, run.end);
    this.#begun.set(flow, { bytes, needs: this.#needs, place: placeOf(flow, run) });
    this.#share.budget.change(bytes.length);
    if (this.#share.budget.exceeded) this.gap(flow);
  }

  /** Reads all whole packets; returns where the part begins that has to wait for more bytes. */
  #read(bytes: Uint8Array, start: number, end: number, run: Payload): number {
    this.#needs = 0;
    let at = start;
    while (end - at >= HEP3_HEADER) {
      const length = hep3Length(bytes, at);
      if (!isHep3(bytes, at, end) || length < HEP3_HEADER) {
        hit(this.#share.stray, run.frame, run.offset);
        at = nextPacket(bytes, at + 1, end);
        continue;
      }
      this.#needs = length;
      if (at + length > end) break;
      this.#needs = 0;
      this.#share.reader.read(runOf(run, bytes, at, at + length, 'tcp'));
      at += length;
    }
    return at;
  }

  /** What was begun is lost; the next packet is found by its magic. */
  gap(flow: StreamFlow, _length = 0, _frame = 0, segment?: Payload): void {
    const begun = this.#begun.get(flow);
    this.#begun.delete(flow);
    if (begun === undefined) return;
    this.#share.budget.change(-begun.bytes.length);
    const { lost, cut, payloads } = this.#share;
    hit(segment === undefined ? lost : cut, begun.place.frame, begun.place.offset);
    if (segment !== undefined) payloads.cut?.(segment);
  }

  close(flow: StreamFlow): void {
    this.gap(flow);
  }
}

/** Where the next packet may begin, or the last bytes that are too few to tell. */
function nextPacket(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at + HEP3_HEADER <= end && !isHep3(bytes, at, end)) at += 1;
  return at;
}
