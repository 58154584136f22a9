import type { Call } from '../../../call/types.ts';
import type { NatArgs } from '../../../model/nat-args.ts';
import { type LostContact, lostContacts, mayLoseRequests } from '../../facts/lost-contact.ts';
import type { Rule } from '../../rule.ts';

type Why = NatArgs['contact-unroutable']['why'];

const LOOPBACK = /^(?:127\.\d|::1$|localhost$)/;

/**
 * A Contact that no request can be sent to: no address, no port, the loopback address, or a name under `.invalid`, which
 * only WebSocket clients may use (RFC 7118 §5; RFC 2606). Told where a request of the dialog was lost for it.
 */
export const contactUnroutable: Rule<'contact-unroutable', Call> = {
  id: 'contact-unroutable',
  severity: 'error',
  tier: 'transport',
  kinds: ['call'],
  applies: mayLoseRequests,
  check(call, context) {
    for (const lost of lostContacts(call, context)) {
      const why = faultOf(lost);
      if (why === null) continue;
      const { given, target, side, method, sender, code, dropped, proof } = lost;
      return [
        {
          rule: 'contact-unroutable',
          severity: dropped ? 'error' : 'warning',
          confidence: 'proven',
          status: 'present',
          scope: 'call',
          args: {
            contact: target.text,
            source: given.sender.name,
            side,
            method,
            sender,
            code,
            dropped,
            why,
          },
          evidence: [...proof],
        },
      ];
    }
    return [];
  },
};

function faultOf({ target, given }: LostContact): Why | null {
  const { host, uri } = target;
  if (host === '0.0.0.0' || host === '::') return 'unspecified';
  if (LOOPBACK.test(host)) return LOOPBACK.test(given.sender.address) ? null : 'loopback';
  if (uri.port === 0) return 'no-port';
  const onWebSocket = given.transport === 'ws' || given.transport === 'wss';
  return host.endsWith('.invalid') && !onWebSocket ? 'invalid' : null;
}
