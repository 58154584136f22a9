import { CHALLENGES } from '../../../call/closing.ts';
import type { Judged, Transaction } from '../../../call/types.ts';
import {
  CHALLENGE_FIELD,
  challengesOf,
  credentialsOf,
  kindOfCode,
} from '../../../sip/auth-fields.ts';
import { fieldLines } from '../../../sip/field.ts';
import { requestOf } from '../../evidence.ts';
import { mayBeRefusedCredentials } from '../../facts/auth-glance.ts';
import { challengeShown } from '../../facts/digest-proof.ts';
import { EVERY_KIND } from '../../facts/syntax.ts';
import type { Finding, Rule } from '../../rule.ts';

/** Challenged requests, and those that follow, that are looked at (a bound for hostile input). */
const MAX_TRANSACTIONS = 64;

/**
 * A password travels readable: credentials of the Basic scheme (RFC 3261 §22 forbids it), or refused ones of digest with
 * the password as a parameter of their own. A server that offers nothing but Basic is told too. The values themselves are
 * never shown.
 */
export const authBasicOrCleartext: Rule<'auth-basic-or-cleartext'> = {
  id: 'auth-basic-or-cleartext',
  severity: 'warning',
  tier: 'policy',
  kinds: EVERY_KIND,
  needs: ['challenge'],
  applies: (conversation) =>
    mayBeRefusedCredentials(conversation) || conversation.transactions.some(mayOfferBasic),
  check({ transactions }: Judged) {
    const looked = transactions.slice(0, MAX_TRANSACTIONS);
    const sent = looked.find((one) => howSent(one) !== null);
    if (sent !== undefined) return [findingOf(sent, howSent(sent) ?? 'basic')];
    const offered = looked.find(offersBasic);
    return offered === undefined ? [] : [findingOf(offered, 'offered')];
  },
};

/** A digest challenge begins with its scheme, and nearly all do: the others are read. */
function mayOfferBasic({ final }: Transaction): boolean {
  if (final === null || !CHALLENGES.has(final.status)) return false;
  return fieldLines(final, CHALLENGE_FIELD[kindOfCode(final.status)]).some((line) =>
    /\bbasic\b/i.test(line),
  );
}

function offersBasic(one: Transaction): boolean {
  if (one.final === null || !mayOfferBasic(one)) return false;
  const asked = challengesOf(one.final);
  return asked.length > 0 && asked.every(({ scheme }) => scheme === 'basic');
}

function howSent({ request }: Transaction): 'basic' | 'password' | null {
  const given = request === null ? [] : credentialsOf(request);
  if (given.some(({ scheme }) => scheme === 'basic')) return 'basic';
  return given.some(({ cleartext }) => cleartext) ? 'password' : null;
}

function findingOf(
  hop: Transaction,
  how: 'offered' | 'basic' | 'password',
): Finding<'auth-basic-or-cleartext'> {
  const challenged = hop.final !== null && CHALLENGES.has(hop.final.status) ? hop.final : null;
  const asked = challenged === null ? [] : challengesOf(challenged);
  const given = hop.request === null ? [] : credentialsOf(hop.request);
  return {
    rule: 'auth-basic-or-cleartext',
    severity: 'warning',
    confidence: 'proven',
    status: 'present',
    scope: 'call',
    args: {
      client: hop.client.name,
      server: hop.server.name,
      how,
      realm: (asked[0]?.realm ?? given[0]?.realm ?? '').slice(0, MAX_REALM),
      transport: (hop.request ?? hop.final)?.transport.toUpperCase() ?? '',
    },
    evidence: [
      requestOf(hop),
      ...(how === 'offered' && challenged !== null ? [challengeShown(challenged)] : []),
    ],
  };
}

/** Longest realm that is quoted, in characters. */
const MAX_REALM = 80;
