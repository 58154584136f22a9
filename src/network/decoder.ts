import type { PacketSink } from '../capture/reader.ts';
import type { Packet } from '../model/packet.ts';
import { hit, type UnreadReason } from '../model/unread.ts';
import { Cursor } from './cursor.ts';
import { DONE, KEY_LIMIT, LINK_TYPE, unreadReason } from './keys.ts';
import type { Layer, LayerContext } from './layer.ts';
import { LAYERS } from './layers.ts';

/** Layers peeled off one packet at most; real stacks stay below ten. */
const MAX_DEPTH = 24;
/** Reasons named after unknown numbers; a source with more of them is hostile or noise. */
const MAX_NAMED = 64;

/** Key → 1 + index into LAYERS; 0 where no layer is registered. */
const LAYER_OF_KEY = new Uint8Array(KEY_LIMIT);
for (const [index, definition] of LAYERS.entries()) {
  for (const key of definition.keys) LAYER_OF_KEY[key] = index + 1;
}

/** Packets in, transport payloads out. One decoder serves one source. */
export class PacketDecoder implements PacketSink {
  readonly #cursor = new Cursor();
  readonly #layers: readonly Layer[];
  readonly #context: LayerContext;
  readonly #tooDeep: UnreadReason;
  readonly #empty: UnreadReason;
  readonly #unknown = new Map<number, UnreadReason>();

  constructor(context: LayerContext) {
    this.#context = context;
    this.#layers = LAYERS.map((definition) => definition.open(context));
    this.#tooDeep = context.unread.reason('layers-too-deep');
    this.#empty = context.unread.reason('packet-empty');
  }

  packet(packet: Packet): void {
    if (packet.end === packet.start) {
      hit(this.#empty, packet.frame, packet.offset);
      return;
    }
    const cursor = this.#cursor;
    cursor.load(packet);
    let next = LINK_TYPE + packet.linkType;
    for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
      const index = LAYER_OF_KEY[next]!;
      if (index === 0) {
        this.#countUnknown(next);
        return;
      }
      next = this.#layers[index - 1]!.peel(cursor);
      if (next === DONE) return;
    }
    hit(this.#tooDeep, packet.frame, packet.offset);
  }

  /** Ends the source: fragments and streams still open are given up and reported. */
  end(): void {
    for (const layer of this.#layers) layer.end?.();
  }

  #countUnknown(key: number): void {
    let reason = this.#unknown.get(key);
    if (reason === undefined) {
      const named = this.#unknown.size < MAX_NAMED;
      reason = this.#context.unread.reason(named ? unreadReason(key) : 'layer-other');
      if (named) this.#unknown.set(key, reason);
    }
    const cursor = this.#cursor;
    hit(reason, cursor.frame, cursor.base + cursor.start);
  }
}
