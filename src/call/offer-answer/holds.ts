import { directionOf, isNowhere } from '../../sip/sdp/direction.ts';
import type { SdpMedia, SessionDescription } from '../../sip/sdp/description.ts';
import { isAccepted, type LinePair, pairsOf } from './lines.ts';
import type { Carried, Exchange, Side } from './types.ts';

export type HoldSign = 'sendonly' | 'inactive' | 'address';

/** A side stopped listening, until it listened again. */
export interface Hold {
  readonly holder: Side;
  readonly how: HoldSign;
  /** The description that began it, and the one that ended it; null while it goes on. */
  readonly begun: Carried;
  ended: Carried | null;
}

const OTHER: Readonly<Record<Side, Side>> = { caller: 'callee', callee: 'caller' };

/**
 * Who put whom on hold, out of the exchanges of a dialog (RFC 3264 §8.4). A call that never was two-way, as an announcement
 * or a monitor, is not on hold.
 */
export function holdsOf(exchanges: readonly Exchange[]): Hold[] {
  const holds: Hold[] = [];
  const open: Record<Side, Hold | null> = { caller: null, callee: null };
  let talked = false;
  for (const exchange of exchanges) {
    const pair = audioOf(exchange);
    if (pair === undefined) continue;
    const signs = signsOf(pair);
    talked ||= signs.offerer === null && signs.answerer === null;
    if (!talked) continue;
    const { offerer, offer, answer } = exchange;
    settle(offerer, signs.offerer, offer);
    settle(OTHER[offerer], signs.answerer, answer as Carried);
  }
  return holds;

  function settle(side: Side, sign: HoldSign | 'unchanged' | null, carried: Carried): void {
    const now = open[side];
    if (sign === 'unchanged' || (sign !== null && now !== null)) return;
    if (sign === null) {
      if (now !== null) now.ended = carried;
      open[side] = null;
      return;
    }
    const hold: Hold = { holder: side, how: sign, begun: carried, ended: null };
    open[side] = hold;
    holds.push(hold);
  }
}

function audioOf(exchange: Exchange): LinePair | undefined {
  return pairsOf(exchange).find((pair) => pair.offered.kind === 'audio' && isAccepted(pair));
}

/** What each side says about listening; an answer that has to be inactive says nothing. */
function signsOf({ offer, answer, offered, answered }: LinePair): {
  readonly offerer: HoldSign | null;
  readonly answerer: HoldSign | 'unchanged' | null;
} {
  const offerer = signOf(offer, offered);
  const answerer = signOf(answer, answered);
  const forced = answerer === 'inactive' && directionOf(offer, offered) === 'inactive';
  return { offerer, answerer: forced ? 'unchanged' : answerer };
}

function signOf(description: SessionDescription, media: SdpMedia): HoldSign | null {
  if (isNowhere(media)) return 'address';
  const direction = directionOf(description, media);
  return direction === 'sendonly' || direction === 'inactive' ? direction : null;
}
