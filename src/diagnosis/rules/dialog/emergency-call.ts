import type { Call } from '../../../call/types.ts';
import { isPersonalDevice } from '../../../catalog/user-agents.ts';
import { agentOf, producerOf } from '../../../call/producer.ts';
import { OUTCOME_CLASS } from '../../../model/outcome-class.ts';
import type { EndingArgs } from '../../../model/dialog-args.ts';
import { field, hasField } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import { callerOf } from '../../../sip/party.ts';
import { parseUri } from '../../../sip/values/uri.ts';
import { requestOf, shown } from '../../evidence.ts';
import type { Rule } from '../../rule.ts';

type How = EndingArgs['emergency-call']['how'];

/** Emergency numbers of many countries; 112 to 115 are those of Viet Nam. */
const NUMBERS: ReadonlySet<string> = new Set([
  '000',
  '110',
  '111',
  '112',
  '113',
  '114',
  '115',
  '119',
  '911',
  '999',
]);
/** A service URN of RFC 5031 §4.2. */
const SOS = /^urn:service:sos\b/i;
/** A Request-URI whose user is three digits and nothing else. */
const SHORT_NUMBER = /^(?:sips?:(?=\d{3}(?:[:;][^@]*)?@)|tel:(?=\d{3}(?:[;?]|$)))(\d{3})/i;
/** A caller with such an address has short numbers around him: these digits may be an extension as well. */
const SHORT_PLAN = /^\d{1,3}(@|$)/;

/**
 * A call to an emergency service that did not get through. It is known by its service URN (RFC 5031), by its priority (RFC
 * 7135, `esnet`), or by its digits where those cannot be an extension. Why it failed is told by the other findings.
 */
export const emergencyCall: Rule<'emergency-call', Call> = {
  id: 'emergency-call',
  severity: 'error',
  tier: 'user',
  kinds: ['call'],
  applies: ({ outcome, invite }) => OUTCOME_CLASS[outcome] === 'failure' && invite !== null,
  check({ rounds, invite, final }) {
    const hop = rounds[0]?.hops[0] ?? invite;
    const request = hop?.request ?? null;
    if (!hop || request === null) return [];
    const service = serviceOf(request);
    if (service === null) return [];
    if (service.how === 'digits' && mayBeExtension(request, final)) return [];
    return [
      {
        rule: 'emergency-call',
        severity: 'error',
        confidence: service.how === 'digits' ? 'likely' : 'proven',
        status: 'present',
        scope: 'call',
        args: {
          ...service,
          node: (final === null || invite === null ? hop : producerOf(invite, final).hop).server
            .name,
          code: final?.status ?? 0,
          phrase: final?.phrase ?? '',
          hasLocation: hasField(request, 'Geolocation'),
        },
        evidence: [requestOf(hop), ...(final === null ? [] : [shown(final)])],
      },
    ];
  },
};

function serviceOf(request: Message): { service: string; how: How } | null {
  const { requestUri } = request;
  if (SOS.test(requestUri)) return { service: requestUri.slice(0, 60), how: 'urn' };
  if (/\besnet\.\d/i.test(field(request, 'Resource-Priority') ?? '')) {
    const user = parseUri(requestUri)?.user.split(';', 1)[0] ?? '';
    return { service: user, how: 'priority' };
  }
  const digits = SHORT_NUMBER.exec(requestUri)?.[1] ?? '';
  return NUMBERS.has(digits) ? { service: digits, how: 'digits' } : null;
}

function mayBeExtension(request: Message, final: Message | null): boolean {
  if (SHORT_PLAN.test(callerOf(request))) return true;
  return final !== null && isPersonalDevice(agentOf(final));
}
