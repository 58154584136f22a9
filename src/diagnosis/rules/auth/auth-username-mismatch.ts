import { callerUser } from '../../facts/caller-user.ts';
import { isUser, partiesOf } from '../../facts/digest-attempts.ts';
import { digestProof } from '../../facts/digest-proof.ts';
import { digestRule } from '../../facts/digest-rule.ts';

/**
 * Refused credentials name another user than From does (of a REGISTER: To). An authentication name of its own is usual
 * (RFC 3261 §22.1 lets the realm decide), so it is a hint and told only where the credentials were refused.
 */
export const authUsernameMismatch = digestRule({
  id: 'auth-username-mismatch',
  severity: 'info',
  find({ run, last, accepted }) {
    const given = last.rejection?.given ?? (last.hop.final?.status === 403 ? last.given[0] : null);
    const user = callerUser(last.request);
    if (!given || accepted || user === '' || isUser(given, user)) return null;
    return {
      severity: 'info',
      confidence: 'possible',
      status: 'present',
      args: { ...partiesOf(last, given, given.realm), user: user.slice(0, MAX_USER) },
      evidence: digestProof(run, [last]),
    };
  },
});

/** Longest name that is quoted, in characters. */
const MAX_USER = 80;
