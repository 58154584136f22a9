import type { Payload } from '../../model/packet.ts';
import { hit, type UnreadReason } from '../../model/unread.ts';
import { Inflater } from '../inflate.ts';
import { Budget } from '../stream/budget.ts';
import type { StreamContext } from '../stream/protocol.ts';
import type { DeflateShare } from './deflate-context.ts';

export type WebSocketTrouble =
  | 'astray'
  | 'gap'
  | 'cut'
  | 'too-long'
  | 'foreign'
  | 'limit'
  | 'inflate-damaged'
  | 'inflate-too-long'
  | 'inflate-too-much';

/** Bytes of messages that all connections hold together until they are whole. */
const MAX_HELD = 1 << 26;

/** What the WebSocket connections of a source share. */
export class WebSocketShare implements DeflateShare {
  readonly inflater = new Inflater();
  held = 0;
  /** Of messages and frames that are not whole. */
  readonly budget = new Budget(MAX_HELD);
  readonly payloads: StreamContext['payloads'];
  readonly facts: StreamContext['facts'];
  readonly recognises: StreamContext['recognises'];
  readonly #reasons: Readonly<Record<WebSocketTrouble, UnreadReason>>;

  constructor({ payloads, facts, recognises, unread }: StreamContext) {
    this.payloads = payloads;
    this.facts = facts;
    this.recognises = recognises;
    const tooLong = unread.reason('websocket-message-too-long');
    this.#reasons = {
      astray: unread.reason('websocket-frame-wrong'),
      gap: unread.reason('websocket-message-gap'),
      cut: unread.reason('tcp-stream-cut'),
      'too-long': tooLong,
      limit: unread.reason('websocket-limit'),
      foreign: unread.reason('websocket-stream-not-sip'),
      'inflate-damaged': unread.reason('websocket-inflate-failed'),
      'inflate-too-long': tooLong,
      'inflate-too-much': unread.reason('websocket-expansion-limit'),
    };
  }

  count(trouble: WebSocketTrouble, { frame, offset }: Payload): void {
    hit(this.#reasons[trouble], frame, offset);
  }
}
