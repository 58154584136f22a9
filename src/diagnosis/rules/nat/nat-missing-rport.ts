import type { Judged, Transaction } from '../../../call/types.ts';
import { OTHER_OUTCOME_CLASS, OUTCOME_CLASS } from '../../../model/outcome-class.ts';
import { fieldValues } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import { parseVia } from '../../../sip/values/via.ts';
import { requestOf, shown } from '../../evidence.ts';
import { EVERY_KIND } from '../../facts/syntax.ts';
import type { Rule } from '../../rule.ts';

/** Port of a Via without one (RFC 3261 §18.2.2). */
const DEFAULT_PORT = 5060;
/** Transactions of one conversation that are looked at (a bound for hostile input). */
const MAX_TRANSACTIONS = 64;

/** A response that went to the port in the Via, past the port that the request came from. */
interface Strayed {
  readonly hop: Transaction;
  readonly request: Message;
  readonly response: Message;
  readonly via: string;
  /** Copies of the request after it. */
  readonly copies: number;
}

/**
 * A request over UDP came from another port than its Via names and did not ask for the answer to come back the same way
 * (RFC 3581, `rport`); the response went to the Via's port, and the client repeated its request. A device that listens
 * there all the same does not repeat.
 */
export const natMissingRport: Rule<'nat-missing-rport'> = {
  id: 'nat-missing-rport',
  severity: 'error',
  tier: 'transport',
  kinds: EVERY_KIND,
  needs: ['repeated'],
  check(conversation) {
    for (const hop of conversation.transactions.slice(0, MAX_TRANSACTIONS)) {
      const strayed = strayedOf(hop);
      if (strayed === null) continue;
      const { request, response, via, copies } = strayed;
      return [
        {
          rule: 'nat-missing-rport',
          severity: hasFailed(conversation) ? 'error' : 'warning',
          confidence: 'likely',
          status: 'present',
          scope: 'call',
          args: {
            client: request.sender.name,
            node: response.sender.name,
            via,
            sentTo: response.receiver.name,
            method: hop.method,
            code: response.status,
            copies,
          },
          evidence: [requestOf(hop), shown(response, 'Via')],
        },
      ];
    }
    return [];
  },
};

function strayedOf(hop: Transaction): Strayed | null {
  const { request, responses, retransmissions } = hop;
  const [response] = responses;
  if (request === null || response === undefined || request.transport !== 'udp') return null;
  if (retransmissions.length === 0) return null;
  const via = parseVia(fieldValues(request, 'Via')[0] ?? '');
  const port = via.port ?? DEFAULT_PORT;
  if (via.rport !== null || via.host === '' || port === request.sender.port) return null;
  const { receiver } = response;
  if (receiver.port !== port || receiver.address !== request.sender.address) return null;
  const copies = retransmissions.filter(({ time }) => time > response.time).length;
  return copies === 0 ? null : { hop, request, response, via: `${via.host}:${port}`, copies };
}

function hasFailed(conversation: Judged): boolean {
  return conversation.kind === 'call'
    ? OUTCOME_CLASS[conversation.outcome] === 'failure'
    : OTHER_OUTCOME_CLASS[conversation.outcome] === 'failure';
}
