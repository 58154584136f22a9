/** What every capture format provides: a push reader that is synchronous, never throws and needs constant memory. */
import type { Packet } from '../model/packet.ts';
import type { UnreadTally } from '../model/unread.ts';
import type { TimeSpans } from './time-spans.ts';

export interface PacketSink {
  /** The object and its bytes are reused: valid until this returns. */
  packet(packet: Packet): void;
}

/** What a capture says about itself; complete after `end()`. */
export interface CaptureFacts {
  /** Packets handed on. */
  readonly packets: number;
  /** LINKTYPE_ values in order of appearance. */
  readonly linkTypes: readonly number[];
  /** Capture interfaces over all sections. */
  readonly interfaces: number;
  /** Earliest and latest packet time, whole µs since 1970 UTC; NaN when no packet has a time. */
  readonly firstTime: number;
  readonly lastTime: number;
  /** When there were packets, gaps of days left out. */
  readonly times: TimeSpans;
  /** Packets that the snap length cut short. */
  readonly cut: number;
  /** How often the clock stepped back from one packet to the next. */
  readonly backwards: number;
  /** The first packet that it did so at, and the largest step, µs; 0 when it never did. */
  readonly backwardsFrame: number;
  readonly backwardsMost: number;
  /** Packets that carry no time of their own (pcapng simple packet blocks), or one beyond any calendar. */
  readonly untimed: number;
  /** Packets lost while capturing, as the file reports; null when it does not say. */
  readonly drops: number | null;
  /** Bytes that belong to no packet handed on: damage, a record cut at the end, everything after a loss of step. */
  readonly unreadBytes: number;
  /** TLS key log text embedded in the capture (pcapng decryption secrets blocks). */
  readonly secrets: readonly Uint8Array[];
}

export interface CaptureReader {
  /** Takes the next bytes of the source, any number of them; they may be overwritten after the call. */
  push(chunk: Uint8Array): void;
  /** No more bytes: reports what is left over. */
  end(): void;
  readonly facts: CaptureFacts;
}

export interface CaptureFormat {
  readonly id: string;
  /** It has no mark of its own: `head` has to be long, or the whole file. */
  readonly unmarked?: true;
  /** Decides by content; 16 bytes of `head` are enough for marked formats. */
  sniff(head: Uint8Array): boolean;
  open(sink: PacketSink, unread: UnreadTally): CaptureReader;
}
