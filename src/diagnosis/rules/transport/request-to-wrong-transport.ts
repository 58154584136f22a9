import type { Call } from '../../../call/types.ts';
import { field } from '../../../sip/field.ts';
import { requestOf, shown } from '../../evidence.ts';
import type { Rule } from '../../rule.ts';

/** Refusals that fit a scheme or a transport which the server does not accept. */
const REFUSALS: ReadonlySet<number> = new Set([403, 406, 416, 480, 494, 503]);
/** Warnings for SIPS not allowed and SIPS required (RFC 5630 §6). */
const WARNING = /^\s*(380|381)\b/;
const CLEAR: ReadonlySet<string> = new Set(['udp', 'tcp', 'ws', 'sctp']);
/** Longest URI that is told, in characters. */
const MAX_URI = 80;

/** A sips URI over a transport without TLS, refused for it. Behind a TLS proxy a sips URI in clear is common and works. */
export const requestToWrongTransport: Rule<'request-to-wrong-transport', Call> = {
  id: 'request-to-wrong-transport',
  severity: 'warning',
  tier: 'transport',
  kinds: ['call'],
  needs: ['invite-failed'],
  applies: ({ stage, final }) =>
    stage !== 'answered' && final !== null && REFUSALS.has(final.status),
  check({ invite, final }) {
    const request = invite?.request ?? null;
    if (invite === null || request === null || final === null) return [];
    const warning = Number(WARNING.exec(field(final, 'Warning') ?? '')?.[1] ?? 0);
    const uri = request.requestUri;
    const isSecure = /^sips:/i.test(uri) && CLEAR.has(request.transport);
    // Without the warning only 416 speaks of the scheme itself (RFC 3261 §21.4.14).
    if (warning === 0 && !(isSecure && final.status === 416)) return [];
    return [
      {
        rule: 'request-to-wrong-transport',
        severity: 'warning',
        confidence: warning === 0 ? 'likely' : 'proven',
        status: 'present',
        scope: 'call',
        args: {
          target: invite.server.name,
          uri: uri.slice(0, MAX_URI),
          transport: request.transport,
          warning,
          code: final.status,
        },
        evidence: [requestOf(invite), shown(final, warning === 0 ? undefined : 'Warning')],
      },
    ];
  },
};
