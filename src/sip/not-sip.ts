import type { Payload, Transport } from '../model/packet.ts';
import { CR, LF } from './bytes.ts';
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

/** The two version bits, and the shortest packets: RFC 3550 §5.1 and §6.1, RFC 8489 §5, RFC 6347 §4.1; bytes. */
const RTP_VERSION = 0xc0;
const RTP_LEAST = 12;
const RTCP_LEAST = 8;
const STUN_LEAST = 20;
const DTLS_LEAST = 13;
/** The longest keep-alive, bytes: two line ends (RFC 5626 §3.5.1), or the zeros that phones send instead. */
const KEEP_ALIVE_MOST = 8;

/** Counts payloads that are not SIP, by transport and by what their first bytes say. */
export class NotSip {
  readonly #unread: UnreadTally;
  readonly #udp: UnreadReason;
  readonly #rtp: UnreadReason;
  readonly #rtcp: UnreadReason;
  readonly #stun: UnreadReason;
  readonly #dtls: UnreadReason;
  readonly #keepAlive: UnreadReason;

  constructor(unread: UnreadTally) {
    this.#unread = unread;
    this.#udp = unread.reason('udp-not-sip');
    this.#rtp = unread.reason('rtp');
    this.#rtcp = unread.reason('rtcp');
    this.#stun = unread.reason('stun');
    this.#dtls = unread.reason('dtls');
    this.#keepAlive = unread.reason('keep-alive');
  }

  /** Hot: nearly all are RTP. */
  count(payload: Payload): void {
    const { transport, frame, offset } = payload;
    const reason =
      transport === 'udp' ? this.#ofUdp(payload) : this.#unread.reason(REASONS[transport]);
    hit(reason, frame, offset);
  }

  /** What shares a port with media is told apart by its first bytes (RFC 7983, RFC 5761 §4). */
  #ofUdp({ bytes, start, end, sourcePort, destinationPort }: Payload): UnreadReason {
    const first = bytes[start] as number;
    if ((first & RTP_VERSION) === 0x80) {
      // A DNS message begins with any byte; media has no well-known port.
      if (sourcePort < 1024 || destinationPort < 1024 || end - start < RTCP_LEAST) return this.#udp;
      const type = bytes[start + 1] as number;
      if (type >= 192 && type <= 223) return this.#rtcp;
      return end - start < RTP_LEAST ? this.#udp : this.#rtp;
    }
    if (first < 4 && end - start >= STUN_LEAST && bytes[start + 4] === 0x21) {
      const cookie = bytes[start + 5] === 0x12 && bytes[start + 6] === 0xa4;
      return cookie && bytes[start + 7] === 0x42 ? this.#stun : this.#udp;
    }
    if (first >= 20 && first <= 25 && end - start >= DTLS_LEAST && bytes[start + 1] === 0xfe) {
      return this.#dtls;
    }
    return isKeepAlive(bytes, start, end) ? this.#keepAlive : this.#udp;
  }
}

/** Line ends or zeros and nothing else. */
function isKeepAlive(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > KEEP_ALIVE_MOST) return false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte !== CR && byte !== LF && byte !== 0) return false;
  }
  return true;
}
