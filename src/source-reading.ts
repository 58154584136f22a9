import { sniffCapture } from './capture/formats.ts';
import { PacketsInOrder } from './capture/packets-in-order.ts';
import type { CaptureReader } from './capture/reader.ts';
import { TimeSpans } from './capture/time-spans.ts';
import type { PeerTable } from './call/peers.ts';
import { linkTypeId } from './model/link-types.ts';
import type { Endpoint, Payload } from './model/packet.ts';
import type { Source } from './model/report.ts';
import type { TlsCrypto } from './model/tls-crypto.ts';
import { hit, type UnreadReason, type UnreadTally } from './model/unread.ts';
import type { TimeSpan } from './model/time-span.ts';
import { PacketDecoder } from './network/decoder.ts';
import { FactLog } from './network/facts/fact-log.ts';
import { FragmentLosses } from './network/facts/fragment-losses.ts';
import { SourceKeys, type KeySource } from './network/tls/source-keys.ts';
import { tls } from './network/tls/protocol.ts';
import { type PacketTap, TappedPackets, tappedFragments } from './packet-tap.ts';
import { NO_PLACE, type SourceOutcome } from './read-source.ts';
import type { StreamRegistry } from './network/stream/registry.ts';
import { Message, NOWHERE } from './sip/message.ts';
import { NotSip } from './sip/not-sip.ts';
import { isCutBeyondUse, looksLikeSip, placeMessage, readPayload } from './sip/read.ts';
import { sipStreams } from './sip/streams.ts';
import type { Place } from './textlog/dialect.ts';
import { LogReader } from './textlog/reader.ts';
import { Recent } from './textlog/recent.ts';
import { looksLikeText } from './textlog/sniff.ts';
import type { Zone } from './textlog/time/zone.ts';

/** A capture is recognised by its first bytes; for text, this many are looked at. */
const CAPTURE_HEAD = 16;
const TEXT_HEAD = 64 * 1024;
/** First bytes that are shown to say why a source was taken for what it is. */
const SHOWN_HEAD = 8;
/** Ends of a log's messages that are remembered. */
const RECENT_ENDS = 4096;

/** Where messages go. */
export interface MessageTarget {
  /** Ends of the messages; each is one of these. */
  readonly peers: PeerTable;
  /** The message is valid until the call returns. */
  add(message: Message): void;
  /** Too little is left of the message to be put anywhere. */
  countLost(message: Message): void;
}

export interface SourceSetting {
  readonly index: number;
  readonly path: string;
  /** Tally that the reader of the bytes already counts in. */
  readonly unread: UnreadTally;
  /** Messages outside [since, until] (µs) are counted and left out. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  readonly target: MessageTarget;
  /** TLS secrets besides those that the capture brings along. */
  readonly keys: KeySource;
  /** Without it TLS is not decrypted. */
  readonly crypto: TlsCrypto | undefined;
  /** Time zone of stamps in logs that name none; undefined: UTC, and the source says so. */
  readonly logZone?: Zone | undefined;
  /** The source grows while it is read: nothing is held back to be put in order. */
  readonly grows?: boolean;
  /** Looks at every packet of a capture while it is read. */
  readonly tap?: PacketTap | undefined;
  /** Called after each chunk. */
  readonly onChunk: () => void;
  readonly onEnd?: () => void;
}

/** Reads one source, whatever it turns out to be. */
export class SourceReading {
  /** How the bytes were packed before they were pushed, e.g. `gzip`. */
  compression: string | undefined;
  readonly #setting: SourceSetting;
  readonly unread: UnreadTally;
  readonly #notSip: NotSip;
  readonly #since: number;
  readonly #until: number;
  readonly #outsideRange: UnreadReason;
  readonly #cutBeyondUse: UnreadReason;
  #head: Uint8Array | null = new Uint8Array(0);
  #format = 'unknown';
  /** Its first bytes, for people. */
  #begin = '';
  #capture: CaptureReader | null = null;
  #order: PacketsInOrder | null = null;
  #decoder: PacketDecoder | null = null;
  #streams: StreamRegistry | null = null;
  #facts: FactLog | null = null;
  #text: LogReader | null = null;
  /** Every datagram's message in turn: the collector copies what it keeps. */
  readonly #message = new Message(new Uint8Array(0), 0, 0);
  #bytes = 0;
  #messages = 0;
  #responses = 0;
  #cut = { count: 0, frame: 0, offset: 0, captured: 0, onWire: 0 };
  /** When there were messages. */
  readonly #messageTimes = new TimeSpans();

  constructor(setting: SourceSetting) {
    this.#setting = setting;
    this.unread = setting.unread;
    this.#since = setting.since ?? Number.NEGATIVE_INFINITY;
    this.#until = setting.until ?? Number.POSITIVE_INFINITY;
    this.#notSip = new NotSip(this.unread);
    this.#outsideRange = this.unread.reason('outside-time-range');
    this.#cutBeyondUse = this.unread.reason('message-cut-beyond-use');
  }

  get isLog(): boolean {
    return this.#text !== null;
  }

  get isCapture(): boolean {
    return this.#capture !== null;
  }

  get messages(): number {
    return this.#messages;
  }

  /** When the source was on, so far. */
  get times(): readonly TimeSpan[] {
    const facts = this.#capture?.facts;
    return (facts === undefined || this.#hasOwnClock ? this.#messageTimes : facts.times).list;
  }

  /** The messages bring times of their own (HEP) that do not lie within the capture's: only they say how long it was on. */
  get #hasOwnClock(): boolean {
    const facts = this.#capture?.facts;
    if (facts === undefined) return false;
    return this.#messageTimes.first < facts.firstTime || this.#messageTimes.last > facts.lastTime;
  }

  /** TLS secrets that the capture brought along, so far. */
  get secrets(): readonly Uint8Array[] {
    return this.#capture?.facts.secrets ?? [];
  }

  /** Takes the next bytes; the chunk may be reused after the call. */
  push(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    if (this.#head === null) this.#pushOn(chunk);
    else {
      this.#head = joined(this.#head, chunk);
      this.#recognise(false);
    }
    this.#setting.onChunk();
  }

  /** The source is a container of so many bytes (`7z`, `netmon`, …) that is recognised, but not read. */
  isContainer(name: string, bytes: number): void {
    this.#format = name;
    this.#bytes = bytes;
    hit(this.unread.reason(`container-${name}`), 0, 0);
    this.#head = null;
  }

  /** The bytes are an archive: its members are sources of their own, and what is missing of them is counted. */
  isArchive(format: string): void {
    this.#format = format;
    this.#head = null;
  }

  /** No more bytes for now: what a log holds back because more might follow is read. */
  pause(): void {
    if (this.#head !== null && this.#head.length >= CAPTURE_HEAD) this.#recognise(true);
    this.#text?.pause();
  }

  /** No more bytes. */
  end(): void {
    this.#recognise(true);
    this.#capture?.end();
    const untimed = this.#capture?.facts.untimed ?? 0;
    if (untimed > 0) this.unread.reason('packet-untimed').count = untimed;
    this.#order?.end();
    this.#decoder?.end();
    this.#streams?.end();
    this.#text?.end();
    this.#setting.onEnd?.();
  }

  /** What is known of it: everything, when it has been read to its end. */
  get outcome(): SourceOutcome {
    return {
      description: this.#describe(),
      facts: this.#sourceFacts(),
      times: this.times,
      clockDoubt: this.#text?.emitter.timeline.doubt ?? null,
    };
  }

  #sourceFacts(): SourceOutcome['facts'] {
    const capture = this.#capture?.facts;
    return {
      path: this.#setting.path,
      isLog: this.isLog,
      packets: capture?.packets ?? 0,
      messages: this.#messages,
      responses: this.#responses,
      drops: capture?.drops ?? 0,
      backwards: {
        count: capture?.backwards ?? 0,
        frame: capture?.backwardsFrame ?? 0,
        offset: 0,
        largest: capture?.backwardsMost ?? 0,
      },
      cut: this.#cut,
      unread: new Map(
        this.unread
          .list()
          .map(({ reason, count, first: frame, firstOffset: offset }) => [
            reason,
            { count, frame, offset },
          ]),
      ),
      facts: this.#facts?.list() ?? [],
    };
  }

  #describe(): Source {
    const facts = this.#capture?.facts;
    return {
      path: this.#setting.path,
      format: this.#format,
      ...(this.#text?.describe(NO_PLACE) ?? this.#recognisedBy()),
      ...(this.compression === undefined ? {} : { compression: this.compression }),
      bytes: this.#bytes,
      ...(facts !== undefined && facts.unreadBytes > 0 ? { unreadBytes: facts.unreadBytes } : {}),
      ...(facts === undefined ? {} : { packets: facts.packets }),
      messages: this.#messages,
      start: null,
      end: null,
      linkTypes: (facts?.linkTypes ?? []).map(linkTypeId),
      unread: this.unread.list().map(({ reason, count, first, firstOffset }) => ({
        reason,
        count,
        first:
          first === 0
            ? null
            : {
                source: NO_PLACE,
                ...(this.isLog ? { line: first } : { frame: first }),
                offset: firstOffset,
              },
      })),
    };
  }

  /** By its first bytes, or by nothing. */
  #recognisedBy(): Pick<Source, 'recognisedBy'> {
    if (this.#begin === '') return {};
    const sign = this.#capture === null ? 'nothing-known' : 'file-header';
    return { recognisedBy: [{ sign, of: this.#begin }] };
  }

  /** Decides what the source is as soon as its beginning tells, or when there is no more of it. */
  #recognise(final: boolean): void {
    const head = this.#head;
    if (head === null || (!final && head.length < CAPTURE_HEAD)) return;
    const enough = final || head.length >= TEXT_HEAD;
    const capture = sniffCapture(head.subarray(0, TEXT_HEAD), enough);
    if (capture !== undefined) {
      this.#format = capture.id;
      const { unread } = this;
      const { tap } = this.#setting;
      const facts = (this.#facts = new FactLog(unread));
      const keys = new SourceKeys(this.#setting.keys, () => this.#capture?.facts.secrets ?? []);
      const found = (message: Message, run: Payload): void => this.#fromStream(message, run);
      this.#decoder = new PacketDecoder({
        unread,
        payloads: this,
        facts,
        fragments: tappedFragments(new FragmentLosses(facts, looksLikeSip), tap),
        ...(tap === undefined ? {} : { segments: (flow) => tap.segment(flow) }),
        recognises: looksLikeSip,
        streams: (this.#streams = sipStreams({
          found,
          unread,
          payloads: this,
          facts,
          extra: [tls(keys, this.#setting.crypto)],
        })),
      });
      const sink = tap === undefined ? this.#decoder : new TappedPackets(this.#decoder, tap);
      if (this.#setting.grows !== true) this.#order = new PacketsInOrder(sink);
      this.#capture = capture.open(this.#order ?? sink, unread);
    } else {
      if (!enough) return;
      if (looksLikeText(head.subarray(0, TEXT_HEAD))) {
        this.#format = 'text';
        const { target, logZone } = this.#setting;
        const ends = new Recent<Place, Endpoint>(RECENT_ENDS);
        const endOf = (place: Place | null): Endpoint => {
          if (place === null) return NOWHERE;
          let end = ends.get(place);
          if (end === undefined)
            ends.set(place, (end = target.peers.named(place.address, place.port)));
          return end;
        };
        const placed = (message: Message, from: Place | null, to: Place | null): void => {
          message.sender = endOf(from);
          message.receiver = endOf(to);
          this.message(message);
        };
        this.#text = new LogReader({ message: placed }, this.unread, logZone);
      } else if (head.length > 0) hit(this.unread.reason('format-unknown'), 0, 0);
    }
    this.#begin = hex(head.subarray(0, SHOWN_HEAD));
    this.#head = null;
    this.#pushOn(head);
  }

  #pushOn(chunk: Uint8Array): void {
    if (this.#capture !== null) this.#capture.push(chunk);
    else this.#text?.push(chunk);
  }

  /** A transport payload of a capture (hot: most are not SIP). */
  payload(payload: Payload): void {
    this.#setting.tap?.payload(payload);
    const message = readPayload(payload, this.#message);
    if (message === null) {
      this.#notSip.count(payload);
      return;
    }
    if (payload.missing > 0) this.#isIncomplete(payload);
    this.#withPeers(message, payload);
  }

  /** Bytes of a message are missing: by the snap length if it cut packets at all, or else by a hole in the stream. */
  #isIncomplete(payload: Payload): void {
    if ((this.#capture?.facts.cut ?? 0) > 0) this.#wasCut(payload);
    else if (payload.transport === 'ws' || payload.transport === 'wss') {
      hit(this.unread.reason('websocket-message-gap'), payload.frame, payload.offset);
    }
  }

  /** A message on a stream ended where the snap length cut its segment. */
  cut(segment: Payload): void {
    this.#wasCut(segment);
  }

  #wasCut({ frame, offset, start, end, missing }: Payload): void {
    if (this.#cut.count > 0) {
      this.#cut.count += 1;
      return;
    }
    const captured = end - start;
    this.#cut = { count: 1, frame, offset, captured, onWire: captured + missing };
  }

  #fromStream(message: Message, run: Payload): void {
    placeMessage(message, run);
    this.#withPeers(message, run);
  }

  #withPeers(message: Message, payload: Payload): void {
    const { peers } = this.#setting.target;
    message.sender = peers.sender(payload);
    message.receiver = peers.receiver(payload);
    this.message(message);
  }

  /** A message, from a payload or from a log. */
  message(message: Message): void {
    const { index, target } = this.#setting;
    if (message.time < this.#since || message.time > this.#until) {
      hit(this.#outsideRange, message.frame, message.offset);
      return;
    }
    message.source = index;
    this.#messages += 1;
    if (message.status !== 0) this.#responses += 1;
    this.#messageTimes.add(message.time);
    // A log tells its cut messages itself, and a dialect may carry little on purpose.
    if (!this.isLog && isCutBeyondUse(message)) {
      hit(this.#cutBeyondUse, message.frame, message.offset);
      target.countLost(message);
      return;
    }
    target.add(message);
  }
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
