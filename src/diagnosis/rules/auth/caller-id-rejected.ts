import type { Call } from '../../../call/types.ts';
import { hasField } from '../../../sip/field.ts';
import { shown } from '../../evidence.ts';
import { callerRefusal, namedIn } from '../../facts/caller-refusal.ts';
import type { Rule } from '../../rule.ts';

/** Longest phrase that is quoted, in characters. */
const MAX_TEXT = 120;

/**
 * A refusal whose phrase or Warning is about the calling number (RFC 3261 §21.4.4 leaves the reason to the words). Vendors
 * word it as they like; what is not recognised remains a plain 403.
 */
export const callerIdRejected: Rule<'caller-id-rejected', Call> = {
  id: 'caller-id-rejected',
  severity: 'error',
  tier: 'policy',
  kinds: ['call'],
  needs: ['invite-failed'],
  applies: ({ final }) => final !== null && final.status >= 400,
  check(call, context) {
    const found = callerRefusal(call, context);
    if (found?.what !== 'caller-id') return [];
    const { hop, message, request, warning } = found;
    const asserted = hasField(request, 'P-Asserted-Identity');
    return [
      {
        rule: 'caller-id-rejected',
        severity: 'error',
        confidence: 'likely',
        status: 'present',
        scope: 'call',
        args: {
          code: message.status,
          phrase: message.phrase.trim().slice(0, MAX_TEXT),
          warning: warning.slice(0, MAX_TEXT),
          node: hop.server.name,
          from: namedIn(request, 'From'),
          asserted: namedIn(request, 'P-Asserted-Identity'),
          preferred: namedIn(request, 'P-Preferred-Identity'),
          remoteParty: namedIn(request, 'Remote-Party-ID'),
        },
        evidence: [
          shown(request, asserted ? 'P-Asserted-Identity' : 'From'),
          shown(message, warning === '' ? undefined : 'Warning'),
        ],
      },
    ];
  },
};
