import type { Judged, Transaction } from '../call/types.ts';

/** Methods whose presence a rule may need. */
const METHODS = {
  ACK: 'ack',
  BYE: 'bye',
  CANCEL: 'cancel',
  PRACK: 'prack',
  UPDATE: 'update',
  REFER: 'refer',
  NOTIFY: 'notify',
  INFO: 'info',
  REGISTER: 'register',
  SUBSCRIBE: 'subscribe',
  PUBLISH: 'publish',
  OPTIONS: 'options',
  MESSAGE: 'message',
} as const;

const LIST = [
  ...Object.values(METHODS),
  /** A 401 or 407. */
  'challenge',
  /** A response of 300 to 399, … of 400 to 499 (challenges too), of 500 to 599, of 600 to 699. */
  'redirect',
  'client-error',
  'server-error',
  'global-failure',
  /** A 2xx to an INVITE. */
  'answer',
  /** A request, an INVITE among them, without a final response. */
  'no-final',
  /** A final response of 300 or more: to anything, to an INVITE. */
  'failure',
  'invite-failed',
  /** A failure, or a request without a final response: whatever did not end as it should has it. */
  'trouble',
  /** A retransmitted request or response. */
  'repeated',
  /** More than one INVITE transaction: other hops, other rounds, other dialogs or a re-INVITE. */
  'several-invites',
] as const;

/** Something that a rule needs to see before it is worth asking. */
export type Trait = (typeof LIST)[number];

const BITS = Object.fromEntries(LIST.map((trait, at) => [trait, 1 << at])) as Readonly<
  Record<Trait, number>
>;
const METHOD_BITS: ReadonlyMap<string, number> = new Map(
  Object.entries(METHODS).map(([method, trait]) => [method, BITS[trait]]),
);
/** By the first digit of the status code. */
const CLASS_BITS = [
  0,
  0,
  0,
  BITS.redirect,
  BITS['client-error'],
  BITS['server-error'],
  BITS['global-failure'],
];

const UNFINISHED = BITS['no-final'] | BITS.trouble;
const FAILED = BITS.failure | BITS.trouble;
const INVITE_FAILED = FAILED | BITS['invite-failed'];

/** Traits as one number. */
export function maskOf(traits: readonly Trait[]): number {
  return traits.reduce((mask, trait) => mask | BITS[trait], 0);
}

/** Everything that a conversation has, looked at once for all rules. */
export function traitsOf({ transactions }: Judged): number {
  let mask = 0;
  let invites = 0;
  for (const transaction of transactions) {
    mask |= METHOD_BITS.get(transaction.method) ?? 0;
    if (transaction.method === 'INVITE') invites += 1;
    mask |= responsesOf(transaction);
    if (transaction.retransmissions.length > 0 || transaction.repeatedResponses.length > 0) {
      mask |= BITS.repeated;
    }
    if (transaction.final === null && transaction.method !== 'ACK') mask |= UNFINISHED;
  }
  return invites > 1 ? mask | BITS['several-invites'] : mask;
}

function responsesOf({ method, responses }: Transaction): number {
  let mask = 0;
  for (const { status } of responses) {
    if (status < 200) continue;
    mask |= CLASS_BITS[Math.trunc(status / 100)] ?? 0;
    if (status >= 300) mask |= method === 'INVITE' ? INVITE_FAILED : FAILED;
    if (status === 401 || status === 407) mask |= BITS.challenge;
    if (status < 300 && method === 'INVITE') mask |= BITS.answer;
  }
  return mask;
}
