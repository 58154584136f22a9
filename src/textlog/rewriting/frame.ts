import type { Payload } from '../../model/packet.ts';
import { UnreadTally } from '../../model/unread.ts';
import { PacketDecoder } from '../../network/decoder.ts';
import { latin1 } from '../../sip/bytes.ts';
import { ipv6Text } from '../../sip/ipv6-text.ts';
import { looksLikeSip } from '../../sip/read.ts';
import type { Facts } from '../dialect.ts';

/** Bytes. */
const UDP_HEADER = 8;
/** What a dump may begin with, the most frequent first: Ethernet, IP, Linux cooked 1 and 2, BSD loopback. LINKTYPE_ values. */
const LINK_TYPES = [1, 101, 113, 276, 0];

interface At {
  readonly line: number;
  readonly offset: number;
}

/** Reads the frames that a log dumps; keeps the fragments of datagrams that are not whole yet. */
export class Frames {
  /** Where the dump that begins stands in the log. */
  at: At = { line: 0, offset: 0 };
  readonly #unread: UnreadTally;
  readonly #open = new Map<number, Peeling>();

  constructor(unread: UnreadTally) {
    this.#unread = unread;
  }

  /**
   * The SIP in one dumped frame, as text with one character a byte; '' when there is none, or not yet. The frame may begin with any link
   * layer, with IP, or with SIP itself. `facts` gets the ends and the transport that its headers tell.
   */
  sipIn(bytes: Uint8Array, facts: Facts, at: At): string {
    const { length } = bytes;
    if (looksLikeSip(bytes, 0, length)) return latin1(bytes, 0, length);
    // A datagram that Wireshark has put together from its fragments.
    if (looksLikeSip(bytes, UDP_HEADER, length)) return latin1(bytes, UDP_HEADER, length);
    for (const linkType of LINK_TYPES) {
      const peeling = new Peeling(new UnreadTally());
      const text = peeling.peel(bytes, linkType, facts, at);
      if (text !== '') return text;
      if (peeling.isFragment) return this.#joined(linkType).peel(bytes, linkType, facts, at);
    }
    return '';
  }

  /** The log is over: what never became whole is counted. */
  end(): void {
    for (const peeling of this.#open.values()) peeling.end();
    this.#open.clear();
  }

  #joined(linkType: number): Peeling {
    let peeling = this.#open.get(linkType);
    if (peeling === undefined) this.#open.set(linkType, (peeling = new Peeling(this.#unread)));
    return peeling;
  }
}

/** Peels frames of one link type. */
class Peeling {
  /** The last frame was a fragment of a datagram. */
  isFragment = false;
  readonly #decoder: PacketDecoder;
  #facts: Facts = {};
  #text = '';

  constructor(unread: UnreadTally) {
    const ignored = (): void => {};
    const payload = (found: Payload): void => this.#take(found);
    this.#decoder = new PacketDecoder({
      unread,
      payloads: { payload },
      streams: { open: ignored, data: (_, run) => payload(run), gap: ignored, close: ignored },
      fragments: {
        fragment: () => {
          this.isFragment = true;
        },
        completed: ignored,
        fragmentLoss: ignored,
      },
    });
  }

  peel(bytes: Uint8Array, linkType: number, facts: Facts, at: At): string {
    this.#facts = facts;
    this.#text = '';
    this.isFragment = false;
    const { length } = bytes;
    this.#decoder.packet({
      bytes,
      start: 0,
      end: length,
      wireLength: length,
      time: 0,
      linkType,
      frame: at.line,
      offset: at.offset,
      interfaceId: 0,
    });
    // What a stream of its own may hold back.
    if (!this.isFragment) this.#decoder.end();
    return this.#text;
  }

  end(): void {
    this.#decoder.end();
  }

  #take(found: Payload): void {
    if (this.#text === '') {
      if (!looksLikeSip(found.bytes, found.start, found.end)) return;
      const facts = this.#facts;
      delete facts.fromPort;
      delete facts.toPort;
      facts.from = endOf(found, found.sourceAt, found.sourcePort);
      facts.to = endOf(found, found.destinationAt, found.destinationPort);
      facts.transport = found.transport;
    }
    this.#text += latin1(found.bytes, found.start, found.end);
  }
}

function endOf({ addressBytes, addressLength }: Payload, at: number, port: number): string {
  const address =
    addressLength === 4
      ? addressBytes.subarray(at, at + 4).join('.')
      : `[${ipv6Text(addressBytes, at)}]`;
  return `${address}:${port}`;
}
