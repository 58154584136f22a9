import { agentOf, madeBy } from '../../../call/producer.ts';
import type { Exchange, OtherConversation, Try } from '../../../call/types.ts';
import { calledOf } from '../../facts/number-form.ts';
import { requestOf, shown } from '../../evidence.ts';
import type { Message } from '../../../sip/message.ts';
import type { Finding, Rule } from '../../rule.ts';

/** Told by rules of their own: challenges, methods that are not taken, and where else to go. */
const TOLD_ELSEWHERE: ReadonlySet<number> = new Set([401, 405, 407, 501]);
/** It never was meant to arrive, or nobody is there: what users do, and no fault of a network. */
const USUAL: ReadonlySet<number> = new Set([404, 410, 480, 484, 486, 600, 603, 604]);

/** A text (RFC 3428) was refused for good, and its text is lost: no later MESSAGE with the same text was accepted. */
export const respMessageRefused: Rule<'resp-message-refused', OtherConversation> = {
  id: 'resp-message-refused',
  severity: 'warning',
  tier: 'routing',
  kinds: ['message'],
  needs: ['message', 'failure'],
  check({ tries, transactions }) {
    const found: Finding<'resp-message-refused'>[] = [];
    for (const [at, one] of tries.entries()) {
      const { request, final } = one;
      if (final === null || final.status < 400 || TOLD_ELSEWHERE.has(final.status)) continue;
      if (tries.slice(at + 1, at + 1 + MAX_LATER).some((later) => brought(later, request)))
        continue;
      const { hops } = one.exchanges.at(-1) as Exchange;
      const made = madeBy(final, transactions);
      const hop = hops.find(({ responses }) => responses.includes(made)) ?? hops[0];
      if (hop === undefined) continue;
      found.push({
        rule: 'resp-message-refused',
        severity: USUAL.has(final.status) ? 'info' : 'warning',
        confidence: 'proven',
        status: 'present',
        scope: 'call',
        args: {
          code: final.status,
          phrase: final.phrase,
          node: made.sender.name,
          agent: agentOf(made),
          reason: '',
          warning: '',
          outcome: 'failed-protocol',
          called: calledOf(request),
        },
        evidence: [requestOf(hop), shown(made), ...(made === final ? [] : [shown(final)])],
      });
      if (found.length === MAX_TOLD) break;
    }
    return found;
  },
};

/** Texts of one conversation that are told, and later ones that are compared (bounds for hostile input). */
const MAX_TOLD = 3;
const MAX_LATER = 64;

/** A later MESSAGE with the same text was accepted. */
function brought({ request, final }: Try, text: Message | null): boolean {
  if (final === null || final.status >= 300 || request === null || text === null) return false;
  const body = bodyOf(request);
  const lost = bodyOf(text);
  return body.length === lost.length && body.every((byte, at) => byte === lost[at]);
}

function bodyOf({ bytes, bodyStart, end }: Message): Uint8Array {
  return bytes.subarray(bodyStart, end);
}
