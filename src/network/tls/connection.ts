import type { Payload } from '../../model/packet.ts';
import type { TlsHandshakeFact } from '../../model/transport-fact.ts';
import { hit } from '../../model/unread.ts';
import { InnerFlow, runOf } from '../stream/inner-flow.ts';
import type { ConnectionReader } from '../stream/protocol.ts';
import type { StreamEnd, StreamFlow } from '../stream/stream-sink.ts';
import { Direction } from './direction.ts';
import { Handshake } from './handshake.ts';
import { HANDSHAKE } from './handshake-reader.ts';
import { OutcomeTeller } from './outcome.ts';
import { RecordOpener } from './opener.ts';
import { CONTENT, type OpenedRecord, type TlsRecord } from './protection.ts';
import { stagesOf } from './stages.ts';
import type { TlsReason, TlsTools } from './tools.ts';
import { TLS_1_3 } from './versions.ts';

/** Records in a row that may fail before the keys count as wrong. */
const MAX_FAILURES = 16;
/** Length of an alert that is protected in TLS 1.3: two bytes, the content type, the tag. Nothing else is so short. */
const SECRET_ALERT = 19;

/** One TLS connection: follows its handshake and, with keys, hands on what it carries. */
export class TlsConnection implements ConnectionReader {
  readonly found = true;
  readonly #tools: TlsTools;
  readonly #directions = new Map<StreamFlow, Direction>();
  readonly #handshake = new Handshake();
  #client: StreamFlow | null = null;
  readonly #teller: OutcomeTeller;
  /** There are no keys: only the handshake is followed. */
  #sealed = false;
  /** Nothing more is read. */
  #over = false;
  /** The last segment, as a place. */
  #place = { frame: 0, offset: 0, time: Number.NaN };

  constructor(tools: TlsTools) {
    this.#tools = tools;
    this.#teller = new OutcomeTeller(tools.facts);
  }

  data(flow: StreamFlow, run: Payload): void {
    if (this.#over) {
      flow.ignored = true;
      return;
    }
    const { frame, offset, time } = run;
    this.#place = { frame, offset, time };
    const direction = this.#direction(flow);
    const intact = direction.records.push(run.bytes, run.start, run.end, (record) => {
      this.#record(direction, record, run);
      return !this.#over && !flow.ignored;
    });
    if (!intact) this.#giveUp('tls-record-wrong');
    this.#account();
  }

  gap(flow: StreamFlow, length: number, frame: number, segment?: Payload): void {
    if (this.#over) return;
    const direction = this.#direction(flow);
    const { 'tls-gap': gap, 'tcp-stream-cut': cut } = this.#tools.reasons;
    if (!this.#sealed) hit(segment === undefined ? gap : cut, frame, this.#place.offset);
    direction.records.gap(length);
    direction.handshakes.clear();
    direction.lost += length;
    direction.opener?.lose(length);
    if (direction.inner !== null) this.#tools.inner.gap(direction.inner, length, frame, segment);
  }

  close(flow: StreamFlow, how: StreamEnd): void {
    const direction = this.#directions.get(flow);
    // A source that ends in the middle of a handshake says nothing about it.
    if (how === 'fin' || how === 'rst') this.#conclude(flow);
    this.#directions.delete(flow);
    if (direction === undefined) return;
    if (!this.#over && direction.waits) this.#count('tls-handshake-unseen');
    if (direction.opener?.early === true && direction.failures > 0) {
      this.#count('tls-decrypt-failed');
    }
    direction.clear();
    this.#tools.budget.change(-direction.counted);
    if (direction.inner !== null) this.#tools.inner.close(direction.inner, how);
  }

  #direction(flow: StreamFlow): Direction {
    let direction = this.#directions.get(flow);
    if (direction === undefined) {
      direction = new Direction(flow);
      this.#directions.set(flow, direction);
    }
    return direction;
  }

  #record(direction: Direction, record: TlsRecord, run: Payload): void {
    const { version } = this.#handshake;
    const guarded =
      record.type === CONTENT.applicationData ||
      (direction.changed && version !== TLS_1_3 && record.type !== CONTENT.changeCipherSpec);
    if (guarded) {
      this.#protected(direction, record, run);
      return;
    }
    const bytes = record.bytes.subarray(record.start, record.end);
    if (record.type === CONTENT.changeCipherSpec) this.#changed(direction);
    else if (record.type === CONTENT.alert) this.#alert(direction, bytes);
    else this.#messages(direction, bytes);
  }

  /** Keys change; in TLS 1.3 the message stands there only for the sake of middleboxes (RFC 8446 §D.4). */
  #changed(direction: Direction): void {
    if (this.#handshake.version === TLS_1_3) return;
    direction.changed = true;
    direction.opener = null;
    direction.lost = 0;
  }

  #protected(direction: Direction, record: TlsRecord, run: Payload): void {
    const handshake = this.#handshake;
    const first = !direction.began;
    direction.began = true;
    if (this.#sealed) {
      if (first) this.#sealedRecord(direction, record);
      return;
    }
    if (direction.opener === null) {
      const { hellos } = handshake;
      if (hellos === null) {
        const none = handshake.client === null && handshake.server === null;
        if (none || !direction.wait(record, run)) {
          this.#tell('unseen');
          this.#giveUp('tls-handshake-unseen');
        }
        return;
      }
      const { keys, crypto } = this.#tools;
      const stages = crypto
        ? stagesOf(hellos, this.#fromClient(direction), keys, crypto)
        : 'tls-no-keys';
      if (typeof stages === 'string') {
        this.#count(stages);
        this.#seal(direction, record);
        return;
      }
      direction.opener = new RecordOpener(stages);
      direction.opener.lose(direction.lost);
    }
    const opened = direction.opener.open(record);
    if (opened !== null) this.#opened(direction, opened, run);
    else this.#failed(direction, record);
  }

  #opened(direction: Direction, { type, bytes }: OpenedRecord, run: Payload): void {
    direction.failures = 0;
    this.#handshake.decrypted = true;
    if (type === CONTENT.handshake) this.#messages(direction, bytes);
    else if (type === CONTENT.alert) this.#alert(direction, bytes);
    else if (type === CONTENT.changeCipherSpec) this.#changed(direction);
    else if (type === CONTENT.applicationData) {
      this.#tell('established');
      if (bytes.length > 0) this.#handOn(direction, bytes, run);
    }
  }

  #failed(direction: Direction, record: TlsRecord): void {
    const { opener, inner } = direction;
    direction.failures += 1;
    const many = direction.failures >= MAX_FAILURES;
    if (opener?.early === true && !many) return;
    this.#count('tls-decrypt-failed');
    if (inner !== null) this.#tools.inner.gap(inner, record.end - record.start, this.#place.frame);
    const wrong = opener?.opened === 0 && direction.lost === 0;
    if (many || wrong) this.#seal(direction, record);
  }

  /** There are no keys that fit: only the outcome of the handshake is still of use. */
  #seal(direction: Direction, record: TlsRecord): void {
    this.#sealed = true;
    this.#sealedRecord(direction, record);
  }

  /** Handshake messages, in clear or decrypted. */
  #messages(direction: Direction, bytes: Uint8Array): void {
    const handshake = this.#handshake;
    const before = handshake.hellos;
    direction.handshakes.push(bytes, (type, body) => {
      if (type === HANDSHAKE.keyUpdate) {
        if (handshake.version === TLS_1_3) direction.opener?.update();
        return;
      }
      if (type === HANDSHAKE.clientHello) this.#client = direction.flow;
      else if (type === HANDSHAKE.serverHello) this.#client ??= direction.flow.opposite ?? null;
      handshake.message(type, body, this.#fromClient(direction));
    });
    if (before === null && handshake.hellos !== null) this.#release();
  }

  /** The hellos are complete: what had to wait for them can be read. */
  #release(): void {
    for (const direction of this.#directions.values()) {
      for (const { record, run } of direction.takeWaiting()) {
        if (!this.#over) this.#record(direction, record, run);
      }
    }
  }

  #alert(direction: Direction, bytes: Uint8Array): void {
    this.#handshake.alerted(bytes, this.#fromClient(direction));
    if (this.#handshake.alert !== null) this.#tell('alert');
  }

  /** The first protected record of a direction, without keys. */
  #sealedRecord(direction: Direction, record: TlsRecord): void {
    const fromClient = this.#fromClient(direction);
    const { version } = this.#handshake;
    const short = record.end - record.start === SECRET_ALERT;
    if (record.type === CONTENT.alert || (version === TLS_1_3 && short)) {
      this.#handshake.secretAlert(fromClient);
      this.#tell('alert');
    } else if (version === TLS_1_3 ? fromClient : this.#bothBegan()) this.#tell('established');
    if (this.#teller.told) this.#giveUp(null);
  }

  #handOn(direction: Direction, bytes: Uint8Array, run: Payload): void {
    const { flow } = direction;
    const { inner } = this.#tools;
    if (direction.inner === null) {
      direction.inner = innerOf(flow, flow.opposite && this.#directions.get(flow.opposite));
      inner.open(direction.inner);
    }
    if (!direction.inner.ignored) {
      inner.data(direction.inner, runOf(run, bytes, 0, bytes.length, 'tls'));
    }
    if (direction.inner.ignored) flow.ignored = true;
  }

  /** A direction has ended: what the handshake has come to. */
  #conclude(flow: StreamFlow): void {
    const { clientFinished, version, client, server } = this.#handshake;
    const directions = [...this.#directions.values()];
    // Where a part was not captured, nothing can be said to be missing.
    if (client === null && server === null) return;
    if (directions.length < 2 && flow.opposite === undefined) return;
    if (directions.some(({ lost }) => lost > 0)) return;
    const done = version === TLS_1_3 ? clientFinished : this.#bothBegan();
    this.#tell(done ? 'established' : 'closed');
  }

  #bothBegan(): boolean {
    const directions = [...this.#directions.values()];
    return directions.length === 2 && directions.every(({ began }) => began);
  }

  #fromClient(direction: Direction): boolean {
    return this.#client === direction.flow;
  }

  #tell(outcome: TlsHandshakeFact['outcome']): void {
    const [first] = this.#directions.keys();
    const flow = this.#client ?? first;
    if (flow !== undefined) this.#teller.tell(outcome, this.#handshake, flow, this.#place);
  }

  #count(reason: TlsReason): void {
    hit(this.#tools.reasons[reason], this.#place.frame, this.#place.offset);
  }

  #giveUp(reason: TlsReason | null): void {
    if (this.#over) return;
    if (reason !== null) this.#count(reason);
    this.#over = true;
    for (const direction of this.#directions.values()) {
      direction.flow.ignored = true;
      direction.clear();
    }
  }

  /** Settles the memory of the connection with that of all others. */
  #account(): void {
    const { budget } = this.#tools;
    for (const direction of this.#directions.values()) {
      budget.change(direction.held - direction.counted);
      direction.counted = direction.held;
    }
    if (!budget.exceeded || this.#over) return;
    this.#giveUp('tls-limit');
    this.#account();
  }
}

/** The flow of the cleartext, paired with that of the other direction: together they are one connection. */
function innerOf(flow: StreamFlow, other: Direction | undefined): InnerFlow {
  const inner = new InnerFlow(flow, 'tls');
  if (other !== undefined && other.inner !== null) {
    inner.opposite = other.inner;
    other.inner.opposite = inner;
  }
  return inner;
}
