import type { Told } from '../model/watch-event.ts';
import type { LiveSession } from './live-session.ts';
import type { LiveSource } from './live-source.ts';

/** Between two looks when nothing more is there, ms. */
const LOOK_EVERY = 400;
/** Bytes of a stream after which a round is due whatever the clock says. */
const ROUND_BYTES = 4 << 20;

/** What a watch needs of the world. */
export interface WatchWorld {
  /** ms */
  now(): number;
  /** Resolves early when the watch is interrupted. */
  sleep(ms: number): Promise<void>;
  readonly signal: AbortSignal;
  /** Looks at the files once; true when there is more to read at once. Absent: there are none. */
  readonly look?: () => Promise<boolean>;
  /** Bytes that come by themselves, and the name of where they come from. */
  readonly stream?: { readonly chunks: AsyncIterable<Uint8Array>; readonly path: string };
  tell(told: readonly Told[]): Promise<void>;
  /** Called when all sources fall silent. */
  silent(): void;
}

/** Looks again and again, and tells what is new; ends when it is interrupted, or when there is nothing but a stream and that has ended. */
export async function watch(session: LiveSession, world: WatchWorld): Promise<void> {
  let isSilent = false;
  const stream = world.stream === undefined ? null : new FollowedStream(session, world);
  while (!world.signal.aborted) {
    const more = (await world.look?.()) ?? false;
    stream?.settled();
    await world.tell(session.round());
    if (session.isSilent && !isSilent) world.silent();
    isSilent = session.isSilent;
    if (stream?.hasEnded === true && world.look === undefined) break;
    if (!more) await world.sleep(LOOK_EVERY);
  }
  stream?.end();
  if (stream?.problem) throw stream.problem;
}

/** Standard input: its bytes come by themselves. */
class FollowedStream {
  hasEnded = false;
  problem: Error | null = null;
  readonly #source: LiveSource;
  readonly #session: LiveSession;
  readonly #world: WatchWorld;
  #new = 0;

  constructor(session: LiveSession, world: WatchWorld) {
    this.#session = session;
    this.#world = world;
    this.#source = session.open(world.stream?.path ?? '');
    void this.#read();
  }

  settled(): void {
    this.#new = 0;
    this.#source.settled(this.#world.now() * 1000);
  }

  end(): void {
    this.#source.end();
  }

  async #read(): Promise<void> {
    try {
      for await (const chunk of this.#world.stream?.chunks ?? []) {
        this.#source.push(chunk);
        this.#new += chunk.length;
        if (this.#new < ROUND_BYTES) continue;
        this.#new = 0;
        await this.#world.tell(this.#session.round());
      }
    } catch (error) {
      this.problem = error as Error;
    }
    this.#source.end();
    this.hasEnded = true;
  }
}
