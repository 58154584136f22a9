import { u16be, u32be } from '../../capture/bytes.ts';
import { hit, type UnreadReason } from '../../model/unread.ts';
import type { Cursor } from '../cursor.ts';
import { DONE, IP_PROTOCOL } from '../keys.ts';
import type { Layer, LayerContext, LayerDefinition } from '../layer.ts';
import { StreamTable } from '../stream/stream-table.ts';
import type { TcpStream } from '../stream/tcp-stream.ts';
import { ConnectionFacts } from './connection-facts.ts';

const LEAST_HEADER = 20;
const FIN = 0x01;
const SYN = 0x02;
const RST = 0x04;
const ACK = 0x10;

/** TCP, RFC 9293. Streams go to the stream sink; without one, packets are counted. */
export const tcp: LayerDefinition = {
  id: 'tcp',
  keys: [IP_PROTOCOL + 6],
  open({ unread, streams, facts, segments }) {
    const truncated = unread.reason('tcp-truncated');
    const notRead = unread.reason('tcp-not-read');
    if (streams === undefined) {
      return {
        peel(cursor) {
          hit(notRead, cursor.frame, cursor.base + cursor.start);
          return DONE;
        },
      };
    }
    const connections = new ConnectionFacts(facts);
    const table = new StreamTable(streams, unread, (stream) => connections.over(stream));
    return new TcpLayer(table, connections, truncated, segments);
  },
};

class TcpLayer implements Layer {
  readonly #table: StreamTable;
  readonly #facts: ConnectionFacts;
  readonly #truncated: UnreadReason;
  readonly #segments: LayerContext['segments'];
  /** Of the segment under the cursor. */
  #window = 0;

  constructor(
    table: StreamTable,
    facts: ConnectionFacts,
    truncated: UnreadReason,
    segments: LayerContext['segments'],
  ) {
    this.#table = table;
    this.#facts = facts;
    this.#truncated = truncated;
    this.#segments = segments;
  }

  peel(cursor: Cursor): number {
    const { bytes, start } = cursor;
    const room = cursor.end - start;
    const header = room < LEAST_HEADER ? 0 : (bytes[start + 12]! >>> 4) << 2;
    if (header < LEAST_HEADER || header > cursor.wireEnd - start) {
      hit(this.#truncated, cursor.frame, cursor.base + start);
      return DONE;
    }
    cursor.sourcePort = u16be(bytes, start);
    cursor.destinationPort = u16be(bytes, start + 2);
    this.#segments?.(cursor);
    const sequence = u32be(bytes, start + 4);
    const flags = bytes[start + 13]!;
    // The snap length may have cut inside the options.
    const length = cursor.wireEnd - (start + header);
    cursor.start = Math.min(start + header, cursor.end);
    cursor.wireEnd = cursor.start + length;
    this.#window = u16be(bytes, start + 14);
    this.#take(cursor, sequence, flags, length);
    return DONE;
  }

  end(): void {
    this.#table.end();
  }

  #take(cursor: Cursor, sequence: number, flags: number, length: number): void {
    const syn = (flags & SYN) !== 0;
    const { frame, time } = cursor;
    this.#table.settleOld(time, frame);
    let stream = this.#table.find(cursor);
    const reused =
      stream !== undefined &&
      (syn ? !stream.isOpenedBy(sequence, time) : length > 0 && !stream.near(sequence));
    if (stream !== undefined && reused) {
      this.#table.close(stream, cursor, 'reused');
      stream = undefined;
    }
    if ((flags & RST) !== 0) this.#reset(stream, cursor);
    // A closed stream is remembered, so that repeats of its last segments do not open a new one.
    if (stream?.closed === true) {
      this.#table.countLate(stream, cursor, sequence);
      return;
    }
    if (stream === undefined) {
      // A reset, a last acknowledgement: nothing to open a stream for.
      if (!syn && (length === 0 || (flags & RST) !== 0)) return;
      stream = this.#table.open(cursor, sequence, syn);
    } else if (syn && !stream.fromStart) this.#table.begin(stream, sequence, frame);
    noteOpening(stream, flags);
    // Data in a SYN (RFC 7413) comes after the SYN's own number.
    const first = (sequence + (syn ? 1 : 0)) >>> 0;
    if (length > 0 && (flags & RST) === 0) {
      this.#table.settle(stream.opposite, frame);
      const { retransmitted, lastData } = stream;
      const offset = cursor.base + cursor.start;
      this.#table.segment(stream, cursor, first);
      if (stream.carriesSip && stream.retransmitted !== retransmitted && length > 1) {
        this.#facts.repeated(stream, first, lastData, { frame, offset, time });
      }
    }
    // An end that closes the connection needs no room.
    const goesOn = (flags & (SYN | FIN | RST)) === 0;
    const isFull = this.#window === 0 || !Number.isNaN(stream.fullSince);
    if (isFull && goesOn && stream.opposite?.carriesSip === true) {
      const offset = cursor.base + cursor.start;
      this.#facts.window(stream, this.#window, { frame, offset, time });
    }
    if ((flags & RST) !== 0) {
      this.#table.close(stream, cursor, 'rst');
    } else if ((flags & FIN) !== 0 || stream.finished) {
      if ((flags & FIN) !== 0) {
        this.#table.settle(stream, frame);
        this.#table.settle(stream.opposite, frame);
        if (!stream.hasFin) this.#facts.fin(stream, cursor);
        stream.fin((first + length) >>> 0);
      }
      if (stream.finished) this.#table.close(stream, cursor, 'fin');
    }
  }

  #reset(stream: TcpStream | undefined, cursor: Cursor): void {
    const other = this.#table.opposite(cursor);
    this.#table.settle(stream, cursor.frame);
    this.#table.settle(other, cursor.frame);
    this.#facts.reset(stream, other, cursor);
  }
}

/** Counts requests for a connection; whoever acknowledges something has been answered. */
function noteOpening(stream: TcpStream, flags: number): void {
  if ((flags & ACK) !== 0) stream.answered = true;
  else if ((flags & SYN) !== 0) stream.syns += 1;
}
