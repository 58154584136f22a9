import { CHALLENGES } from '../../../call/closing.ts';
import { algorithmName, algorithmsOf, partiesOf } from '../../facts/digest-attempts.ts';
import { sameAlgorithm } from '../../facts/digest-chains.ts';
import { digestProof } from '../../facts/digest-proof.ts';
import { digestRule, severityOf } from '../../facts/digest-rule.ts';

const MD5 = /^MD5(?:-sess)?$/i;

/**
 * The server takes only newer algorithms than MD5 (RFC 8760), and the client answered with one that was not offered and
 * was refused, or did not answer at all. A server that also offers MD5 is no case.
 */
export const authAlgorithmUnsupported = digestRule({
  id: 'auth-algorithm-unsupported',
  severity: 'error',
  find(view) {
    const { run, last, accepted, afterwards } = view;
    const { hop, asked, rejection } = last;
    if (accepted || afterwards !== 'ended' || !CHALLENGES.has(hop.final?.status ?? 0)) return null;
    const digests = asked.filter(
      ({ scheme, realm }) => scheme === 'digest' && realm === (rejection?.again.realm ?? realm),
    );
    const offered = algorithmsOf(digests);
    if (digests.length === 0 || offered.some((algorithm) => MD5.test(algorithm))) return null;
    const used = rejection === null ? '' : algorithmName(rejection.given.algorithm);
    if (used !== '' && offered.some((algorithm) => sameAlgorithm(algorithm, used))) return null;
    return {
      severity: severityOf(view),
      confidence: used === '' ? 'likely' : 'proven',
      status: 'present',
      args: {
        ...partiesOf(last, rejection?.given ?? null, digests[0]?.realm ?? ''),
        offered: offered.slice(0, MAX_NAMED),
        used,
      },
      evidence: digestProof(run, [last]),
    };
  },
});

/** Algorithms that are named. */
const MAX_NAMED = 4;
