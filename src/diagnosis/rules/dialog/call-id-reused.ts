import { openedAt } from '../../../call/hops.ts';
import type { Call } from '../../../call/types.ts';
import { shown } from '../../evidence.ts';
import type { Rule } from '../../rule.ts';

/** Longest Call-ID that is shown, in characters. */
const MAX_CALL_ID = 80;
/** INVITEs that leave one node so near to each other are a fork or the legs of one call, µs. */
const TOGETHER = 1_000_000;

/**
 * One sender began another call under a Call-ID that it had used (RFC 3261 §8.1.1.4: unique over space and time): with
 * another From tag, or with a CSeq that starts again. Each is judged as a call of its own; receivers may mix them up.
 */
export const callIdReused: Rule<'call-id-reused', Call> = {
  id: 'call-id-reused',
  severity: 'warning',
  tier: 'syntax',
  kinds: ['call'],
  applies: ({ earlier }) => earlier !== null,
  check({ earlier, rounds, callId }) {
    const hop = rounds[0]?.hops[0];
    const [before, now] = [earlier?.request ?? null, hop?.request ?? null];
    if (earlier === null || before === null || now === null) return [];
    // What left another host may be the other leg of a B2BUA that keeps the Call-ID.
    if (before.sender.address !== now.sender.address) return [];
    if (openedAt(hop as typeof earlier) - openedAt(earlier) < TOGETHER) return [];
    const otherTag = !now.sameFromTag(before);
    // The same tag and a higher number: the same call, tried again somewhere else.
    if (!otherTag && now.cseq > before.cseq) return [];
    const { final } = earlier;
    return [
      {
        rule: 'call-id-reused',
        severity: 'warning',
        confidence: 'proven',
        status: 'present',
        scope: 'call',
        args: {
          sender: now.sender.name,
          callId: callId.slice(0, MAX_CALL_ID),
          how: otherTag ? 'other-tag' : 'cseq-restarted',
          overlapping: final === null || final.time > now.time,
        },
        evidence: [shown(before, 'Call-ID'), shown(now, 'Call-ID')],
      },
    ];
  },
};
