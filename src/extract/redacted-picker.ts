import { PeerTable } from '../call/peers.ts';
import type { Endpoint, Payload } from '../model/packet.ts';
import type { PacketTap } from '../packet-tap.ts';
import type { Redactor } from '../redact/redactor.ts';
import type { Message } from '../sip/message.ts';
import type { MessageTarget } from '../source-reading.ts';
import { MediaEndpoints } from './media.ts';
import type { Wanted } from './wanted.ts';

/** Of RTP (RFC 3550 §5.1) and RTCP this much tells what it is; the rest is what was said. */
const MEDIA_HEADER = 12;

/** One payload, as it was and with pseudonyms. */
export interface TwoFaced {
  readonly time: number;
  readonly plain: { readonly bytes: Uint8Array; readonly from: Endpoint; readonly to: Endpoint };
  readonly hidden: { readonly bytes: Uint8Array; readonly from: Endpoint; readonly to: Endpoint };
  readonly comments: readonly string[];
}

/** Picks the messages and media of the wanted calls, and redacts them. `wanted` and its comments are those of the redacted report. */
export class RedactedPicker implements MessageTarget, PacketTap {
  readonly peers = new PeerTable();
  messages = 0;
  media = 0;
  readonly #wanted: Wanted;
  readonly #comments: ReadonlyMap<number, readonly string[]>;
  readonly #redactor: Redactor;
  readonly #take: (one: TwoFaced) => void;
  readonly #endpoints = new MediaEndpoints();

  constructor(path: string, wanted: Wanted, redactor: Redactor, take: (one: TwoFaced) => void) {
    this.#wanted = wanted;
    this.#comments = wanted.comments.get(redactor.sourceName(path)) ?? new Map();
    this.#redactor = redactor;
    this.#take = take;
  }

  add(message: Message): void {
    const callId = this.#redactor.callId(message.callId);
    if (!this.#wanted.callIds.has(callId)) return;
    this.messages += 1;
    this.#endpoints.learn(message, this.#wanted.until.get(callId) ?? Infinity);
    const bytes = message.bytes.slice(message.start, message.end);
    const { time, sender, receiver, frame } = message;
    const comments = this.#comments.get(frame) ?? [];
    this.#pair(time, bytes, this.#redactor.message(bytes), sender, receiver, comments);
  }

  countLost(message: Message): void {
    this.add(message);
  }

  payload(payload: Payload): void {
    if (this.#endpoints.size === 0) return;
    const [from, to] = [this.peers.sender(payload), this.peers.receiver(payload)];
    const { time, bytes, start, end } = payload;
    if (!this.#endpoints.isMedia(to.name, time) && !this.#endpoints.isMedia(from.name, time))
      return;
    this.media += 1;
    const header = bytes.slice(start, end).fill(0, Math.min(MEDIA_HEADER, end - start));
    this.#pair(time, header, header, from, to, []);
  }

  begin(): void {}

  end(): void {}

  segment(): void {}

  fragment(): void {}

  #pair(
    time: number,
    plain: Uint8Array,
    hidden: Uint8Array,
    from: Endpoint,
    to: Endpoint,
    comments: readonly string[],
  ): void {
    this.#take({
      time,
      plain: { bytes: plain, from, to },
      hidden: { bytes: hidden, from: this.#hide(from), to: this.#hide(to) },
      comments,
    });
  }

  #hide({ address, port }: Endpoint): Endpoint {
    return this.peers.named(address === '' ? '' : this.#redactor.address(address), port);
  }
}
