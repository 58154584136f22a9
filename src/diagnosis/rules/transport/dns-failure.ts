import { producerOf } from '../../../call/producer.ts';
import type { Call } from '../../../call/types.ts';
import { requestOf, shown } from '../../evidence.ts';
import type { Rule } from '../../rule.ts';

/** Codes that come with a complaint about DNS: Kamailio's 476 and 478, and what gateways and proxies answer themselves. */
const CODES: ReadonlySet<number> = new Set([404, 476, 478, 480, 500, 502, 503, 504]);
const SAYS_SO =
  /\bdns\b|unresolv|name resolution|resolve (?:the )?(?:host|destination|domain)|(?:host|domain) not found|unknown host|nxdomain|servfail|enotfound/i;
/** Longest phrase that is looked at, in characters. */
const MAX_PHRASE = 120;

/** A node says in its response that DNS gave it no next hop. */
export const dnsFailure: Rule<'dns-failure', Call> = {
  id: 'dns-failure',
  severity: 'error',
  tier: 'transport',
  kinds: ['call'],
  needs: ['invite-failed'],
  applies: ({ final, stage }) => stage !== 'answered' && final !== null && CODES.has(final.status),
  check({ invite, final }) {
    if (invite === null || final === null) return [];
    const phrase = final.phrase.slice(0, MAX_PHRASE);
    if (final.status !== 478 && !SAYS_SO.test(phrase)) return [];
    const { hop, message } = producerOf(invite, final);
    return [
      {
        rule: 'dns-failure',
        severity: 'error',
        confidence: 'likely',
        status: 'present',
        scope: 'call',
        args: { node: hop.server.name, code: final.status, phrase },
        evidence: [requestOf(hop), shown(message)],
      },
    ];
  },
};
