import { CHALLENGES } from '../../../call/closing.ts';
import type { Transaction } from '../../../call/types.ts';
import type { Given } from '../../../sip/auth-fields.ts';
import { requestOf } from '../../evidence.ts';
import { partiesOf } from '../../facts/digest-attempts.ts';
import { digestRuns, type DigestTry } from '../../facts/digest-chains.ts';
import { challengeShown } from '../../facts/digest-proof.ts';
import { digestRule, type RunView } from '../../facts/digest-rule.ts';
import { sameTarget } from '../../facts/same-target.ts';

/**
 * Refused credentials whose `uri` is not the Request-URI that the server saw (RFC 7616 §3.4.6: it may refuse them for
 * that). Parameters and the default port do not count. A node between may rewrite the Request-URI rightly, and most
 * servers accept it: only credentials that were refused are told, and none where the like was accepted.
 */
export const authUriMismatch = digestRule({
  id: 'auth-uri-mismatch',
  severity: 'warning',
  find(view) {
    const { last } = view;
    const given = last.rejection?.given ?? refusedFor(last);
    if (given === null || given.uri === '' || isTaken(view)) return null;
    const hop = sameTarget(given.uri, last.request.requestUri)
      ? rewrittenAt(view, given)
      : last.hop;
    const request = hop?.request ?? null;
    if (hop === null || request === null) return null;
    const rewritten = hop !== last.hop;
    return {
      severity: 'warning',
      confidence: rewritten ? 'possible' : 'likely',
      status: 'present',
      args: {
        ...partiesOf(last, given, given.realm),
        server: hop.server.name,
        uri: given.uri.slice(0, MAX_URI),
        requestUri: request.requestUri.slice(0, MAX_URI),
        rewritten,
      },
      evidence: [
        requestOf(last.hop),
        ...(rewritten ? [requestOf(hop)] : []),
        ...(hop.final === null ? [] : [challengeShown(hop.final)]),
      ],
    };
  },
});

/** Longest URI that is quoted, in characters. */
const MAX_URI = 120;

/** Another request with such a difference was accepted: the server does not mind. */
function isTaken({ conversation, context }: RunView): boolean {
  return digestRuns(conversation, context).some(({ accepted, tries }) => {
    const last = tries.at(-1);
    return (
      accepted &&
      !!last?.given.some(({ uri }) => uri !== '' && !sameTarget(uri, last.request.requestUri))
    );
  });
}

function refusedFor({ hop, given }: DigestTry): Given | null {
  return hop.final?.status === 403 ? (given[0] ?? null) : null;
}

/** A later hop of the same request with another Request-URI, whose server refused as well. */
function rewrittenAt({ last, conversation }: RunView, given: Given): Transaction | null {
  const { cseq, method } = last.hop;
  return (
    conversation.transactions.find(
      (hop) =>
        hop !== last.hop &&
        hop.cseq === cseq &&
        hop.method === method &&
        hop.request !== null &&
        hop.final !== null &&
        (CHALLENGES.has(hop.final.status) || hop.final.status === 403) &&
        !sameTarget(given.uri, hop.request.requestUri),
    ) ?? null
  );
}
