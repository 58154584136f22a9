import { sawEnough } from '../../../call/horizon.ts';
import { isSuccess } from '../../../call/milestones.ts';
import type { Call, Transaction } from '../../../call/types.ts';
import type { CancelArgs } from '../../../model/race-args.ts';
import type { Message } from '../../../sip/message.ts';
import { AWAITED, requestOf, shown, silence } from '../../evidence.ts';
import { type Cancel, cancels } from '../../facts/cancels.ts';
import type { Proof, Rule, RuleContext } from '../../rule.ts';

type How = CancelArgs['cancel-no-487']['how'];

/** 64·T1, µs: the client may count the INVITE as over then (RFC 3261 §9.1). */
const GUARD = 32_000_000;
/** A 2xx that was seen this soon after the CANCEL crossed it (`cancel-200-race`), µs. */
const CROSSED = 500_000;
/** A proxy passes a CANCEL on within this, µs; another final response meanwhile makes it needless. */
const PASSED_ON = 2_000_000;
/** Copies of a CANCEL over UDP, the first included, that show that nobody answers it. */
const COPIES = 3;

/** A CANCEL that did not end its INVITE, on the link where that is seen. */
interface Stopped {
  readonly how: How;
  /** Who is at fault, and whom the INVITE waits for. */
  readonly node: string;
  readonly callee: string;
  /** The INVITE that went on. */
  readonly invite: Transaction;
  readonly shown: readonly [Proof, ...Proof[]];
}

/**
 * A CANCEL did not end its INVITE: the server confirmed it and no 487 came within 64·T1 (RFC 3261 §9.2), did not answer it at
 * all, or is a proxy that confirmed it and did not cancel the INVITE that it had sent on (§16.10). Looked at link by link, and
 * the deepest is told: what is nearer to the caller waits for it. A callee that answers all the same stays alone in the call.
 */
export const cancelNo487: Rule<'cancel-no-487', Call> = {
  id: 'cancel-no-487',
  severity: 'error',
  tier: 'race',
  kinds: ['call'],
  needs: ['cancel'],
  check(call, context) {
    const { surroundings } = context;
    const found = cancels(call, context).flatMap((one) => stoppedAt(one, call, context));
    const deepest = found.find(
      ({ invite }) => !found.some((other) => other.invite.upstream === invite),
    );
    if (deepest === undefined) return [];
    const { how, node, callee, invite } = deepest;
    const since = deepest.shown[0];
    const began = since.kind === 'message' ? since.message.time : 0;
    const answer = invite.responses.find(isSuccess) ?? null;
    const until = invite.final?.time ?? surroundings.captureEnd;
    return [
      {
        rule: 'cancel-no-487',
        severity: answer === null ? 'warning' : 'error',
        confidence: 'proven',
        status: 'present',
        scope: 'call',
        args: { how, node, callee, answered: answer !== null, waitedUs: until - began },
        evidence: [
          ...deepest.shown,
          how === 'not-forwarded'
            ? silence(invite.client, invite.server, began, until, 'CANCEL')
            : silence(invite.server, invite.client, began, until, AWAITED.final),
          ...(answer === null ? [] : [shown(answer)]),
        ],
      },
    ];
  },
};

function stoppedAt(one: Cancel, call: Call, context: RuleContext): Stopped[] {
  const { cancel, invite, request, matches } = one;
  if (!matches) return [];
  const { final } = cancel;
  const node = invite.server.name;
  const ends = { node, callee: node, invite };
  if (final === null) {
    return isIgnored(one, context) && wentOn(invite, request, context)
      ? [{ how: 'ignored', ...ends, shown: [requestOf(cancel)] }]
      : [];
  }
  if (!isSuccess(final)) return [];
  const proof = [requestOf(cancel), shown(final)] as const;
  const kept = invite.downstream.find((hop) => isKept(hop, one, call, context));
  if (kept !== undefined) {
    const callee = kept.server.name;
    return [
      { how: 'not-forwarded', node, callee, invite: kept, shown: [...proof, requestOf(kept)] },
    ];
  }
  // An ACK shows that a final response was merely not captured.
  if (invite.final !== null || invite.ack !== null) return [];
  return wentOn(invite, request, context) ? [{ how: 'confirmed', ...ends, shown: proof }] : [];
}

/** Repeated, or over a stream left alone, at a server that had answered the INVITE. */
function isIgnored({ cancel, invite, request }: Cancel, { surroundings }: RuleContext): boolean {
  if (!invite.responses.some(({ time }) => time <= request.time)) return false;
  if (request.transport === 'udp') return cancel.retransmissions.length + 1 >= COPIES;
  return request.transport !== 'unknown' && sawEnough(surroundings, request.time, GUARD);
}

/** No final response came in time, or a 2xx that did not cross the CANCEL. */
function wentOn(
  { final, responses }: Transaction,
  { time }: Message,
  { surroundings }: RuleContext,
): boolean {
  if (final === null) return sawEnough(surroundings, time, GUARD);
  return responses.some((response) => isSuccess(response) && response.time > time + CROSSED);
}

/** The INVITE that a proxy had sent on was under way, and stayed so, without a CANCEL of its own. */
function isKept(
  hop: Transaction,
  { cancel, request }: Cancel,
  { transactions }: Call,
  { surroundings }: RuleContext,
): boolean {
  const { cancel: own, final, responses } = hop;
  if (own !== null || hop.request === null || hop.request.time > request.time) return false;
  // Before a provisional response it may not be cancelled (RFC 3261 §9.1).
  if (!responses.some(({ time }) => time <= request.time)) return false;
  const other = transactions.some(
    (one) =>
      one.method === 'CANCEL' &&
      one !== cancel &&
      one.client.address === hop.client.address &&
      one.server.address === hop.server.address,
  );
  if (other) return false;
  if (final !== null) return final.time - request.time > PASSED_ON;
  return hop.ack === null && sawEnough(surroundings, request.time, GUARD);
}
