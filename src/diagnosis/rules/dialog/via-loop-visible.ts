import type { Call, Transaction } from '../../../call/types.ts';
import { fieldValues, hasSeveral } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import { parseSentBy } from '../../../sip/values/via.ts';
import { requestOf, shown } from '../../evidence.ts';
import { hopsOf } from '../../facts/invites.ts';
import type { Rule } from '../../rule.ts';

/** Passes through one node that no spiral needs. */
const MANY = 3;

interface Loop {
  readonly hop: Transaction;
  readonly node: string;
  readonly passes: number;
  /** The same Request-URI was seen on two of its passes. */
  readonly sameUri: boolean;
}

/**
 * The Via stack of an INVITE that failed names one node several times: the request went in a circle (RFC 3261 §16.3-4). With
 * another Request-URI on each pass that is a spiral, which is legal; three passes or an equal Request-URI are none.
 */
export const viaLoopVisible: Rule<'via-loop-visible', Call> = {
  id: 'via-loop-visible',
  severity: 'error',
  tier: 'routing',
  kinds: ['call'],
  needs: ['trouble'],
  applies: ({ stage, final }) => stage !== 'answered' && (final === null || final.status >= 400),
  check(call) {
    const hops = hopsOf(call);
    const loop = loopOf(hops);
    if (loop === null) return [];
    const { hop, node, passes, sameUri } = loop;
    const { final } = call;
    // As long as it may be answered, two passes may be a spiral through a service.
    if (final === null && passes < MANY) return [];
    return [
      {
        rule: 'via-loop-visible',
        severity: 'error',
        confidence: sameUri && final !== null ? 'proven' : 'likely',
        status: 'present',
        scope: 'call',
        args: { node, passes, sameUri, code: final?.status ?? 0 },
        evidence: [
          hop.request === null ? requestOf(hop) : shown(hop.request, 'Via'),
          ...(final === null ? [] : [shown(final)]),
        ],
      },
    ];
  },
};

/** The hop with the longest way behind it tells most. */
function loopOf(hops: readonly Transaction[]): Loop | null {
  for (const hop of hops.toReversed()) {
    // Most requests come from their caller itself: one Via is no loop, whoever it names.
    if (hop.request === null || !hasSeveral(hop.request, 'Via')) continue;
    const places = placesOf(hop.request);
    const passes = new Map<string, number>();
    for (const place of places) passes.set(place, (passes.get(place) ?? 0) + 1);
    const [most] = [...passes].sort((a, b) => b[1] - a[1]);
    if (most === undefined || most[1] < 2) continue;
    const [node, count] = most;
    const sameUri = isRepeated(hop, node, hops);
    if (sameUri || count >= MANY) return { hop, node, passes: count, sameUri };
  }
  return null;
}

function placesOf(request: Message): string[] {
  return fieldValues(request, 'Via').map((value) => {
    const { host, port } = parseSentBy(value);
    return `${host.toLowerCase()}:${port ?? 5060}`;
  });
}

/** The node sent the request with this Request-URI before, as another hop shows. */
function isRepeated({ request }: Transaction, node: string, hops: readonly Transaction[]): boolean {
  const sent = hops.flatMap((one) =>
    one.request !== null && one.request !== request && placesOf(one.request)[0] === node
      ? [one.request]
      : [],
  );
  const uris = sent.map(({ requestUri, cseq }) => `${cseq} ${requestUri}`);
  const own = request === null ? [] : [`${request.cseq} ${request.requestUri}`];
  const last = request !== null && placesOf(request)[0] === node ? [...uris, ...own] : uris;
  return new Set(last).size < last.length;
}
