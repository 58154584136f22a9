import { isInitialInvite, openedAt } from '../../call/hops.ts';
import { isMoreThanTrying, isProgress, isSuccess } from '../../call/milestones.ts';
import type { PlainCall } from '../../call/plain.ts';
import { producerOf } from '../../call/producer.ts';
import type { Call, Transaction } from '../../call/types.ts';
import type { Endpoint } from '../../model/packet.ts';
import type { Message } from '../../sip/message.ts';
import { hashOf } from '../../sip/hash.ts';
import { PREFIX_ROOM, writeNumberPrefix } from '../../sip/number-prefix.ts';
import { remembered } from '../evidence.ts';
import type { PacketProof } from '../rule.ts';
import type { CallMark } from './capture-rule.ts';
import { CallColumns } from './call-columns.ts';
import type { Recorded } from './notes.ts';

/** Nodes, calls of all of them, and refusals of one (bounds for hostile input). */
const MAX_NODES = 5000;
const MAX_CALLS = 500_000;
const MAX_REFUSALS = 10_000;
/** INVITE transactions of one call that are looked at. */
const MAX_TRANSACTIONS = 64;
const SECOND = 1_000_000;
const INVITE = 'INVITE'.length;
const COLON = 58;
const AT = 64;
const SPACE = 32;

/** What asks for another attempt, which is counted instead. */
const ASKS_AGAIN: ReadonlySet<number> = new Set([401, 407, 420, 421, 422, 491, 494]);
/** What people decide, and what a node says that cannot work (`peer-failure-spike`): no refusal by rule. */
const NOT_BY_RULE: ReadonlySet<number> = new Set([408, 486, 487, 600, 603, 607]);
/** No refusal by rule after it rang: nobody picked up. */
const UNAVAILABLE = 480;

/** A call that a node refused by a rule of its own: number, policy, media, identity. */
export interface RuledOut {
  readonly code: number;
  readonly proof: PacketProof;
  readonly mark: CallMark | null;
}

/** What became of the calls that one node was asked to take, in the order in which they were judged. */
export class Course {
  readonly node: Endpoint;
  readonly calls = new CallColumns();
  readonly refusals: RuledOut[] = [];

  constructor(node: Endpoint) {
    this.node = node;
  }
}

const prefix = new Uint8Array(PREFIX_ROOM);

/** The course of the calls of each node: how long until something was heard, how long people talked, what it refused. */
export class CourseNotes {
  readonly nodes = new Map<string, Course>();
  /** Calls that were not followed because of a bound. */
  left = 0;
  #calls = 0;

  plain(call: PlainCall, client: Endpoint, server: Endpoint): void {
    const { invite, progress, answer, bye, bytes, start, end, source, frame, offset } = call;
    const course = this.#course(server);
    if (course === null) return;
    readNumber(bytes, start + INVITE, end);
    course.calls.add({
      time: invite,
      delay: ((progress ?? answer) - invite) / SECOND,
      talk: (bye - answer) / SECOND,
      prefix: prefixHash,
      user: userHash,
      refusal: -1,
      client,
      source,
      frame,
      offset,
    });
  }

  conversation({ judged, mark }: Recorded): void {
    if (judged.kind !== 'call' || judged.outcome === 'scan-or-attack') return;
    let looked = 0;
    for (const hop of judged.transactions) {
      const { request, client, server } = hop;
      if (request === null || !isInitialInvite(hop) || server.address === '') continue;
      if (!Number.isFinite(request.time)) return;
      const code = codeOf(hop);
      if (ASKS_AGAIN.has(code) || (code >= 300 && code < 400)) continue;
      looked += 1;
      if (looked > MAX_TRANSACTIONS) return;
      // Further hops are other nodes' calls; a node answers for what it did not pass on.
      const refused = isRuledOut(hop, judged);
      if (hop.downstream.length > 0 && !refused) continue;
      const course = this.#course(server);
      if (course === null) continue;
      const { bytes, start, method, lineEnd, source, frame, offset } = request;
      const heard = hop.responses.find((one) => isProgress(one) || isSuccess(one));
      const kept = refused && course.refusals.length < MAX_REFUSALS;
      if (kept) course.refusals.push({ code, proof: remembered(finalOf(hop)), mark });
      else if (refused) this.left += 1;
      readNumber(bytes, start + method.length, lineEnd);
      course.calls.add({
        time: request.time,
        delay: heard === undefined ? Number.NaN : (heard.time - openedAt(hop)) / SECOND,
        talk: talkOf(hop, judged) / SECOND,
        prefix: prefixHash,
        user: userHash,
        refusal: kept ? course.refusals.length - 1 : -1,
        client,
        source,
        frame,
        offset,
      });
    }
  }

  #course(server: Endpoint): Course | null {
    let course = this.nodes.get(server.name);
    if (this.#calls >= MAX_CALLS || (course === undefined && this.nodes.size >= MAX_NODES)) {
      this.left += 1;
      return null;
    }
    this.#calls += 1;
    if (course === undefined) this.nodes.set(server.name, (course = new Course(server)));
    return course;
  }
}

function codeOf({ final }: Transaction): number {
  return final?.status ?? 0;
}

function finalOf({ final, request }: Transaction): Message {
  return final ?? (request as Message);
}

function isRuledOut(hop: Transaction, { outcome, confidence }: Call): boolean {
  const { final, responses } = hop;
  if (final === null || producerOf(hop, final).hop !== hop) return false;
  const { status } = final;
  // A refusal that says itself that the caller was judged tells nothing of the node's own rules.
  if (outcome === 'blocked-network') return status >= 400 && confidence !== 'proven';
  if (status < 400 || (status >= 500 && status < 600) || NOT_BY_RULE.has(status)) return false;
  return status !== UNAVAILABLE || !responses.some(isMoreThanTrying);
}

/** From the 2xx of this hop to the BYE of its dialog, µs; NaN when it was not answered or is not over. */
function talkOf({ responses }: Transaction, { dialogs }: Call): number {
  const answer = responses.find(isSuccess);
  if (answer === undefined) return Number.NaN;
  const bye = dialogs.find(({ toTag }) => toTag === answer.toTag)?.bye;
  return bye?.request ? bye.request.time - answer.time : Number.NaN;
}

/** Hashes of what the called number begins with, and of the whole. */
let prefixHash = 0;
let userHash = 0;

/** Reads both off a Request-URI that begins in bytes[from, end). */
function readNumber(bytes: Uint8Array, from: number, end: number): void {
  let at = from;
  while (at < end && bytes[at] !== COLON) at += 1;
  const userAt = Math.min(at + 1, end);
  while (at < end && bytes[at] !== AT && (at < userAt || (bytes[at] as number) > SPACE)) at += 1;
  userHash = hashOf(bytes, userAt, Math.max(at, userAt));
  prefixHash = hashOf(prefix, 0, writeNumberPrefix(bytes, from, end, prefix));
}
