import type { Call, Transaction } from '../../../call/types.ts';
import { requestOf, shown } from '../../evidence.ts';
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
 * again, a side did not wait before it asked again, or the change never came. One glare that resolves itself is normal.
 */
export const resp491Glare: Rule<'resp-491-glare', Call> = {
  id: 'resp-491-glare',
  severity: 'warning',
  tier: 'race',
  kinds: ['call'],
  needs: ['client-error', 'answer'],
  check(call) {
    const changes = changesOf(call);
    const glares = changes.filter(({ final }) => final?.status === PENDING);
    const [first] = glares;
    const last = glares.at(-1);
    if (first === undefined || last === undefined) return [];
    const resolved = changes.some(
      ({ final }) => final !== null && final.status < 300 && final.time > timeOf(last),
    );
    const early = glares.some((glare) => askedEarly(glare, changes, call));
    if (resolved && !early && glares.length === 1) return [];
    const evidence = glares
      .slice(0, MAX_SHOWN)
      .flatMap((glare): Proof[] => [
        requestOf(glare),
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
          asker: first.client.name,
          node: first.server.name,
          glares: glares.length,
          resolved,
          early,
        },
        evidence: evidence as [Proof, ...Proof[]],
      },
    ];
  },
};

/** Offers in the dialog, each where it was seen first. */
function changesOf({ transactions }: Call): Transaction[] {
  const seen = new Set<string>();
  return transactions.filter(({ method, cseq, request }) => {
    if (request === null || !request.hasToTag) return false;
    if (method !== 'INVITE' && method !== 'UPDATE') return false;
    const key = `${request.fromTag} ${cseq}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The caller owns the Call-ID; the other side may ask again at once. */
function askedEarly(
  glare: Transaction,
  changes: readonly Transaction[],
  { invite }: Call,
): boolean {
  const owner = invite?.request?.fromTag;
  const asked = glare.request?.fromTag;
  if (owner === undefined || asked !== owner) return false;
  return changes.some(
    ({ request }) =>
      request !== null &&
      request.fromTag === owner &&
      request.time > timeOf(glare) &&
      request.time - timeOf(glare) < OWNER_WAITS,
  );
}

function timeOf({ final }: Transaction): number {
  return final?.time ?? Number.NaN;
}
