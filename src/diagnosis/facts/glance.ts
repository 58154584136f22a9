import type { Judged, Transaction } from '../../call/types.ts';

/** What a look at the transactions of a conversation shows; most show nothing, and no transport rule goes on. */
export interface Glance {
  /** No final response, one by which a node gives up, or one that is repeated because nothing confirms it. */
  readonly open: boolean;
  /** A request other than INVITE without any response. */
  readonly silent: boolean;
  /** Copies beyond the first of a request or a response. */
  readonly repeated: boolean;
  /** A request on a stream. */
  readonly onStream: boolean;
  /** Responses without their request. */
  readonly requestUnseen: boolean;
}

/** Transports whose connections can be closed. */
const STREAMS: ReadonlySet<string> = new Set(['tcp', 'tls', 'ws', 'wss']);

let asked: Judged | null = null;
let seen: Glance | null = null;

/** The rules ask one after the other about the same conversation: it is looked at once. */
export function glance(conversation: Judged): Glance {
  if (conversation !== asked || seen === null) {
    asked = conversation;
    seen = look(conversation);
  }
  return seen;
}

function look({ transactions }: Judged): Glance {
  let open = false;
  let silent = false;
  let repeated = false;
  let onStream = false;
  let requestUnseen = false;
  for (const transaction of transactions) {
    open ||= isOpen(transaction);
    silent ||= isSilent(transaction);
    repeated ||= transaction.retransmissions.length > 1 || transaction.repeatedResponses.length > 1;
    onStream ||= isOnStream(transaction);
    requestUnseen ||= transaction.request === null;
  }
  return { open, silent, repeated, onStream, requestUnseen };
}

export function isOpen({ method, request, final, repeatedResponses }: Transaction): boolean {
  if (method === 'ACK' || request === null) return false;
  if (final === null || repeatedResponses.length > 0) return true;
  return final.status === 408 || final.status >= 500;
}

/** INVITE has rules of its own, and nothing answers an ACK. */
export function isSilent({ method, request, responses }: Transaction): boolean {
  return responses.length === 0 && request !== null && method !== 'INVITE' && method !== 'ACK';
}

export function isOnStream({ request, method }: Transaction): boolean {
  return request !== null && method !== 'ACK' && STREAMS.has(request.transport);
}
