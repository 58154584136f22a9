import type { Call, Transaction } from '../../../call/types.ts';
import type { IdentityArgs } from '../../../model/dialog-args.ts';
import { fieldValues } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import { requestOf, shown } from '../../evidence.ts';
import type { Rule } from '../../rule.ts';

/** Copies after the response, over UDP, that show that it was not taken. */
const COPIES = 2;
/** Longest Via that is shown, in characters. */
const MAX_VIA = 120;

interface Fault {
  readonly how: IdentityArgs['via-stack-broken']['how'];
  readonly response: Message;
  readonly found: string;
  readonly expected: string;
}

/**
 * A response came whose Vias are not those of the request: its top one is none of the receiver's (RFC 3261 §18.1.2), or there
 * are more or fewer of them than the request had (§8.1.3.3, §16.7). Told where the receiver went on repeating its request.
 */
export const viaStackBroken: Rule<'via-stack-broken', Call> = {
  id: 'via-stack-broken',
  severity: 'error',
  tier: 'syntax',
  kinds: ['call'],
  needs: ['repeated'],
  check({ transactions }) {
    for (const hop of transactions) {
      const { request, retransmissions } = hop;
      if (request === null || hop.method === 'ACK' || retransmissions.length < COPIES) continue;
      const fault = strayFault(hop, request, transactions) ?? countFault(hop, request);
      if (fault === null) continue;
      const { how, response, found, expected } = fault;
      const later = retransmissions.filter(({ time }) => time > response.time);
      if (later.length < COPIES) continue;
      return [
        {
          rule: 'via-stack-broken',
          severity: 'error',
          confidence: how === 'top' ? 'proven' : 'likely',
          status: 'present',
          scope: 'call',
          args: {
            how,
            node: response.sender.name,
            receiver: response.receiver.name,
            code: response.status,
            found,
            expected,
            copies: later.length,
          },
          evidence: [requestOf(hop), shown(response, 'Via')],
        },
      ];
    }
    return [];
  },
};

/** The request got no response of its own, and one with its CSeq came from its server under another branch. */
function strayFault(hop: Transaction, request: Message, all: readonly Transaction[]): Fault | null {
  if (hop.responses.length > 0) return null;
  for (const other of all) {
    const [response] = other.responses;
    if (other.request !== null || response === undefined) continue;
    if (other.method !== hop.method || other.cseq !== hop.cseq) continue;
    if (other.server !== hop.server || other.client !== hop.client) continue;
    if (!response.sameFromTag(request)) continue;
    return { how: 'top', response, found: topVia(response), expected: topVia(request) };
  }
  return null;
}

function countFault(hop: Transaction, request: Message): Fault | null {
  const [response] = hop.responses;
  if (response === undefined) return null;
  const [sent, got] = [viasOf(request), viasOf(response)];
  if (sent === got) return null;
  return { how: 'count', response, found: String(got), expected: String(sent) };
}

function viasOf(message: Message): number {
  return fieldValues(message, 'Via').length;
}

function topVia(message: Message): string {
  return (fieldValues(message, 'Via')[0] ?? '').slice(0, MAX_VIA);
}
