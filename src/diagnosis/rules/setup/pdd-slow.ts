import { dialledRounds } from '../../../call/dialling.ts';
import { openedAt } from '../../../call/hops.ts';
import type { Call, Round } from '../../../call/types.ts';
import type { SetupArgs } from '../../../model/rule-args.ts';
import type { Message } from '../../../sip/message.ts';
import { shown } from '../../evidence.ts';
import type { Proof, Rule } from '../../rule.ts';
import { us } from '../../thresholds.ts';
import { pathOf } from '../../facts/path.ts';

type Slice = SetupArgs['pdd-slow']['biggest'];

/** Post-dial delay (RFC 6076 §4.3): first INVITE of the attempt to the first thing that the caller can hear or see. */
export const pddSlow: Rule<'pdd-slow', Call> = {
  id: 'pdd-slow',
  severity: 'error',
  tier: 'race',
  kinds: ['call'],
  applies: ({ milestones }) => (milestones.progress ?? milestones.answer) !== null,
  check(call, { thresholds, below }) {
    const { milestones, invite } = call;
    const rounds = dialledRounds(call.rounds);
    const heardAt = milestones.progress ?? milestones.answer;
    const first = rounds[0]?.hops[0]?.request ?? null;
    const heard = invite?.responses.find(({ time, status }) => time === heardAt && status > 100);
    if (heardAt === null || first === null || heard === undefined) return [];
    if (isOneOfSeveral(call)) return [];
    const pddUs = heardAt - first.time;
    if (!(pddUs >= us(thresholds['pdd.notice']))) return [];

    const slices = slicesOf(rounds, heardAt);
    const [biggest, biggestUs] = [...slices].sort((a, b) => b[1] - a[1])[0] as [Slice, number];
    return [
      {
        rule: 'pdd-slow',
        severity:
          pddUs >= us(thresholds['pdd.high'])
            ? 'error'
            : pddUs >= us(thresholds['pdd.warn'])
              ? 'warning'
              : 'info',
        // A response that the caller heard earlier may be among what was not captured.
        confidence: below.isLossy(heard.source) ? 'likely' : 'proven',
        status: 'present',
        scope: 'call',
        args: { pddUs, biggest, biggestUs },
        evidence: [shown(first), ...betweenOf(rounds, invite, first, heard), shown(heard)],
      },
    ];
  },
};

/** A node tried several targets for a caller that was not seen: an earlier one may have rung for it. */
function isOneOfSeveral({ invite, rounds }: Call): boolean {
  const [first] = rounds.find(({ hops }) => invite !== null && hops.includes(invite))?.hops ?? [];
  return first !== undefined && first !== invite && first.upstream === null;
}

/** Where the time went: each earlier round belongs to the response that made it necessary, the last one to routing. */
function slicesOf(rounds: readonly Round[], heardAt: number): Map<Slice, number> {
  const slices = new Map<Slice, number>([
    ['auth', 0],
    ['redirect', 0],
    ['routing', 0],
  ]);
  for (const [at, { hops }] of rounds.entries()) {
    const [first] = hops;
    if (first === undefined) continue;
    const next = rounds[at + 1]?.hops[0];
    const slice = next === undefined ? 'routing' : causeOf(first.final);
    const end = next === undefined ? heardAt : openedAt(next);
    slices.set(slice, (slices.get(slice) as number) + end - openedAt(first));
  }
  return slices;
}

function causeOf(final: Message | null): Slice {
  if (final === null) return 'routing';
  if (final.status === 401 || final.status === 407) return 'auth';
  return final.status < 400 ? 'redirect' : 'routing';
}

/** The responses that called for another round, then the hops that the last INVITE took. */
function betweenOf(
  rounds: readonly Round[],
  invite: Call['invite'],
  first: Message,
  heard: Message,
): Proof[] {
  const rejected = rounds.slice(0, -1).map(({ hops }) => hops[0]?.final ?? null);
  const path = invite === null ? [] : pathOf(invite, heard).map(({ request }) => request);
  return [...rejected, ...path]
    .filter((message) => message !== null && message !== first)
    .map((message) => shown(message as Message));
}
