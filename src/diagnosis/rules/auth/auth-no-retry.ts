import { CHALLENGES } from '../../../call/closing.ts';
import { horizon } from '../../../call/horizon.ts';
import type { UnansweredChallenge } from '../../../model/auth-args.ts';
import { CREDENTIALS_FIELD, kindOfCode } from '../../../sip/auth-fields.ts';
import type { Message } from '../../../sip/message.ts';
import { requestOf, silence } from '../../evidence.ts';
import { partiesOf } from '../../facts/digest-attempts.ts';
import type { DigestTry } from '../../facts/digest-chains.ts';
import { challengeShown } from '../../facts/digest-proof.ts';
import { digestRule, isVital, type RunView } from '../../facts/digest-rule.ts';

/** Before this nobody misses an answer, µs (T1). */
const SOON = 500_000;
/** Nobody answers the challenge to a keep-alive: the 401 shows that the server lives. */
const NEEDS_NO_ANSWER: ReadonlySet<string> = new Set(['OPTIONS']);

/**
 * A 401 or 407 to a request without credentials for that realm, and no further request of the method under this Call-ID
 * within `auth.retry` (RFC 3261 §22.2, §22.3). Not told where the challenge may not have arrived (it was repeated without
 * an ACK, or the request was), or where another branch of the call was answered.
 */
export const authNoRetry = digestRule({
  id: 'auth-no-retry',
  severity: 'error',
  find(view) {
    const { last, afterwards, accepted, context } = view;
    const { surroundings } = context;
    const { hop, given, asked } = last;
    const { final, client, server, method } = hop;
    if (final === null || !CHALLENGES.has(final.status) || last.rejection !== null) return null;
    if (accepted || NEEDS_NO_ANSWER.has(method) || isSettledOtherwise(view)) return null;
    if (isUnheard(last, final)) return null;
    const waitedUs = horizon(surroundings, final.time);
    if (afterwards === 'more' || !(waitedUs >= SOON)) return null;
    const open = afterwards === 'open';
    const field = CREDENTIALS_FIELD[kindOfCode(final.status)];
    return {
      severity: open ? 'info' : isVital(last) ? 'error' : 'warning',
      confidence: open ? 'possible' : 'proven',
      status: open ? 'inconclusive' : 'present',
      args: {
        ...partiesOf(last, given[0] ?? null, asked[0]?.realm ?? ''),
        code: final.status,
        why: whyOf(last, final),
        waitedUs,
      },
      evidence: [
        requestOf(hop),
        challengeShown(final),
        silence(client, server, final.time, surroundings.captureEnd, `${method} + ${field}`),
      ],
    };
  },
});

/** The call went on without this branch, or ended for another reason. */
function isSettledOtherwise({ conversation, last }: RunView): boolean {
  if (conversation.kind !== 'call' || !isVital(last)) return false;
  const { final, stage } = conversation;
  return stage === 'answered' || final === null || !CHALLENGES.has(final.status);
}

function isUnheard({ hop }: DigestTry, { time }: Message): boolean {
  const copied = hop.retransmissions.some((copy) => copy.time > time);
  return (
    copied || (hop.method === 'INVITE' && hop.ack === null && hop.repeatedResponses.length > 0)
  );
}

/** The challenge itself, or what was answered before. */
function whyOf({ asked, given }: DigestTry, { status }: Message): UnansweredChallenge {
  const own = asked.filter(({ kind }) => kind === kindOfCode(status));
  if (asked.length === 0) return 'no-challenge';
  if (own.length === 0) return 'wrong-field';
  const digests = own.filter(({ scheme }) => scheme === 'digest');
  if (digests.length === 0) return 'scheme';
  if (digests.every(({ algorithm }) => !/^(?:MD5(?:-sess)?)?$/i.test(algorithm)))
    return 'algorithm';
  if (digests.every(({ qop }) => qop.length > 0 && !qop.includes('auth'))) return 'qop';
  return given.length > 0 ? 'second-realm' : 'unknown';
}
