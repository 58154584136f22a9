import { sawEnough } from '../../call/horizon.ts';
import { openedAt } from '../../call/hops.ts';
import type { Judged } from '../../call/types.ts';
import type { RuleId } from '../../model/rule-args.ts';
import { SEVERITIES, type Scope, type Severity } from '../../model/vocabulary.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';
import { us } from '../thresholds.ts';
import { mayBeRefusedCredentials } from './auth-glance.ts';
import { digestRuns, type DigestRun, type DigestTry } from './digest-chains.ts';
import { EVERY_KIND } from './syntax.ts';

/** A run with what its conversation and the capture say about it. */
export interface RunView {
  readonly run: DigestRun;
  readonly last: DigestTry;
  readonly conversation: Judged;
  readonly context: RuleContext;
  /** The client got through, in this run or a later one. */
  readonly accepted: boolean;
  /** Nothing followed the last try: `ended` where something would have been seen, `open` where the capture stops too soon. */
  readonly afterwards: 'ended' | 'open' | 'more';
}

type Draft<R extends RuleId> = Omit<Finding<R>, 'rule' | 'scope'>;

interface Shape<R extends RuleId> {
  readonly id: R;
  readonly severity: Severity;
  find(view: RunView): Draft<R> | null;
}

/** A rule that looks at each run of requests between challenge and success; one finding a conversation, the worst. */
export function digestRule<R extends RuleId>({ id, severity, find }: Shape<R>): Rule<R> {
  return {
    id,
    severity,
    tier: 'policy',
    kinds: EVERY_KIND,
    needs: ['client-error'],
    applies: mayBeRefusedCredentials,
    check(conversation, context) {
      const runs = digestRuns(conversation, context);
      const [worst] = runs
        .flatMap((run, at) => find(viewOf(run, at, runs, conversation, context)) ?? [])
        .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
      return worst === undefined ? [] : [{ rule: id, scope: scopeOf(conversation), ...worst }];
    },
  };
}

function viewOf(
  run: DigestRun,
  at: number,
  runs: readonly DigestRun[],
  conversation: Judged,
  context: RuleContext,
): RunView {
  const last = run.tries.at(-1) as DigestTry;
  const later = runs
    .slice(at + 1)
    .filter(({ method, client }) => method === run.method && client === run.client);
  return {
    run,
    last,
    conversation,
    context,
    accepted: run.accepted || later.some(({ accepted }) => accepted),
    afterwards: later.length > 0 ? 'more' : whatFollows(last, conversation, context),
  };
}

/** Whether a request of the method came after the last challenge, from whatever address, in the time that a client needs. */
function whatFollows(
  { hop, request }: DigestTry,
  { transactions }: Judged,
  { surroundings, thresholds }: RuleContext,
): RunView['afterwards'] {
  const { final, method } = hop;
  if (final === null) return 'more';
  const goesOn = transactions.some(
    (other) =>
      other.method === method &&
      other !== hop &&
      openedAt(other) > final.time &&
      // Its own BYE, say, is no answer of the other side.
      other.request?.crossedTags(request) !== true,
  );
  if (goesOn) return 'more';
  return sawEnough(surroundings, final.time, us(thresholds['auth.retry'])) ? 'ended' : 'open';
}

function scopeOf({ kind }: Judged): Scope {
  return kind === 'registration' ? 'registration' : 'call';
}

/** Without these there is no call or no registration; other requests only do less. */
export function isVital({ request }: DigestTry): boolean {
  return request.method === 'REGISTER' || (request.method === 'INVITE' && !request.hasToTag);
}

/** How bad it is that a run ended in a refusal. */
export function severityOf({ last, accepted }: RunView): Severity {
  return !accepted && isVital(last) ? 'error' : 'warning';
}
