import { openedAt } from '../../../call/hops.ts';
import type { Call, Transaction } from '../../../call/types.ts';
import { OUTCOME_CLASS } from '../../../model/outcome-class.ts';
import { isPrivate, isPublic } from '../../../sip/address-class.ts';
import { LENIENCY } from '../../../sip/leniency.ts';
import type { Message } from '../../../sip/message.ts';
import { sdpOf } from '../../../sip/sdp/of-message.ts';
import { shown } from '../../evidence.ts';
import { hasTroubleInside } from '../../facts/in-dialog.ts';
import { hopsOf } from '../../facts/invites.ts';
import { contactOf } from '../../facts/targets.ts';
import type { Finding, Proof, Rule } from '../../rule.ts';

type Args = Finding<'sip-alg-suspected'>['args'];

/** A router passes a packet on within this, µs. */
const ROUTED = 100_000;
/** Places of a description in which an address may have been replaced. */
const MAX_REPLACED = 6;

/**
 * A router rewrites SIP on its way through the NAT (an application layer gateway). Seen where the same INVITE was captured on
 * both sides with its branch and other addresses, which a proxy or an SBC does not do: it has branches of its own. Or where
 * the body is shorter than declared by just what private addresses are longer than the public one that stands in it.
 */
export const sipAlgSuspected: Rule<'sip-alg-suspected', Call> = {
  id: 'sip-alg-suspected',
  severity: 'warning',
  tier: 'transport',
  kinds: ['call'],
  applies: ({ rounds }) =>
    rounds.some(({ hops }) => hops.length > 1) || isCutShort(rounds[0]?.hops[0]?.request),
  check(call) {
    const hops = hopsOf(call);
    const [first] = hops;
    if (first?.request === undefined || first.request === null) return [];
    const harmed = OUTCOME_CLASS[call.outcome] === 'failure' || hasTroubleInside(call);
    if (hops.length > 1) {
      const found = rewritten(hops, harmed);
      if (found !== null) return [found];
    }
    const found = shrunk(first.request, harmed);
    return found === null ? [] : [found];
  },
};

/** Its body is shorter than it says, and that is not for the capture's own cut. */
function isCutShort(request: Message | null | undefined): boolean {
  const bits = request?.leniency ?? 0;
  return (bits & LENIENCY.bodyTooShort) !== 0 && (bits & LENIENCY.cutBySnapLength) === 0;
}

function rewritten(
  hops: readonly Transaction[],
  harmed: boolean,
): Finding<'sip-alg-suspected'> | null {
  for (const inner of hops) {
    if (inner.request === null || !isPrivate(inner.client.address)) continue;
    const outer = hops.find((one) => isOutside(one, inner));
    if (outer?.request === undefined || outer.request === null) continue;
    const changed = differences(inner.request, outer.request);
    if (changed.length === 0) continue;
    const args = {
      how: 'on-the-way',
      method: 'INVITE',
      inside: inner.client.name,
      outside: outer.client.name,
      changed,
      harmed,
    } satisfies Args;
    return findingOf(args, 'proven', [shown(inner.request, 'Via'), shown(outer.request, 'Via')]);
  }
  return null;
}

/** The same request, with the same branch, from a public address to the same place. */
function isOutside(one: Transaction, inner: Transaction): boolean {
  const wait = openedAt(one) - openedAt(inner);
  return (
    one.branch === inner.branch &&
    one.branch !== '' &&
    one.cseq === inner.cseq &&
    isPublic(one.client.address) &&
    one.server.address === inner.server.address &&
    wait >= 0 &&
    wait <= ROUTED
  );
}

function differences(inner: Message, outer: Message): string[] {
  return [
    ...(inner.sameSentBy(outer) ? [] : ['Via']),
    ...(contactOf(inner)?.text === contactOf(outer)?.text ? [] : ['Contact']),
    ...(inner.body === outer.body ? [] : ['SDP']),
  ];
}

function shrunk(request: Message, harmed: boolean): Finding<'sip-alg-suspected'> | null {
  const { sender, contentLength } = request;
  if (!isCutShort(request)) return null;
  const inside = privateIn(request);
  const description = sdpOf(request);
  const outside = description?.connection?.address ?? description?.media[0]?.connection?.address;
  if (inside === null || outside === undefined || outside !== sender.address) return null;
  const missing = contentLength - (request.end - request.bodyStart);
  const each = inside.length - outside.length;
  if (each <= 0 || missing % each !== 0 || missing / each > MAX_REPLACED) return null;
  const args = {
    how: 'length',
    method: request.method,
    inside,
    outside,
    changed: [`Content-Length ${contentLength} ≠ ${contentLength - missing}`],
    harmed,
  } satisfies Args;
  return findingOf(args, 'likely', [shown(request, 'Content-Length')]);
}

/** A private address that the device left in its header fields. */
function privateIn(request: Message): string | null {
  const host = contactOf(request)?.host ?? '';
  if (isPrivate(host)) return host;
  const inCallId = /@([\d.]{7,15})$/.exec(request.callId)?.[1] ?? '';
  return isPrivate(inCallId) ? inCallId : null;
}

function findingOf(
  args: Args,
  confidence: 'proven' | 'likely',
  evidence: [Proof, ...Proof[]],
): Finding<'sip-alg-suspected'> {
  return {
    rule: 'sip-alg-suspected',
    severity: args.harmed || args.how === 'length' ? 'warning' : 'info',
    confidence,
    status: 'present',
    scope: 'call',
    args,
    evidence,
  };
}
