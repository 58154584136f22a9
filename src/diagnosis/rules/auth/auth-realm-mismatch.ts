import { partiesOf, refusedTries } from '../../facts/digest-attempts.ts';
import { digestProof } from '../../facts/digest-proof.ts';
import { digestRule, severityOf } from '../../facts/digest-rule.ts';

/**
 * The client answered a challenge with credentials for another realm and was refused; none of its credentials was for the
 * realm that asked (RFC 7616 §3.4: the value of the challenge is repeated). Of several challenges, each is matched.
 */
export const authRealmMismatch = digestRule({
  id: 'auth-realm-mismatch',
  severity: 'error',
  find(view) {
    const decisive = refusedTries(view.run).findLast(
      ({ rejection: { given, before } }) => before !== null && given.realm !== before.realm,
    );
    if (decisive === undefined || view.run.accepted) return null;
    const { one, rejection } = decisive;
    return {
      severity: severityOf(view),
      confidence: 'proven',
      status: 'present',
      args: {
        ...partiesOf(one, rejection.given, rejection.given.realm),
        asked: rejection.again.realm.slice(0, MAX_REALM),
      },
      evidence: digestProof(view.run, [one]),
    };
  },
});

/** Longest realm that is quoted, in characters. */
const MAX_REALM = 80;
