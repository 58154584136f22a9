import type { PlainCall } from '../call/plain.ts';
import type { Call, OtherConversation, Transaction } from '../call/types.ts';
import { Attempts, DimensionValues } from '../diagnosis/incidents/attempts.ts';
import { WorkedInvites } from '../diagnosis/incidents/worked.ts';
import { NOT_TOLD } from '../diagnosis/incidents/values.ts';
import type { Endpoint } from '../model/packet.ts';
import type { CallMark } from './records.ts';
import type { OtherKind } from '../model/vocabulary.ts';
import { hashOf } from '../sip/hash.ts';
import type { Message } from '../sip/message.ts';
import { calleeOf } from '../sip/party.ts';
import { PREFIX_ROOM, writeNumberPrefix } from '../sip/number-prefix.ts';

const INVITE = 'INVITE'.length;

const prefix = new Uint8Array(PREFIX_ROOM);

/** Notes every call and every other conversation by its dimensions, from which incidents are counted. */
export class AttemptLog {
  readonly #values = new DimensionValues();
  readonly #addresses = this.#values.addresses;
  /** By the id of the peer. */
  readonly #known: number[] = [];
  readonly calls = new Attempts(this.#values);
  readonly others = new Map<OtherKind, Attempts>();
  /** INVITEs of calls that worked. */
  readonly worked = new WorkedInvites(this.calls);

  /** A plain call that `client` sent to `server`; returns its number. */
  addPlain(call: PlainCall, client: Endpoint, server: Endpoint): number {
    const { bytes, start, end, agentAt, agentEnd } = call;
    return this.calls.add(
      call.invite,
      this.#addressOf(call.client, client),
      this.#addressOf(call.server, server),
      this.#userAgentIn(bytes, agentAt, agentEnd),
      this.#prefixIn(bytes, start + INVITE, end),
      200,
    );
  }

  /**
   * Source, user agent and number are those of the first INVITE nearest to the caller, as for the KPIs. Destination is
   * where the call went last, or where it was answered: on the way through a proxy that is what matters.
   */
  addCall({ milestones, rounds, final }: Call): number {
    const first = rounds[0]?.hops[0];
    const last = rounds.at(-1)?.hops ?? [];
    // Each hop on the way to whoever answered was answered too.
    const to = last.findLast(isAnswered) ?? last.at(-1);
    const request = first?.request ?? null;
    return this.calls.add(
      milestones.invite,
      this.#addresses.of(first?.client.address ?? ''),
      this.#addresses.of(to?.server.address ?? ''),
      this.#userAgentOf(request),
      request === null
        ? NOT_TOLD
        : this.#prefixIn(request.bytes, request.start + request.method.length, request.lineEnd),
      final?.status ?? 0,
    );
  }

  addOther({ kind, messages, tries, final }: OtherConversation): number {
    let log = this.others.get(kind);
    if (log === undefined) this.others.set(kind, (log = new Attempts(this.#values, 'others')));
    const first = messages[0] as Message;
    const request = tries[0]?.exchanges[0]?.request ?? null;
    const { sender, receiver } = request ?? { sender: first.receiver, receiver: first.sender };
    return log.add(
      first.time,
      this.#addresses.of(sender.address),
      this.#addresses.of(receiver.address),
      this.#userAgentOf(request),
      kind === 'registration' && request !== null
        ? this.#values.accounts.of(calleeOf(request))
        : NOT_TOLD,
      final?.status ?? 0,
    );
  }

  /** Whether the INVITE of a plain call, which worked, is one to keep. */
  wantsPlain(attempt: number, { fromTagHash, start, end }: PlainCall): boolean {
    return this.worked.wants(attempt, fromTagHash, end - start);
  }

  keepPlain(
    attempt: number,
    { bytes, start, end, fromTagHash: hash }: PlainCall,
    sender: Endpoint,
    receiver: Endpoint,
    mark: CallMark,
  ): void {
    this.worked.keep({ attempt, hash, bytes: bytes.subarray(start, end), sender, receiver, mark });
  }

  /** A judged call worked. */
  noteWorked(attempt: number, { invite }: Call, mark: CallMark): void {
    const request = invite?.request;
    if (!request) return;
    const { bytes, start, end, fromTagAt, fromTagEnd, sender, receiver } = request;
    const hash = hashOf(bytes, fromTagAt, fromTagEnd);
    if (!this.worked.wants(attempt, hash, end - start)) return;
    this.worked.keep({ attempt, hash, bytes: bytes.subarray(start, end), sender, receiver, mark });
  }

  #addressOf(peer: number, { address }: Endpoint): number {
    return (this.#known[peer] ??= this.#addresses.of(address));
  }

  #userAgentOf(request: Message | null): number {
    if (request === null) return NOT_TOLD;
    return this.#userAgentIn(request.bytes, request.agentAt, request.agentEnd);
  }

  #userAgentIn(bytes: Uint8Array, from: number, end: number): number {
    return this.#values.userAgents.ofBytes(bytes, from, end);
  }

  #prefixIn(bytes: Uint8Array, from: number, end: number): number {
    return this.#values.prefixes.ofBytes(prefix, 0, writeNumberPrefix(bytes, from, end, prefix));
  }
}

function isAnswered({ responses }: Transaction): boolean {
  return responses.some(({ status }) => status >= 200 && status < 300);
}
