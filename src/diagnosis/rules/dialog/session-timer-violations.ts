import { sessionOf, type SessionTimer } from '../../../call/session-timer.ts';
import type { Call } from '../../../call/types.ts';
import type { SessionArgs } from '../../../model/dialog-args.ts';
import { field, fieldValues } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import { decimal } from '../../../sip/values/text.ts';
import { shown } from '../../evidence.ts';
import { sessionTimer } from '../../facts/refreshes.ts';
import type { Proof, Rule } from '../../rule.ts';

/** s; no session interval may be shorter (RFC 4028 §4). */
const SHORTEST = 90;
const LONGEST = 86_400;
const TOO_SMALL = 422;

type Args = SessionArgs['session-timer-violations'];

/**
 * A session timer was agreed against RFC 4028 (§4, §7.2, §9) and the call lasted past half its interval without a refresh,
 * so that it is about to show; or a caller met 422 again and again because it does not take Min-SE over (§7.1).
 */
export const sessionTimerViolations: Rule<'session-timer-violations', Call> = {
  id: 'session-timer-violations',
  severity: 'warning',
  tier: 'syntax',
  kinds: ['call'],
  needs: ['answer'],
  check(call, context) {
    const again = refusedAgain(call);
    if (again !== null) return [again];
    const timer = sessionTimer(call, context);
    if (timer === null || timer.request === null || !isDue(call, timer)) return [];
    const fault = faultOf(timer, timer.request);
    if (fault === null) return [];
    const [how, limitSeconds, name] = fault;
    return [
      findingOf(
        {
          how,
          node: timer.set.sender.name,
          sessionSeconds: timer.session.seconds,
          limitSeconds,
          refusals: 0,
        },
        [shown(timer.request, name), shown(timer.set, 'Session-Expires')],
      ),
    ];
  },
};

/** A refresh is due at half the interval (RFC 4028 §7.2); none came although the dialog went on. */
function isDue({ milestones }: Call, { set, session, attempts }: SessionTimer): boolean {
  const end = milestones.bye ?? milestones.last;
  const due = Math.max(session.seconds, SHORTEST) * 500_000;
  return attempts.length === 0 && end - set.time >= due;
}

type Fault = readonly [how: Args['how'], limit: number, field: string];

function faultOf({ session }: SessionTimer, request: Message): Fault | null {
  const asked = sessionOf(request);
  const minimum = decimal((field(request, 'Min-SE') ?? '').split(';', 1)[0] ?? '', LONGEST) ?? 0;
  if (session.seconds < SHORTEST) return ['too-short', SHORTEST, 'Session-Expires'];
  if (session.seconds < minimum) return ['below-minimum', minimum, 'Min-SE'];
  if (asked !== null && session.seconds > asked.seconds) {
    return ['raised', asked.seconds, 'Session-Expires'];
  }
  if (session.refresher === '') return ['no-refresher', 0, 'Session-Expires'];
  if (session.refresher === 'uac' && !supportsTimer(request)) return ['unable', 0, 'Supported'];
  return null;
}

function supportsTimer(request: Message): boolean {
  return ['Supported', 'Require'].some((name) =>
    fieldValues(request, name).some((option) => option.toLowerCase() === 'timer'),
  );
}

function refusedAgain({ rounds }: Call): ReturnType<typeof findingOf> | null {
  const refused = rounds.flatMap(({ hops }) => {
    const final = hops[0]?.final ?? null;
    return final?.status === TOO_SMALL ? [final] : [];
  });
  const [first, second] = refused;
  if (first === undefined || second === undefined) return null;
  const limitSeconds = decimal(field(second, 'Min-SE') ?? '', LONGEST) ?? 0;
  return findingOf(
    {
      how: 'refused-again',
      node: second.sender.name,
      sessionSeconds: 0,
      limitSeconds,
      refusals: refused.length,
    },
    [shown(first, 'Min-SE'), shown(second, 'Min-SE')],
  );
}

function findingOf(args: Args, evidence: [Proof, ...Proof[]]) {
  return {
    rule: 'session-timer-violations',
    severity: 'warning',
    confidence: 'proven',
    status: 'present',
    scope: 'dialog',
    args,
    evidence,
  } as const;
}
