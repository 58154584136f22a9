import type { Twin } from '../../model/report.ts';
import type { Message } from '../../sip/message.ts';
import { CallNeutral } from './call-neutral.ts';
import { headerParts } from './header-parts.ts';
import { compared, type InvitePart, MAX_SHOWN } from './invite-part.ts';
import { sdpParts } from './sdp-parts.ts';

/** Differences that a report lists. */
const MAX_DIFFERENCES = 20;

export type Difference = Omit<Twin, 'call' | 'start'>;

/** Everything of an INVITE that may be compared with another one; `anyNumber`: but for the numbers. */
export function inviteParts(invite: Message, anyNumber = false): InvitePart[] {
  const neutral = new CallNeutral(invite, anyNumber);
  const uri = compared(invite.requestUri);
  return [
    { part: 'start-line', name: 'Request-URI', key: neutral.uriText(uri), shown: uri },
    ...headerParts(invite, neutral),
    ...sdpParts(invite, neutral),
  ];
}

/** The parts of both sides that have one name. */
interface Pair {
  readonly failed: InvitePart[];
  readonly worked: InvitePart[];
}

/**
 * How two INVITEs differ, field by field and line by line, in the order of the failed one. What differs between any two calls
 * (Call-ID, tags, branches, dates, sequence numbers, ids of sessions, ports of media, the subscribers themselves) is left out.
 */
export function differenceOf(
  failed: readonly InvitePart[],
  worked: readonly InvitePart[],
): Difference {
  const pairs = pairsOf(failed, worked);
  const differences: Twin['differences'] = [];
  let equal = 0;
  for (const pair of pairs) {
    const onlyFailed = without(pair.failed, pair.worked);
    const onlyWorked = without(pair.worked, pair.failed);
    const first = pair.failed[0] ?? pair.worked[0];
    if (first === undefined) continue;
    if (onlyFailed.length === 0 && onlyWorked.length === 0) equal += 1;
    else {
      const { part, name } = first;
      differences.push({
        part,
        name,
        failed: shownOf(onlyFailed),
        worked: shownOf(onlyWorked),
      });
    }
  }
  return {
    similarity: Math.round((100 * equal) / Math.max(1, pairs.length)) / 100,
    differences: differences.slice(0, MAX_DIFFERENCES),
    moreDifferences: Math.max(0, differences.length - MAX_DIFFERENCES),
  };
}

function pairsOf(failed: readonly InvitePart[], worked: readonly InvitePart[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const [side, parts] of [
    ['failed', failed],
    ['worked', worked],
  ] as const) {
    for (const one of parts) {
      const name = `${one.part} ${one.name.toLowerCase()}`;
      let pair = pairs.get(name);
      if (pair === undefined) pairs.set(name, (pair = { failed: [], worked: [] }));
      pair[side].push(one);
    }
  }
  return [...pairs.values()];
}

/** The parts that have no equal on the other side. */
function without(parts: readonly InvitePart[], others: readonly InvitePart[]): InvitePart[] {
  const left = new Map<string, number>();
  for (const { key } of others) left.set(key, (left.get(key) ?? 0) + 1);
  return parts.filter(({ key }) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

function shownOf(own: readonly InvitePart[]): string | null {
  if (own.length === 0) return null;
  return own
    .map(({ shown }) => shown)
    .join(' | ')
    .slice(0, MAX_SHOWN);
}
