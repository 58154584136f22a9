import { CHALLENGE_FIELD, kindOfCode } from '../../sip/auth-fields.ts';
import type { Message } from '../../sip/message.ts';
import { requestOf, shown } from '../evidence.ts';
import type { Proof } from '../rule.ts';
import type { DigestRun, DigestTry } from './digest-chains.ts';

/** Refused requests that are shown, each with its response. */
const MAX_SHOWN = 3;

/** A response with what it asks for; other responses as they are. */
export function challengeShown(response: Message): Proof {
  const { status } = response;
  return status === 401 || status === 407
    ? shown(response, CHALLENGE_FIELD[kindOfCode(status)])
    : shown(response);
}

/**
 * The challenge before the first of these tries, then each with its response, the last ones of many. The credentials
 * themselves are not quoted: a report goes to many hands.
 */
export function digestProof(run: DigestRun, tries: readonly DigestTry[]): [Proof, ...Proof[]] {
  const [first] = tries;
  const before = first === undefined ? undefined : run.tries[run.tries.indexOf(first) - 1];
  const proof: Proof[] = before?.hop.final ? [challengeShown(before.hop.final)] : [];
  for (const { hop } of tries.slice(-MAX_SHOWN)) {
    proof.push(requestOf(hop));
    if (hop.final !== null) proof.push(challengeShown(hop.final));
  }
  return proof as [Proof, ...Proof[]];
}
