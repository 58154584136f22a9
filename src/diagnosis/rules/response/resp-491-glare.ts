import type { Call } from '../../../call/types.ts';
import { requestOf, shown } from '../../evidence.ts';
import { changes as changesOf } from '../../facts/changes.ts';
import { type DialogRequest, reachedBy } from '../../facts/in-dialog.ts';
import type { Proof, Rule } from '../../rule.ts';

const PENDING = 491;
/** Glares of one dialog that are worth a warning. */
const MANY = 3;
/** The owner of the Call-ID waits at least this long before it asks again (RFC 3261 §14.1), µs; a little is allowed for. */
const OWNER_WAITS = 2_000_000;
/** Glares that are shown. */
const MAX_SHOWN = 3;

/**
 * Both sides wanted to change the session at the same time (RFC 3261 §14.2), and it did not end with that: it happened
 * again, a side did not wait before it asked again, or the change never came. One glare that resolves itself is normal. Two
 * requests that met are one glare, although each side refuses the other's.
 */
export const resp491Glare: Rule<'resp-491-glare', Call> = {
  id: 'resp-491-glare',
  severity: 'warning',
  tier: 'race',
  kinds: ['call'],
  needs: ['client-error', 'answer'],
  check(call, context) {
    const changes = changesOf(call, context);
    const refused = changes.filter(({ final }) => final?.status === PENDING);
    const glares = refused.filter((one, at) => !refused.slice(0, at).some((two) => met(one, two)));
    const [first] = glares;
    const last = refused.at(-1);
    if (first === undefined || last === undefined) return [];
    const resolved = changes.some(
      ({ final }) => final !== null && final.status < 300 && final.time > timeOf(last),
    );
    const early = refused.some((glare) => askedEarly(glare, changes, call));
    if (resolved && !early && glares.length === 1) return [];
    const evidence = glares
      .slice(0, MAX_SHOWN)
      .flatMap((glare): Proof[] => [
        requestOf(glare.hops[0]),
        ...(glare.final === null ? [] : [shown(glare.final)]),
      ]);
    return [
      {
        rule: 'resp-491-glare',
        severity: glares.length >= MANY ? 'warning' : 'info',
        confidence: 'proven',
        status: 'present',
        scope: 'dialog',
        args: {
          method: first.method,
          asker: first.request.sender.name,
          node: reachedBy(first),
          glares: glares.length,
          resolved,
          early,
        },
        evidence: evidence as [Proof, ...Proof[]],
      },
    ];
  },
};

/** Two requests of opposite sides that were under way at the same time. */
function met(one: DialogRequest, two: DialogRequest): boolean {
  if (one.request.fromTag === two.request.fromTag) return false;
  return one.request.time <= timeOf(two) && two.request.time <= timeOf(one);
}

/** The caller owns the Call-ID; the other side may ask again at once. */
function askedEarly(
  glare: DialogRequest,
  changes: readonly DialogRequest[],
  { invite }: Call,
): boolean {
  const owner = invite?.request?.fromTag;
  if (owner === undefined || glare.request.fromTag !== owner) return false;
  return changes.some(
    ({ request }) =>
      request.fromTag === owner &&
      request.time > timeOf(glare) &&
      request.time - timeOf(glare) < OWNER_WAITS,
  );
}

function timeOf({ final }: DialogRequest): number {
  return final?.time ?? Number.NaN;
}
