import { isScanner, roleOf } from '../../catalog/user-agents.ts';
import { scannerHabit } from '../../catalog/scanner-habits.ts';
import type { Judged, Surroundings, Transaction } from '../../call/types.ts';
import type { Endpoint } from '../../model/packet.ts';
import { challengesOf, credentialsOf } from '../../sip/auth-fields.ts';
import { field, hasField } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';
import { calleeOf } from '../../sip/party.ts';
import { parseUri } from '../../sip/values/uri.ts';
import { remembered } from '../evidence.ts';
import type { PacketProof } from '../rule.ts';
import type { CallMark } from './capture-rule.ts';
import type { Recorded } from './notes.ts';

/** Addresses with refused requests, and such requests of one of them and of all (bounds for hostile input). */
const MAX_VISITORS = 5000;
const MAX_TRIES = 2000;
const MAX_ALL_TRIES = 100_000;
/** Addresses whose requests are known to come to something. */
const MAX_SERVED = 50_000;
/** Transactions of one conversation that are looked at. */
const MAX_TRANSACTIONS = 500;
/** Messages of a scanner that are shown. */
const MAX_SHOWN = 4;
/** Longest user part and name that are kept, in characters. */
const MAX_TEXT = 64;
/** A request of a stranger that got no response for this long was left unanswered, µs. */
const UNANSWERED = 5_000_000;

/** Methods that a stranger begins something with, and those of them that come to something when they are accepted. */
const METHODS: ReadonlySet<string> = new Set([
  'INVITE',
  'REGISTER',
  'OPTIONS',
  'SUBSCRIBE',
  'PUBLISH',
  'MESSAGE',
]);
const PROBE = 'OPTIONS';
/** What people or their devices decide, or what is no refusal at all: ordinary trunks have many of these. */
const ORDINARY: ReadonlySet<number> = new Set([480, 486, 487, 491, 600, 603, 607, 608]);

/** A request that came to nothing. */
export interface VisitorTry {
  /** µs */
  readonly time: number;
  readonly method: string;
  /** The user or number that it asks for. */
  readonly user: string;
  /** 0 for no response. */
  readonly code: number;
  /** Whose credentials it carried and were not accepted; null for a request without. */
  readonly username: string | null;
  readonly server: Endpoint;
  readonly callId: string;
  readonly request: PacketProof;
}

/** What one address was given. */
interface Service {
  calls: number;
  /** Registrations, subscriptions and what else is no call. */
  others: number;
  /** When the first of the calls was sent, µs. */
  firstCall: number;
}

/** Keeps the earliest messages, whatever order conversations are judged in. */
function showEarliest(shown: PacketProof[], request: Message): void {
  const last = shown.at(-1);
  if (shown.length >= MAX_SHOWN && last !== undefined && !(request.time < last.time)) return;
  shown.push(remembered(request));
  shown.sort((a, b) => a.time - b.time);
  if (shown.length > MAX_SHOWN) shown.pop();
}

/** What one address tried in vain. */
export class Visitor {
  readonly address: string;
  readonly tries: VisitorTry[] = [];
  /** Tries beyond those that are remembered. */
  more = 0;
  /** What it calls itself as a scanner, or what shows that it is one; the first messages that do. */
  sign: { readonly how: 'agent' | 'habit'; readonly text: string } | null = null;
  readonly shown: PacketProof[] = [];
  readonly methods = new Set<string>();
  /** It says that it is a tool for tests. */
  isTestTool = false;
  requests = 0;
  accepted = 0;
  readonly targets = new Set<string>();
  readonly calls = new Set<CallMark>();
  readonly conversations = new Set<CallMark>();

  constructor(address: string) {
    this.address = address;
  }
}

/** Requests that came to nothing, by the address that they came from: what attacks are recognised by. */
export class VisitorNotes {
  readonly visitors = new Map<string, Visitor>();
  #left = 0;
  #tries = 0;
  /** Requests of each address that came to something. */
  readonly #served = new Map<string, Service>();

  conversation(recorded: Recorded): void {
    let looked = 0;
    for (const transaction of recorded.judged.transactions) {
      const { request, upstream, method } = transaction;
      if (request === null || upstream !== null || request.hasToTag || !METHODS.has(method))
        continue;
      looked += 1;
      if (looked <= MAX_TRANSACTIONS) this.#transaction(transaction, request, recorded);
      else this.#left += 1;
    }
  }

  /** Requests that were not followed because of a bound, those of peers left out that other requests speak for. */
  get left(): number {
    let left = this.#left;
    for (const { address, more } of this.visitors.values()) {
      if (this.served(address) === 0) left += more;
    }
    return left;
  }

  /** Calls or registrations of this address that came to something; at least one where that is not known any more. */
  served(address: string): number {
    const known = this.#served.get(address);
    if (known === undefined) return this.#served.size < MAX_SERVED ? 0 : 1;
    return known.calls + known.others;
  }

  /** The same told apart; null where nothing is known. */
  serviceOf(address: string): Readonly<Service> | null {
    return this.#served.get(address) ?? null;
  }

  /** A call from this address, sent at this time (µs), that went as calls should. */
  serveCall(address: string, time: number): void {
    const service = this.#service(address);
    if (service === null) return;
    service.calls += 1;
    if (time < service.firstCall) service.firstCall = time;
  }

  #serveOther(address: string): void {
    const service = this.#service(address);
    if (service !== null) service.others += 1;
  }

  #service(address: string): Service | null {
    let service = this.#served.get(address);
    if (service === undefined) {
      if (this.#served.size >= MAX_SERVED) return null;
      service = { calls: 0, others: 0, firstCall: Number.POSITIVE_INFINITY };
      this.#served.set(address, service);
    }
    return service;
  }

  #transaction(transaction: Transaction, request: Message, recorded: Recorded): void {
    const { address } = transaction.client;
    const code = transaction.final?.status ?? 0;
    const accepted = code >= 200 && code < 300;
    const agent = field(request, 'User-Agent') ?? '';
    const failed = !accepted && cameToNothing(transaction, request, recorded);
    const isNamed = isScanner(agent);
    const habit =
      !isNamed && (failed || transaction.method === PROBE)
        ? scannerHabit((name) => field(request, name))
        : '';
    const isScan = isNamed || habit !== '';
    if (accepted && transaction.method !== PROBE && !isScan) {
      if (transaction.method === 'INVITE') this.serveCall(address, request.time);
      else this.#serveOther(address);
    }
    if (!failed && !isScan) return;
    const visitor = this.#visitor(address);
    if (visitor === null) {
      this.#left += 1;
      return;
    }
    visitor.requests += 1;
    if (accepted) visitor.accepted += 1;
    if (visitor.targets.size < MAX_TRIES) visitor.targets.add(transaction.server.address);
    if (roleOf(agent) === 'test-tool' || callerIsTestTool(request)) visitor.isTestTool = true;
    visitor.methods.add(transaction.method);
    if (isScan) {
      const how = habit === '' ? 'agent' : 'habit';
      visitor.sign ??= { how, text: (habit === '' ? agent : habit).slice(0, MAX_TEXT) };
      showEarliest(visitor.shown, request);
    }
    this.#name(visitor, recorded);
    // Without a clock nothing can be said about how fast they came.
    if (failed && Number.isFinite(request.time)) this.#add(visitor, transaction, request);
  }

  #add(visitor: Visitor, { method, server, final }: Transaction, request: Message): void {
    if (visitor.tries.length >= MAX_TRIES || this.#tries >= MAX_ALL_TRIES) {
      visitor.more += 1;
      return;
    }
    this.#tries += 1;
    const [given] = credentialsOf(request);
    visitor.tries.push({
      time: request.time,
      method,
      user: userOf(request),
      code: final?.status ?? 0,
      username: given === undefined ? null : given.username.slice(0, MAX_TEXT),
      server,
      callId: request.callId,
      request: remembered(request),
    });
  }

  #name(visitor: Visitor, { mark, other }: Recorded): void {
    if (mark !== null && visitor.calls.size < MAX_TRIES) visitor.calls.add(mark);
    if (other !== null && visitor.conversations.size < MAX_TRIES) visitor.conversations.add(other);
  }

  #visitor(address: string): Visitor | null {
    let visitor = this.visitors.get(address);
    if (visitor === undefined) {
      if (this.visitors.size >= MAX_VISITORS) return null;
      visitor = new Visitor(address);
      this.visitors.set(address, visitor);
    }
    return visitor;
  }
}

/** Refused, or left without any response; a challenge that was answered, or a nonce that was too old, is neither. */
function cameToNothing(
  transaction: Transaction,
  request: Message,
  { judged, surroundings }: { readonly judged: Judged; readonly surroundings: Surroundings },
): boolean {
  const { final, responses, cancel } = transaction;
  if (final === null) {
    const waited = surroundings.captureEnd - request.time;
    return responses.length === 0 && cancel === null && waited > UNANSWERED;
  }
  if (final.status < 400 || ORDINARY.has(final.status)) return false;
  if (final.status !== 401 && final.status !== 407) return true;
  if (credentialsOf(request).length === 0) return !wasAnswered(transaction, judged);
  return !challengesOf(final).some(({ stale }) => stale);
}

/** The last request of each conversation that was asked about with credentials: its CSeq by method and client. */
const lastGiven = new WeakMap<Judged, ReadonlyMap<string, number>>();

/** The same request came again with credentials. */
function wasAnswered({ method, cseq, client }: Transaction, judged: Judged): boolean {
  let given = lastGiven.get(judged);
  if (given === undefined) lastGiven.set(judged, (given = givenIn(judged)));
  return (given.get(`${method} ${client.address}`) ?? -1) > cseq;
}

function givenIn({ transactions }: Judged): Map<string, number> {
  const given = new Map<string, number>();
  for (const { method, client, request, cseq } of transactions) {
    if (request === null) continue;
    if (!hasField(request, 'Authorization') && !hasField(request, 'Proxy-Authorization')) continue;
    const key = `${method} ${client.address}`;
    given.set(key, Math.max(cseq, given.get(key) ?? -1));
  }
  return given;
}

/** Whom a REGISTER binds, and whom any other request is for. */
function userOf(request: Message): string {
  const uri = parseUri(
    request.method === 'REGISTER' ? `sip:${calleeOf(request)}` : request.requestUri,
  );
  return (uri?.user ?? '').slice(0, MAX_TEXT);
}

/** SIPp writes no User-Agent, but calls itself so in its From. */
function callerIsTestTool(request: Message): boolean {
  return /<?sips?:sipp@/i.test((field(request, 'From') ?? '').slice(0, MAX_TEXT));
}
