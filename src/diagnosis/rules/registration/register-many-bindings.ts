import { countContacts } from '../../../call/registration.ts';
import type { OtherConversation } from '../../../call/types.ts';
import { shown } from '../../evidence.ts';
import { lastSettled, partiesOf } from '../../facts/registration.ts';
import type { Rule } from '../../rule.ts';

/** A registrar that lists more bindings for one address than a person has devices: calls fork to all of them (RFC 3261 §16.6). */
export const registerManyBindings: Rule<'register-many-bindings', OtherConversation> = {
  id: 'register-many-bindings',
  severity: 'info',
  tier: 'policy',
  kinds: ['registration'],
  needs: ['register'],
  check(conversation, { thresholds }) {
    const last = lastSettled(conversation);
    if (last === null || last.request === null || last.final.status >= 300) return [];
    const bindings = countContacts(last.final);
    if (bindings <= thresholds['register.bindings']) return [];
    return [
      {
        rule: 'register-many-bindings',
        severity: 'info',
        confidence: 'proven',
        status: 'present',
        scope: 'registration',
        args: { ...partiesOf(last.request), bindings },
        evidence: [shown(last.final, 'Contact')],
      },
    ];
  },
};
