import type { Payload } from '../../model/packet.ts';
import { Gathered } from './gathered.ts';
import { runOf } from './inner-flow.ts';
import { placeOf } from './keep.ts';
import type { StreamFlow } from './stream-sink.ts';

const CR = 13;
const LF = 10;
/** Up to here every byte may decide. */
const SHORT = 64;

/** The first bytes of a direction while no protocol can tell what they are. */
export class StreamHead {
  readonly #flow: StreamFlow;
  readonly #gathered = new Gathered();
  /** Of the run that brought the last of them. */
  #place: Payload;
  /** Bytes that were there at the last look. */
  #seen = 0;

  constructor(flow: StreamFlow, run: Payload) {
    this.#flow = flow;
    this.#place = run;
    this.add(run);
    this.#seen = this.length;
  }

  get length(): number {
    return this.#gathered.length;
  }

  add(run: Payload): void {
    this.#gathered.append(run.bytes, run.start, run.end);
    this.#place = placeOf(this.#flow, run);
  }

  /**
   * Whether another look is worth it now that `run` was added: it ends a line, or much has come since the last look. A
   * stream may come byte by byte.
   */
  isWorthALook(run: Payload): boolean {
    if (this.length > SHORT && this.length - this.#seen < this.#seen / 8 && !endsLine(run)) {
      return false;
    }
    this.#seen = this.length;
    return true;
  }

  /** All of it as one run. */
  run(): Payload {
    const { bytes, length } = this.#gathered;
    return runOf(this.#place, bytes, 0, length, this.#place.transport);
  }
}

function endsLine({ bytes, start, end }: Payload): boolean {
  const at = bytes.indexOf(LF, start);
  return at >= 0 && at < end;
}

/** Nothing but line ends: keep-alives (RFC 5626 §3.5.1), which say nothing about the protocol. */
export function isKeepAlive({ bytes, start, end }: Payload): boolean {
  for (let at = start; at < end; at += 1) {
    if (bytes[at] !== CR && bytes[at] !== LF) return false;
  }
  return true;
}
