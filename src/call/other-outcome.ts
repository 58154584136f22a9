import { isScanner } from '../catalog/user-agents.ts';
import type { Confidence, OtherKind, OtherOutcome } from '../model/vocabulary.ts';
import { field } from '../sip/field.ts';
import { challengesOf, credentialsOf, kindOfCode } from '../sip/auth-fields.ts';
import type { Message } from '../sip/message.ts';
import { CHALLENGES } from './closing.ts';
import { exchangesOf, triesOf } from './exchanges.ts';
import { openedAt } from './hops.ts';
import { sawEnough } from './horizon.ts';
import { askedFor, contactsOf, wishOf } from './registration.ts';
import type { OtherConversation, Surroundings, Transaction, Try } from './types.ts';
import { heardNothing } from './unanswered.ts';

/** A transaction without a final response is over after this (Timer F, RFC 3261 §17.1.2.2), µs. */
const TIMER_F = 32_000_000;

/** A client that has credentials answers a challenge within this, µs. */
const ANSWERS_WITHIN = 5_000_000;

/** The methods that a conversation of a kind is about; the first that occurs counts. */
const METHODS: Readonly<Record<Exclude<OtherKind, 'other'>, readonly string[]>> = {
  registration: ['REGISTER'],
  subscription: ['SUBSCRIBE', 'NOTIFY'],
  publication: ['PUBLISH'],
  message: ['MESSAGE'],
  probe: ['OPTIONS'],
};

/** What a 2xx means, by method. */
const SUCCESS: ReadonlyMap<string, (done: Try, conversation: OtherConversation) => OtherOutcome> =
  new Map([
    ['REGISTER', registered],
    ['SUBSCRIBE', subscribed],
    ['NOTIFY', () => 'notified'],
    [
      'PUBLISH',
      ({ request }: Try) =>
        request !== null && asksForNothing(request) ? 'unpublished' : 'published',
    ],
    ['MESSAGE', ({ final }: Try) => (final?.status === 200 ? 'delivered' : 'accepted')],
    ['OPTIONS', () => 'answered'],
  ]);

/** The tries of the method that a conversation is for. */
export function triesFor(kind: OtherKind, transactions: readonly Transaction[]): Try[] {
  const method =
    kind === 'other'
      ? (transactions.find((one) => one.method !== 'ACK')?.method ?? '')
      : METHODS[kind].find((name) => transactions.some((one) => one.method === name));
  return method === undefined ? [] : triesOf(exchangesOf(transactions, method));
}

/** Sets outcome, confidence and final response: those of the last try that was settled before the capture ended. */
export function settleOther(conversation: OtherConversation, surroundings: Surroundings): void {
  const { tries } = conversation;
  const agent = tries[0]?.request;
  if (agent && isScanner(field(agent, 'User-Agent') ?? '')) {
    conversation.outcome = 'scan-or-attack';
    conversation.confidence = 'likely';
    conversation.final = tries.at(-1)?.final ?? null;
    return;
  }
  for (const one of tries.toReversed()) {
    const { final } = one;
    const silent = final === null ? unanswered(one, surroundings) : null;
    if (final === null && silent === null) continue;
    if (
      final !== null &&
      mayGoOn(one, final, surroundings) &&
      !isLastWord(one, final, conversation)
    )
      continue;
    conversation.final = final;
    conversation.outcome = final === null ? 'unanswered' : outcomeOf(one, final, conversation);
    conversation.confidence = silent ?? 'proven';
    return;
  }
  if (tries.some((one) => isUnseen(one, surroundings))) conversation.outcome = 'incomplete-unseen';
}

/** Challenged a moment before the capture ended, or where requests cannot be seen: credentials may be on their way. */
function mayGoOn({ request }: Try, { status, time }: Message, surroundings: Surroundings): boolean {
  if (!CHALLENGES.has(status)) return false;
  return request === null || !sawEnough(surroundings, time, ANSWERS_WITHIN);
}

/** The challenge met an answer to the one just before it, and does not blame the nonce: the credentials are not accepted. */
function isLastWord(done: Try, final: Message, conversation: OtherConversation): boolean {
  const before = done.exchanges.at(-2)?.final ?? null;
  if (before === null || !CHALLENGES.has(before.status) || done.request === null) return false;
  if (challengesOf(final).some(({ stale }) => stale)) return false;
  const nonces = challengesOf(before).map(({ nonce }) => nonce);
  const fresh = credentialsOf(done.request).some(({ nonce }) => nonces.includes(nonce));
  return fresh && wasAnswered(done, final, conversation);
}

/** What settles it would have been seen by now, or came in requests of which none was captured. */
function isUnseen(one: Try, surroundings: Surroundings): boolean {
  return isOverdue(one, surroundings) || (one.final !== null && one.request === null);
}

/** No final response was seen in the time that a transaction has. */
function isOverdue({ exchanges, final }: Try, surroundings: Surroundings): boolean {
  const hop = exchanges.at(-1)?.hops[0];
  if (final !== null || hop === undefined || hop.request === null) return false;
  return sawEnough(surroundings, openedAt(hop), TIMER_F);
}

/** How sure it is that nobody answered; null when an answer may still come or could not be seen. */
export function unanswered(one: Try, surroundings: Surroundings): Confidence | null {
  const hop = one.exchanges.at(-1)?.hops[0];
  if (hop === undefined || !isOverdue(one, surroundings)) return null;
  if (surroundings.sawDirection(hop.server, hop.client)) return 'proven';
  return heardNothing(hop, Number.POSITIVE_INFINITY, surroundings) ? 'likely' : null;
}

function outcomeOf(done: Try, final: Message, conversation: OtherConversation): OtherOutcome {
  const { status } = final;
  if (status < 300) {
    const { method } = done.exchanges[0] as Try['exchanges'][number];
    return SUCCESS.get(method)?.(done, conversation) ?? 'accepted';
  }
  if (CHALLENGES.has(status)) {
    return wasAnswered(done, final, conversation) ? 'failed-auth' : 'challenged';
  }
  return status < 400 ? 'redirected' : 'refused';
}

/** The request that met this challenge had credentials for those who ask: for their realm, or for none that asked before. */
function wasAnswered({ request }: Try, final: Message, { tries }: OtherConversation): boolean {
  const kind = kindOfCode(final.status);
  const given = request === null ? [] : credentialsOf(request).filter((one) => one.kind === kind);
  if (given.length === 0) return false;
  const asking = challengesOf(final).map(({ realm }) => realm);
  if (given.some(({ realm }) => asking.includes(realm))) return true;
  const others = tries
    .flatMap(({ exchanges }) => exchanges.flatMap((one) => one.final ?? []))
    .filter((one) => CHALLENGES.has(one.status))
    .flatMap(challengesOf);
  return !given.some(({ realm }) => others.some((one) => one.kind === kind && one.realm === realm));
}

function registered(done: Try, { tries }: OtherConversation): OtherOutcome {
  if (done.request === null) return 'registered';
  const { kind } = wishOf(done.request);
  if (kind === 'query') return 'queried';
  if (kind !== 'bind') return 'deregistered';
  const earlier = tries.some(
    (one) =>
      one !== done &&
      one.final !== null &&
      one.final.status < 300 &&
      one.request !== null &&
      wishOf(one.request).kind === 'bind',
  );
  return earlier ? 'refreshed' : 'registered';
}

/** RFC 6665: an expiry of 0 ends a subscription or asks for one NOTIFY only; the notifier ends it by its state. */
function subscribed({ request }: Try, { transactions }: OtherConversation): OtherOutcome {
  if (request !== null && asksForNothing(request)) return 'unsubscribed';
  const notify = transactions.findLast((one) => one.method === 'NOTIFY' && one.request !== null);
  const state = notify?.request ? (field(notify.request, 'Subscription-State') ?? '') : '';
  return /^\s*terminated\b/i.test(state) ? 'unsubscribed' : 'subscribed';
}

function asksForNothing(request: Message): boolean {
  const [contact] = contactsOf(request);
  if (contact !== undefined) return askedFor(contact, request) === 0;
  return /^\s*0+\s*$/.test(field(request, 'Expires') ?? '');
}
