import type { CallMark, CaptureRule } from '../../overall/capture-rule.ts';
import type { CaptureNotes } from '../../overall/notes.ts';
import { proofsOf, untold } from '../../overall/untold.ts';
import type { Judged } from '../../../call/types.ts';
import { isFiltered, type PlacedFact } from '../../below-sip.ts';
import type { FragmentLossFact } from '../../../model/transport-fact.ts';
import type { TransportArgs } from '../../../model/rule-args.ts';
import { glance } from '../../facts/glance.ts';
import { packetOf, withoutPort } from '../../facts/packets.ts';
import { EVERY_KIND } from '../../facts/syntax.ts';
import { nameOfLost } from '../../facts/undelivered.ts';
import type { Rule } from '../../rule.ts';

/** Ranges that are named. */
const MAX_RANGES = 4;
const UDP = 17;
/** Requests that follow a response. */
const AFTER_RESPONSE: ReadonlySet<string> = new Set(['ACK', 'PRACK', 'BYE']);

/** A message of this conversation came in fragments, and not all of them were seen. */
export const ipFragmentLoss: Rule<'ip-fragment-loss'> = {
  id: 'ip-fragment-loss',
  severity: 'error',
  tier: 'transport',
  kinds: EVERY_KIND,
  applies(conversation) {
    const { open, requestUnseen } = glance(conversation);
    return open || requestUnseen;
  },
  check(conversation, { below }) {
    const lost = below.lostOf(conversation.callId).filter(({ fact }) => !isFiltered(fact));
    const unanswered = lost.filter((one) => !wasAnswered(one, conversation));
    const arrived = unanswered.length === 0;
    const told = arrived ? lost : unanswered;
    const [first] = told;
    if (first === undefined) return [];
    return [
      {
        rule: 'ip-fragment-loss',
        severity: arrived ? 'info' : 'error',
        // Not captured is not yet not arrived; copies that lose the same part speak for themselves.
        confidence: arrived ? 'proven' : told.length > 1 ? 'likely' : 'possible',
        status: 'present',
        scope: arrived ? 'leg' : 'call',
        args: { ...fragmentArgs(first, told.length), arrived },
        evidence: [packetOf(first), ...told.slice(1, 3).map(packetOf)],
      },
    ];
  },
};

export function fragmentArgs(
  { fact, from, to }: PlacedFact<FragmentLossFact>,
  count: number,
): TransportArgs['ip-fragment-loss'] {
  return {
    from: withoutPort(from).name,
    to: withoutPort(to).name,
    startLine: fact.startLine,
    callId: fact.callId,
    fragments: fact.fragments,
    missing: fact.missing
      .slice(0, MAX_RANGES)
      .map(([start, end]) => [start, Number.isFinite(end) ? end : null]),
    count,
    filtered: false,
    arrived: false,
    nearby: '',
  };
}

/** What the other end did next shows that it arrived: the fragments are missing in the capture only. */
function wasAnswered(
  { fact, from, to }: PlacedFact<FragmentLossFact>,
  { transactions }: Judged,
): boolean {
  const lost = nameOfLost(fact.startLine);
  if (/^\d/.test(lost)) {
    return transactions.some(
      ({ method, request, client }) =>
        AFTER_RESPONSE.has(method) &&
        request !== null &&
        request.time > fact.time &&
        client.address === to.address,
    );
  }
  return transactions.some(
    ({ request, method, responses, client, server }) =>
      request === null &&
      responses.length > 0 &&
      method === lost &&
      client.address === from.address &&
      server.address === to.address,
  );
}

/** The calls that lack what the filter took away. */
function callsOf(
  group: readonly PlacedFact<FragmentLossFact>[],
  { lacks }: CaptureNotes,
): CallMark[] {
  const marks = group.map(({ fact, from, to }) =>
    fact.callId === '' ? null : lacks.ofCallId(from.address, to.address, fact.callId),
  );
  return [...new Set(marks.filter((mark) => mark !== null))];
}

/** Lost fragments that belong to no conversation that was seen, and captures whose filter took them away. */
export const ipFragmentLossAlone: CaptureRule<'ip-fragment-loss'> = {
  id: 'ip-fragment-loss',
  severity: 'error',
  tier: 'transport',
  check(notes, { below }) {
    const groups = untold('ip-fragment-loss', below, notes, ({ fact, from, to }) => {
      // Without its first fragment it may be anything; between two that exchange SIP it may well be that.
      const unknown = from.port === 0 && fact.protocol === UDP;
      const between = below.sawAddresses(from, to) || below.sawAddresses(to, from);
      if (!fact.sip && !(unknown && between)) return null;
      return isFiltered(fact) ? 'filtered' : `${from.address} ${to.address} ${fact.callId}`;
    });
    return groups.map((group) => {
      const [first] = group as [PlacedFact<FragmentLossFact>];
      const filtered = isFiltered(first.fact);
      const count = group.reduce((sum, { fact }) => sum + fact.count, 0);
      const { fact, from, to } = first;
      const call =
        filtered || fact.callId !== ''
          ? null
          : notes.lacks.only(from.address, to.address, fact.time);
      return {
        rule: 'ip-fragment-loss',
        severity: filtered ? 'info' : first.fact.callId === '' ? 'warning' : 'error',
        // That it is the call's is a guess, however sure the loss.
        confidence: call === null && (filtered || count > 1) ? 'likely' : 'possible',
        status: 'present',
        scope: filtered ? 'capture' : 'endpoint',
        args: { ...fragmentArgs(first, count), filtered, nearby: call?.callId ?? '' },
        evidence: proofsOf(group),
        calls: filtered ? callsOf(group, notes) : call === null ? [] : [call.mark],
      };
    });
  },
};
