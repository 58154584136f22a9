import { attemptsOf, differencesOf, partiesOf, refusedTries } from '../../facts/digest-attempts.ts';
import { digestProof } from '../../facts/digest-proof.ts';
import { digestRule, severityOf } from '../../facts/digest-rule.ts';

/**
 * Credentials that were refused with a new challenge for the same realm, `stale` absent or false (RFC 7616 §3.3) and no word of the nonce: as often
 * as `auth.loop` says, or once where the client gave up after it (RFC 3261 §22.1: the same credentials are not to be tried
 * again). What the client sent before it was asked does not count: its nonce may just have been too old.
 */
export const authLoopWrongCredentials = digestRule({
  id: 'auth-loop-wrong-credentials',
  severity: 'error',
  find(view) {
    const { run, last, accepted, afterwards, context } = view;
    const refused = refusedTries(run).filter(
      ({ rejection }) => rejection.before !== null && !rejection.stale,
    );
    const decisive = refused.at(-1);
    if (decisive === undefined) return null;
    const isLoop = refused.length >= context.thresholds['auth.loop'];
    if (!isLoop && (afterwards === 'more' || decisive.one !== last)) return null;
    const open = !isLoop && afterwards === 'open';
    const { one, rejection } = decisive;
    return {
      severity: open ? 'warning' : severityOf(view),
      confidence: open ? 'possible' : 'proven',
      status: open ? 'inconclusive' : 'present',
      args: {
        ...partiesOf(one, rejection.given, rejection.again.realm),
        rejections: refused.length,
        accepted,
        attempts: attemptsOf(refused),
        differences: differencesOf(refused),
      },
      evidence: digestProof(
        run,
        refused.map((each) => each.one),
      ),
    };
  },
});
