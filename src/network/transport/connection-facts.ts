import type { FlowAddresses } from '../../model/packet.ts';
import type { Cursor } from '../cursor.ts';
import type { FactPlace, FactSink } from '../facts/fact-sink.ts';
import type { TcpStream } from '../stream/tcp-stream.ts';

/** Copies of one segment are farther apart than the sightings of one packet, µs (RFC 6298 §2.4 asks for a second). */
const APART = 100_000;

/** What openings, resets and ends of connections say about SIP; nothing is kept about others. */
export class ConnectionFacts {
  readonly #sink: FactSink | undefined;

  constructor(sink: FactSink | undefined) {
    this.#sink = sink;
  }

  /** A reset under the cursor; `stream` is its own direction, `other` the one that it answers. */
  reset(stream: TcpStream | undefined, other: TcpStream | undefined, cursor: Cursor): void {
    if (other !== undefined && isUnanswered(other)) {
      other.answered = true;
      this.#failed(other, 'reset', cursor);
    } else if (stream?.carriesSip === true || other?.carriesSip === true) {
      this.#closed('rst', stream, other, cursor);
    }
  }

  /** The first FIN of a direction. */
  fin(stream: TcpStream, cursor: Cursor): void {
    const other = stream.opposite;
    if (stream.carriesSip || other?.carriesSip === true) this.#closed('fin', stream, other, cursor);
  }

  /** Known bytes came again; `sent`: when this direction sent its last before that, µs. */
  repeated(stream: TcpStream, sequence: number, sent: number, place: FactPlace): void {
    const { again } = stream;
    if (again?.sequence !== sequence) {
      // A second sighting of the same packet is no copy.
      if (place.time - sent < APART) return;
      stream.again = { sequence, since: sent, last: place.time };
    } else if (place.time - again.last < APART) return;
    else again.last = place.time;
    this.#stalled(stream, 'repeated', stream.again?.since ?? sent, place);
  }

  /** The window that this end told, while it is closed and when it opens again. */
  window(stream: TcpStream, window: number, place: FactPlace): void {
    if (stream.opposite === undefined) return;
    if (Number.isNaN(stream.fullSince)) stream.fullSince = place.time;
    this.#stalled(stream.opposite, 'zero-window', stream.fullSince, place);
    if (window > 0) stream.fullSince = Number.NaN;
  }

  #stalled(
    stream: TcpStream,
    how: 'repeated' | 'zero-window',
    since: number,
    place: FactPlace,
  ): void {
    this.#sink?.fact({ kind: 'tcp-stalled', flow: endsOf(stream), how, since }, place);
  }

  /** A stream is over; one whose SYN nobody answered is a fact. */
  over(stream: TcpStream): void {
    if (isUnanswered(stream)) this.#failed(stream, 'silent', stream.first);
  }

  #failed(
    stream: TcpStream,
    how: 'reset' | 'silent',
    place: { readonly frame: number; readonly offset: number; readonly time: number },
  ): void {
    const flow = endsOf(stream);
    if (this.#sink?.expects(flow) !== true) return;
    this.#sink.fact({ kind: 'tcp-connect-failed', flow, how, attempts: stream.syns }, place);
  }

  #closed(
    how: 'rst' | 'fin',
    stream: TcpStream | undefined,
    other: TcpStream | undefined,
    cursor: Cursor,
  ): void {
    const at = cursor.sourceAt;
    const length = cursor.addressLength;
    const flow: FlowAddresses = {
      addressBytes: Uint8Array.from(cursor.addressBytes.subarray(at, at + 2 * length)),
      sourceAt: 0,
      destinationAt: length,
      addressLength: length,
      sourcePort: cursor.sourcePort,
      destinationPort: cursor.destinationPort,
    };
    const lastSent = stream?.lastData ?? Number.NaN;
    const lastReceived = other?.lastData ?? Number.NaN;
    const place = {
      frame: cursor.frame,
      offset: cursor.base + cursor.start,
      time: cursor.time,
    };
    this.#sink?.fact({ kind: 'tcp-closed', flow, how, lastSent, lastReceived }, place);
  }
}

/** A SYN that got nothing back, and whose sender went no further. */
function isUnanswered(stream: TcpStream): boolean {
  return stream.syns > 0 && !stream.answered && Number.isNaN(stream.lastData);
}

function endsOf(stream: TcpStream): FlowAddresses {
  return {
    addressBytes: stream.addresses,
    sourceAt: 0,
    destinationAt: stream.addressLength,
    addressLength: stream.addressLength,
    sourcePort: stream.sourcePort,
    destinationPort: stream.destinationPort,
  };
}
