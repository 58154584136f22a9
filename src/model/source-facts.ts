/** What one source says about itself when it has been read: rules judge by it how far its silence can be trusted. */
import type { SeenFact } from './transport-fact.ts';

/** A place in a source and what was counted from there on; frame 0 when nothing was. */
export interface Counted {
  readonly count: number;
  /** First packet number. */
  readonly frame: number;
  readonly offset: number;
}

export interface SourceFacts {
  /** Index in the report's `sources`. */
  readonly index: number;
  readonly path: string;
  readonly isLog: boolean;
  readonly packets: number;
  /** SIP messages, and how many of them are responses. */
  readonly messages: number;
  readonly responses: number;
  /** First and last time, µs; NaN when it has no clock. */
  readonly firstTime: number;
  readonly lastTime: number;
  /** Packets lost while capturing, as the file reports; 0 when it does not say. */
  readonly drops: number;
  /** Where the clock stepped back from one packet to the next, and by how much at most, µs. */
  readonly backwards: Counted & { readonly largest: number };
  /** SIP messages cut by the snap length; sizes of the first one's payload, bytes. */
  readonly cut: Counted & { readonly captured: number; readonly onWire: number };
  /** What was seen and not read, by its reason. */
  readonly unread: ReadonlyMap<string, Counted>;
  /** What was noticed below SIP. */
  readonly facts: readonly SeenFact[];
}
