import type { Payload, Transport } from '../model/packet.ts';
import { hit, type UnreadReason, type UnreadTally } from '../model/unread.ts';

/** Whole payloads of other transports: SCTP and WebSocket messages, and what capture agents say came over a stream. */
const REASONS: Readonly<Record<Exclude<Transport, 'udp'>, string>> = {
  sctp: 'sctp-not-sip',
  ws: 'websocket-not-sip',
  wss: 'websocket-not-sip',
  tcp: 'hep-not-sip',
  tls: 'hep-not-sip',
  unknown: 'hep-not-sip',
};

/** Counts payloads that are not SIP, by transport. */
export class NotSip {
  readonly #unread: UnreadTally;
  readonly #udp: UnreadReason;

  constructor(unread: UnreadTally) {
    this.#unread = unread;
    this.#udp = unread.reason('udp-not-sip');
  }

  /** Hot: nearly all are RTP. */
  count({ transport, frame, offset }: Payload): void {
    hit(transport === 'udp' ? this.#udp : this.#unread.reason(REASONS[transport]), frame, offset);
  }
}
