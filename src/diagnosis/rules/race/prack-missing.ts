import { sawEnough } from '../../../call/horizon.ts';
import type { Call } from '../../../call/types.ts';
import type { Message } from '../../../sip/message.ts';
import { shown, silence } from '../../evidence.ts';
import { fittingClock, t1Of } from '../../facts/clocks.ts';
import { confirms, type Reliable, reliables } from '../../facts/reliable.ts';
import type { Finding, Proof, Rule, RuleContext } from '../../rule.ts';

/** A PRACK after which the response goes on being repeated this long did not arrive, µs. */
const UNHEEDED = 1_000_000;
/** Copies after a PRACK that are more than a crossing. */
const LATER = 2;

/**
 * A reliable 1xx was repeated (RFC 3262 §3) because no PRACK reached its sender: none was seen with its RSeq and CSeq, or
 * it was and the copies went on. After 64·T1 the callee rejects the INVITE with a 5xx.
 */
export const prackMissing: Rule<'prack-missing', Call> = {
  id: 'prack-missing',
  severity: 'error',
  tier: 'race',
  kinds: ['call'],
  needs: ['repeated'],
  applies: ({ transactions }) =>
    transactions.some(
      ({ method, repeatedResponses }) => method === 'INVITE' && repeatedResponses.some(isProgress),
    ),
  check(call, context) {
    // The hop nearest to the callee tells best how often the response was sent.
    const waiting = reliables(call, context).toReversed();
    for (const one of waiting) {
      const [repeated] = one.copies;
      if (repeated === undefined || !sawEnough(context.surroundings, repeated.time, 0)) continue;
      const first = call.messages.find(
        (message) => message.status === 0 && message.method === 'PRACK' && confirms(message, one),
      );
      if (first !== undefined && !isUnheeded(one, first)) continue;
      return [findingOf(one, first ?? null, context)];
    }
    return [];
  },
};

function isProgress({ status }: Message): boolean {
  return status > 100 && status < 200;
}

function isUnheeded({ copies }: Reliable, prack: Message): boolean {
  const later = copies.filter(({ time }) => time > prack.time);
  const last = later.at(-1);
  return last !== undefined && later.length >= LATER && last.time - prack.time >= UNHEEDED;
}

function findingOf(
  one: Reliable,
  prack: Message | null,
  { surroundings }: RuleContext,
): Finding<'prack-missing'> {
  const { invite, response, rseq, copies } = one;
  const last = copies.at(-1) ?? response;
  const end = invite.final !== null && invite.final.status >= 400 ? invite.final : null;
  const node = response.sender.name;
  const clock =
    end === null
      ? null
      : fittingClock('prack', end.time - response.time, node, { t1: t1Of(response, copies) });
  const gaveUp = end !== null && (end.status >= 500 || end.status === 408) ? end : null;
  const until = end?.time ?? last.time;
  const awaited: Proof =
    prack === null
      ? silence(response.receiver, response.sender, response.time, until, 'PRACK')
      : shown(prack, 'RAck');
  const visible = surroundings.sawDirection(response.receiver, response.sender);
  return {
    rule: 'prack-missing',
    severity: gaveUp === null ? 'warning' : 'error',
    confidence: visible && (prack !== null || invite.final !== null) ? 'proven' : 'likely',
    status: 'present',
    scope: 'call',
    args: {
      node,
      code: response.status,
      rseq,
      copies: copies.length + 1,
      elapsedUs: last.time - response.time,
      unheeded: prack !== null,
      endCode: gaveUp?.status ?? 0,
      clock,
    },
    evidence: [
      { kind: 'message', message: response, copies: copies.length + 1, field: 'RSeq' },
      awaited,
      ...(gaveUp === null ? [] : [shown(gaveUp)]),
    ],
  };
}
