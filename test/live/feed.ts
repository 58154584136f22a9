/** Feeds a live session with what a flow would write, second by second, under a clock of its own. */
import { pcapParts, type Trace } from '../../fixtures/dsl/index.ts';
import type { WatchEvent } from '../../src/model/watch-event.ts';
import { type LiveOptions, LiveSession } from '../../src/live/live-session.ts';
import type { LiveSource } from '../../src/live/live-source.ts';
import { loadGrammar } from '../../src/sip/grammar.ts';
import { traceOf } from '../helpers/wire.ts';

await loadGrammar();

const OPTIONS: LiveOptions = { language: 'en', thresholds: {}, messages: 'none' };

/** The records of a flow as a pcap file has them, each with its time (µs); the file's header is the first, without one. */
export function records(flow: string | Trace): { at: number; bytes: Uint8Array }[] {
  const trace = typeof flow === 'string' ? traceOf(flow) : flow;
  const [header = new Uint8Array(0), ...rest] = pcapParts(trace);
  const timed = rest.map((bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    return { at: view.getUint32(0, true) * 1e6 + view.getUint32(4, true), bytes };
  });
  return [{ at: timed[0]?.at ?? 0, bytes: header }, ...timed];
}

/** A session, and the clock of the machine that it runs on. */
export class Feed {
  readonly session: LiveSession;
  readonly events: WatchEvent[] = [];
  /** µs */
  now = 0;
  readonly #sources: LiveSource[] = [];

  constructor(options: Partial<LiveOptions> = {}) {
    this.session = new LiveSession({ ...OPTIONS, ...options });
  }

  open(path: string): LiveSource {
    const source = this.session.open(path);
    this.#sources.push(source);
    return source;
  }

  /** A look at all sources, as the command takes one again and again. */
  look(): WatchEvent[] {
    for (const source of this.#sources) source.settled(this.now);
    const events = this.session.round().map(({ event }) => event);
    this.events.push(...events);
    return events;
  }

  /** Time passes, with a look every half second. */
  pass(seconds: number): WatchEvent[] {
    const events: WatchEvent[] = [];
    for (const end = this.now + seconds * 1e6; this.now < end;) {
      this.now = Math.min(end, this.now + 500_000);
      events.push(...this.look());
    }
    return events;
  }

  /** Writes the records of a flow as their time comes. */
  play(source: LiveSource, flow: string | Trace): WatchEvent[] {
    const events: WatchEvent[] = [];
    const all = records(flow);
    if (this.now === 0) this.now = all[0]?.at ?? 0;
    for (const { at, bytes } of all) {
      while (this.now + 500_000 < at) {
        this.now += 500_000;
        events.push(...this.look());
      }
      this.now = Math.max(this.now, at);
      source.push(bytes);
    }
    events.push(...this.look());
    return events;
  }
}
