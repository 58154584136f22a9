import type { Call } from '../../../call/types.ts';
import { recalled, shown, silence } from '../../evidence.ts';
import type { Proof, Rule } from '../../rule.ts';

/** How a registrar says that nobody is bound to the address, or a proxy that nobody is there any more. */
const NOT_THERE: ReadonlySet<number> = new Set([404, 408, 410, 430, 480, 503, 504]);
const NEVER_RANG: ReadonlySet<string> = new Set(['pre-trying', 'trying']);

/**
 * A call to an address whose last binding had run out when the INVITE came (RFC 3261 §10.2.4), and that reached nobody. An
 * address that was signed off, one with another living binding, and a call that rang are not meant.
 */
export const registerExpiredAtCall: Rule<'register-expired-at-call', Call> = {
  id: 'register-expired-at-call',
  severity: 'error',
  tier: 'policy',
  kinds: ['call'],
  needs: ['trouble'],
  applies: ({ stage, final, outcome }) =>
    NEVER_RANG.has(stage) &&
    (final === null ? outcome === 'failed-timeout' : NOT_THERE.has(final.status)),
  check({ rounds, final }, { surroundings }) {
    const request = rounds[0]?.hops[0]?.request;
    if (!request) return [];
    const lapsed = surroundings.registrations.lapsedFor(request);
    if (lapsed === null) return [];
    const { address, binding } = lapsed;
    const { last, until, place, granted } = binding;
    // Between two captures anything may have happened.
    if (!(last.time >= surroundings.captureStart)) return [];
    const evidence: [Proof, ...Proof[]] = [
      shown(request),
      recalled(last),
      silence(last.to, last.from, last.time, request.time, 'REGISTER'),
    ];
    if (final !== null) evidence.push(shown(final));
    return [
      {
        rule: 'register-expired-at-call',
        severity: 'error',
        confidence: 'proven',
        status: 'present',
        scope: 'call',
        args: {
          aor: address.name,
          place,
          agoUs: request.time - until,
          grantedS: granted,
          code: final?.status ?? 0,
          phrase: final?.phrase ?? '',
          node: (final?.sender ?? request.receiver).name,
        },
        evidence,
      },
    ];
  },
};
