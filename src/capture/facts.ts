import type { CaptureFacts } from './reader.ts';
import { TimeSpans } from './time-spans.ts';

/** Distinct link types kept; a file that names more is hostile. */
const MAX_LINK_TYPES = 64;
/** Last moment that a calendar reaches (ECMA-262 time range), µs; a broken clock goes beyond it. */
const LATEST = 8.64e18;

/** The running facts of one capture. */
export class FactsBuilder implements CaptureFacts {
  packets = 0;
  readonly linkTypes: number[] = [];
  interfaces = 0;
  readonly times = new TimeSpans();
  cut = 0;
  backwards = 0;
  backwardsFrame = 0;
  backwardsMost = 0;
  untimed = 0;
  drops: number | null = null;
  unreadBytes = 0;
  readonly secrets: Uint8Array[] = [];
  #previous = Number.NEGATIVE_INFINITY;

  get firstTime(): number {
    return this.times.first;
  }

  get lastTime(): number {
    return this.times.last;
  }

  /** Counts one packet with its time in µs; `wanting` says that bytes of it were not captured. */
  packet(time: number, wanting: boolean): void {
    if (time > LATEST) {
      this.untimedPacket(wanting);
      return;
    }
    this.packets += 1;
    if (wanting) this.cut += 1;
    this.times.add(time);
    if (time < this.#previous) this.#steppedBack(this.#previous - time);
    this.#previous = time;
  }

  /** Counts a packet that has no time of its own, or an impossible one. */
  untimedPacket(wanting: boolean): void {
    this.packets += 1;
    this.untimed += 1;
    if (wanting) this.cut += 1;
  }

  #steppedBack(us: number): void {
    if (this.backwards === 0) this.backwardsFrame = this.packets;
    this.backwards += 1;
    if (us > this.backwardsMost) this.backwardsMost = us;
  }

  linkType(linkType: number): void {
    if (this.linkTypes.length < MAX_LINK_TYPES && !this.linkTypes.includes(linkType)) {
      this.linkTypes.push(linkType);
    }
  }
}
