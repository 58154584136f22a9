import type { Endpoint } from '../../model/packet.ts';

const FIRST_ROOM = 32;

/** One call of a node. */
export interface CallFigures {
  /** When its INVITE was sent, µs. */
  readonly time: number;
  /** Until something was heard, and from the 2xx to the BYE, s; NaN when it did not come to that. */
  readonly delay: number;
  readonly talk: number;
  /** Hashes of what the called number begins with, and of the whole. */
  readonly prefix: number;
  readonly user: number;
  /** Index of its refusal; -1 without one. */
  readonly refusal: number;
  readonly client: Endpoint;
  /** Where its INVITE is. */
  readonly source: number;
  readonly frame: number;
  readonly offset: number;
}

/** Calls as columns of some fifty bytes a call: ordinary ones are what others are held against. */
export class CallColumns {
  length = 0;
  times = new Float64Array(FIRST_ROOM);
  delays = new Float32Array(FIRST_ROOM);
  talks = new Float32Array(FIRST_ROOM);
  prefixes = new Int32Array(FIRST_ROOM);
  users = new Int32Array(FIRST_ROOM);
  refusals = new Int32Array(FIRST_ROOM);
  sources = new Int32Array(FIRST_ROOM);
  frames = new Int32Array(FIRST_ROOM);
  offsets = new Float64Array(FIRST_ROOM);
  readonly clients: Endpoint[] = [];

  add(call: CallFigures): void {
    const at = this.length;
    if (at === this.times.length) this.#grow();
    this.length = at + 1;
    this.times[at] = call.time;
    this.delays[at] = call.delay;
    this.talks[at] = call.talk;
    this.prefixes[at] = call.prefix;
    this.users[at] = call.user;
    this.refusals[at] = call.refusal;
    this.sources[at] = call.source;
    this.frames[at] = call.frame;
    this.offsets[at] = call.offset;
    this.clients.push(call.client);
  }

  #grow(): void {
    const room = 2 * this.times.length;
    this.times = grown(this.times, new Float64Array(room));
    this.delays = grown(this.delays, new Float32Array(room));
    this.talks = grown(this.talks, new Float32Array(room));
    this.prefixes = grown(this.prefixes, new Int32Array(room));
    this.users = grown(this.users, new Int32Array(room));
    this.refusals = grown(this.refusals, new Int32Array(room));
    this.sources = grown(this.sources, new Int32Array(room));
    this.frames = grown(this.frames, new Int32Array(room));
    this.offsets = grown(this.offsets, new Float64Array(room));
  }
}

function grown<T extends Float64Array | Float32Array | Int32Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
