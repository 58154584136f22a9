import type { Call } from '../../../call/types.ts';
import { field, hasField } from '../../../sip/field.ts';
import { shown } from '../../evidence.ts';
import { callerRefusal, namedIn } from '../../facts/caller-refusal.ts';
import type { Rule } from '../../rule.ts';

/** Longest text that is quoted, in characters. */
const MAX_TEXT = 120;

/**
 * The callee does not take calls with a hidden number: 433 (RFC 5079), or a refusal with Q.850 cause 24 or such words to a
 * caller that is anonymous.
 */
export const anonymousRejected: Rule<'anonymous-rejected', Call> = {
  id: 'anonymous-rejected',
  severity: 'info',
  tier: 'policy',
  kinds: ['call'],
  needs: ['invite-failed'],
  applies: ({ final }) => final !== null && final.status >= 400,
  check(call, context) {
    const found = callerRefusal(call, context);
    if (found?.what !== 'anonymous') return [];
    const { hop, message, request, how } = found;
    const hidden = hasField(request, 'Privacy');
    return [
      {
        rule: 'anonymous-rejected',
        severity: 'info',
        confidence: how === 'cause' ? 'likely' : 'proven',
        status: 'present',
        scope: 'call',
        args: {
          code: message.status,
          phrase: message.phrase.trim().slice(0, MAX_TEXT),
          node: hop.server.name,
          how,
          from: namedIn(request, 'From'),
          privacy: (field(request, 'Privacy') ?? '').slice(0, MAX_TEXT),
        },
        evidence: [
          shown(request, hidden ? 'Privacy' : 'From'),
          shown(message, how === 'cause' ? 'Reason' : undefined),
        ],
      },
    ];
  },
};
