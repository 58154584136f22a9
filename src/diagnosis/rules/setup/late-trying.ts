import { openedAt } from '../../../call/hops.ts';
import type { Call, Transaction } from '../../../call/types.ts';
import { requestOf, shown } from '../../evidence.ts';
import type { Rule } from '../../rule.ts';
import { us } from '../../thresholds.ts';

/** The first response to an INVITE came after the 200 ms in which a server has to send a 100 (RFC 3261 §17.2.1). */
export const lateTrying: Rule<'late-trying', Call> = {
  id: 'late-trying',
  severity: 'warning',
  tier: 'transport',
  kinds: ['call'],
  applies: ({ rounds }) => rounds.length > 0,
  check(call, { thresholds, below }) {
    const limit = us(thresholds['trying.late']);
    const late: Transaction[] = [];
    for (const { hops } of call.rounds) {
      for (const hop of hops) if (delayOf(hop) > limit && !isLateBeyond(hop, limit)) late.push(hop);
    }
    // One finding a call: the node that took longest.
    const [worst] = late.sort((a, b) => delayOf(b) - delayOf(a) || openedAt(a) - openedAt(b));
    const first = worst?.responses[0];
    if (worst === undefined || first === undefined) return [];
    const delayUs = delayOf(worst);
    const copies = 1 + worst.retransmissions.filter(({ time }) => time <= first.time).length;
    // Who sends again has heard nothing; who should have and did not (Timer A) may have heard what was not captured.
    const forced = delayUs >= us(thresholds['trying.warn']);
    const quiet = forced && copies === 1 && worst.request?.transport === 'udp';
    const unsure = quiet || (copies === 1 && below.isLossy(first.source));
    return [
      {
        rule: 'late-trying',
        severity: forced && !quiet ? 'warning' : 'info',
        confidence: unsure ? 'likely' : 'proven',
        status: 'present',
        scope: 'leg',
        args: {
          node: worst.server.name,
          delayUs,
          copies,
        },
        evidence: [requestOf(worst), shown(first)],
      },
    ];
  },
};

/** A response so soon after a copy answers the copy: the INVITE before it was lost on the way, µs. */
const ANSWERS_COPY = 100_000;

/** The INVITE that was heard to its first response on this hop, µs; -1 when one of them was not seen. */
function delayOf({ request, responses, retransmissions }: Transaction): number {
  const first = responses[0];
  if (request === null || first === undefined) return -1;
  const copy = retransmissions.findLast(({ time }) => time <= first.time);
  const heard = copy !== undefined && first.time - copy.time < ANSWERS_COPY ? copy : request;
  return first.time - heard.time;
}

/** A node that relays without a 100 of its own is as late as the node beyond it. */
function isLateBeyond({ downstream, responses }: Transaction, limit: number): boolean {
  const first = responses[0];
  return downstream.some((next) => {
    const theirs = next.responses[0];
    return (
      delayOf(next) > limit &&
      first !== undefined &&
      theirs !== undefined &&
      theirs.time <= first.time
    );
  });
}
