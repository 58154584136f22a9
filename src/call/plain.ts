import { KNOWN_PLACES } from './conversation.ts';
import { KIND, RecordView } from './record.ts';
import { sessionInterval } from './session-interval.ts';
import type { Chain, MessageStore } from './store.ts';

/** INVITE, up to three provisional responses, 200, ACK, BYE, 200. */
const FEWEST = 5;
const MOST = KNOWN_PLACES;
/** Half of the shortest session interval (RFC 4028 §4), µs: shorter talks need no refresh. */
const SHORTEST_REFRESH = 45_000_000;
/** Longer calls may be two that share a Call-ID: the judge tells, µs. */
const LONGEST = 3_600_000_000;

/** A call on one hop in which nothing happened but what has to; times in µs. */
export interface PlainCall {
  readonly invite: number;
  /** First response that the caller could hear or see. */
  readonly progress: number | null;
  readonly alerting: number | null;
  /** First provisional response above 100. */
  readonly provisional: number | null;
  readonly answer: number;
  readonly bye: number;
  /** The 200 to the BYE. */
  readonly over: number;
  readonly byCaller: boolean;
  /** Ids of the peers that sent and received the INVITE. */
  readonly client: number;
  readonly server: number;
  /** The INVITE is bytes[start, end), its User-Agent bytes[agentAt, agentEnd); they stay where they are, and are void when the conversation is released. */
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly agentAt: number;
  readonly agentEnd: number;
  /** Hash of its From tag: differs from call to call, whatever order they are read in. */
  readonly fromTagHash: number;
  /** Where the INVITE was seen. */
  readonly source: number;
  readonly frame: number;
  readonly offset: number;
  /** Every source that has messages of it: files that were rotated cut calls in two. */
  readonly sources: readonly number[];
}

/** The records of the conversation that is looked at, oldest first. */
const views = Array.from({ length: MOST }, () => new RecordView());

/**
 * Recognises a call that went as calls should, from its records alone; null for every other conversation. The judge and
 * the rules would say the same of it, at many times the cost: nine of ten calls of a busy trunk are like this, and a test
 * holds the two answers together.
 *
 * @param firstResponseWithin longest wait for the first response, µs
 */
export function plainCall(
  store: MessageStore,
  chain: Chain,
  firstResponseWithin: number,
): PlainCall | null {
  const { count } = chain;
  if (count < FEWEST || count > MOST) return null;
  store.view(chain, views);
  if (!inOrderAndClean(count)) return null;
  const invite = views[0] as RecordView;
  const answer = views[count - 4] as RecordView;
  const ack = views[count - 3] as RecordView;
  const bye = views[count - 2] as RecordView;
  const over = views[count - 1] as RecordView;
  if (!invite.is(KIND.invite) || invite.is(KIND.toTag)) return null;
  if (answer.status !== 200 || !answer.is(KIND.ofInvite | KIND.toTag)) return null;
  if (!answers(answer, invite) || answer.fromTagHash !== invite.fromTagHash) return null;
  // Whatever else their session descriptions say is for the rules to read.
  if ((invite.codecs & answer.codecs) === 0) return null;
  if ((views[1] as RecordView).time - invite.time > firstResponseWithin) return null;

  let progress: number | null = null;
  let alerting: number | null = null;
  let provisional: number | null = null;
  let status = 99;
  for (let at = 1; at < count - 4; at += 1) {
    const response = views[at] as RecordView;
    // Rising codes: none of them comes twice.
    if (response.status <= status || response.status >= 199) return null;
    status = response.status;
    if (!response.is(KIND.ofInvite) || !answers(response, invite)) return null;
    if (status !== 100 && response.toTagHash !== answer.toTagHash) return null;
    if (status !== 100) provisional ??= response.time;
    const alerts = status === 180 || (status === 183 && response.is(KIND.sdp));
    if (alerts) alerting ??= response.time;
    if (alerts || status === 181 || status === 182) progress ??= response.time;
  }

  if (!ack.is(KIND.ack) || ack.cseq !== invite.cseq || ack.toTagHash !== answer.toTagHash) {
    return null;
  }
  if (ack.sender !== invite.sender || ack.viaHash === invite.viaHash) return null;
  const byCaller = bye.sender === invite.sender && bye.receiver === invite.receiver;
  const byCallee = bye.sender === invite.receiver && bye.receiver === invite.sender;
  if (!bye.is(KIND.bye) || !(byCaller || byCallee)) return null;
  const inDialog = byCaller
    ? bye.fromTagHash === answer.fromTagHash && bye.toTagHash === answer.toTagHash
    : bye.fromTagHash === answer.toTagHash && bye.toTagHash === answer.fromTagHash;
  if (over.time - invite.time > LONGEST || lacksRefresh(answer, bye.time)) return null;
  if (!inDialog || over.status !== 200 || !over.is(KIND.ofBye) || !answers(over, bye)) return null;
  return {
    invite: invite.time,
    progress,
    alerting,
    provisional,
    answer: answer.time,
    bye: bye.time,
    over: over.time,
    byCaller,
    client: invite.sender,
    server: invite.receiver,
    bytes: invite.block,
    start: invite.start,
    end: invite.end,
    agentAt: invite.agentAt,
    agentEnd: invite.agentEnd,
    fromTagHash: invite.fromTagHash,
    source: invite.source,
    frame: invite.frame,
    offset: invite.offset,
    sources: sourcesOf(count),
  };
}

function sourcesOf(count: number): readonly number[] {
  const sources: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const { source } = views[at] as RecordView;
    if (!sources.includes(source)) sources.push(source);
  }
  return sources;
}

/** In time order, and nothing odd about any of them. */
function inOrderAndClean(count: number): boolean {
  const [first] = views as [RecordView];
  let { time } = first;
  if (!first.is(KIND.clean)) return false;
  for (let at = 1; at < count; at += 1) {
    const view = views[at] as RecordView;
    if (!view.is(KIND.clean) || !(view.time > time)) return false;
    time = view.time;
  }
  return true;
}

/** A session timer was set, and half of its interval went by without the refresh that was due then. */
function lacksRefresh(answer: RecordView, end: number): boolean {
  const talk = end - answer.time;
  if (talk < SHORTEST_REFRESH) return false;
  const seconds = sessionInterval(answer.bytes);
  return seconds > 0 && talk >= seconds * 500_000;
}

/** A response of the hop and transaction that the request opened. */
function answers(response: RecordView, request: RecordView): boolean {
  return (
    response.status !== 0 &&
    response.cseq === request.cseq &&
    response.sender === request.receiver &&
    response.receiver === request.sender &&
    response.viaHash === request.viaHash
  );
}
