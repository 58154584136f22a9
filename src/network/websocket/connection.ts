import type { Payload } from '../../model/packet.ts';
import type { ConnectionReader } from '../stream/protocol.ts';
import { placeOf } from '../stream/keep.ts';
import type { StreamFlow } from '../stream/stream-sink.ts';
import { WebSocketDirection } from './direction.ts';
import { hasToken, type HttpHead, isUpgrade } from './http-head.ts';
import type { WebSocketShare } from './websocket-share.ts';

/** Both directions of a WebSocket connection, handshake included. */
export class WebSocketConnection implements ConnectionReader {
  readonly found = true;
  readonly #share: WebSocketShare;
  readonly #directions = new Map<StreamFlow, WebSocketDirection>();
  /** The request asked for SIP (RFC 7118 §4.1). */
  #askedForSip = false;
  /** Directions that must not refer back to earlier messages, as the 101 response said. */
  #noTakeover: { readonly server: boolean; readonly client: boolean } | undefined;
  #serverFlow: StreamFlow | undefined;

  constructor(share: WebSocketShare) {
    this.#share = share;
  }

  data(flow: StreamFlow, run: Payload): void {
    let direction = this.#directions.get(flow);
    if (direction === undefined) {
      direction = new WebSocketDirection(this.#share, flow, run, (head, at) =>
        this.#head(head, flow, at),
      );
      this.#directions.set(flow, direction);
      this.#agree();
    }
    direction.data(run);
  }

  gap(flow: StreamFlow, length: number, _frame: number, segment?: Payload): void {
    this.#directions.get(flow)?.gap(length, segment);
  }

  close(flow: StreamFlow): void {
    this.#directions.get(flow)?.end();
    this.#directions.delete(flow);
  }

  #head(head: HttpHead, flow: StreamFlow, run: Payload): void {
    if (head.status === 0) {
      this.#askedForSip = isUpgrade(head) && hasToken(head, 'sec-websocket-protocol', 'sip');
      return;
    }
    // A response other than 101 in this place answers the upgrade.
    const granted = head.status === 101 && hasToken(head, 'sec-websocket-protocol', 'sip');
    if (this.#askedForSip && !granted) {
      const { facts } = this.#share;
      const place = placeOf(flow, run);
      facts?.fact({ kind: 'ws-upgrade-failed', flow: place, status: head.status }, place);
    }
    this.#askedForSip = false;
    if (head.status !== 101) return;
    const extensions = (head.fields.get('sec-websocket-extensions') ?? '').toLowerCase();
    this.#noTakeover = {
      server: extensions.includes('server_no_context_takeover'),
      client: extensions.includes('client_no_context_takeover'),
    };
    this.#serverFlow = flow;
    this.#agree();
  }

  /** Tells each direction what the handshake said about it (RFC 7692 §7.1.1). */
  #agree(): void {
    if (this.#noTakeover === undefined) return;
    const { server, client } = this.#noTakeover;
    for (const [flow, { deflate }] of this.#directions) {
      deflate.takeover = flow === this.#serverFlow ? !server : !client;
    }
  }
}
