/** Another call of the capture that shows why this one failed: the far leg of a B2BUA, or the call of a transfer. */
import { openedAt } from '../../call/hops.ts';
import type { Call, CorrelatedLegs, Surroundings } from '../../call/types.ts';
import type { Message } from '../../sip/message.ts';
import { parseUri } from '../../sip/values/uri.ts';
import type { Refused } from './refusal.ts';
import type { Transfer } from './transfers.ts';

/** A B2BUA tells its other leg of a refusal within this, µs. */
const PASSED_ON = 2_000_000;
/** Who is transferred sends its new INVITE within this, µs (64·T1). */
const DIALS = 32_000_000;

/** A call that was refused, with its refusal. */
interface FailedLeg {
  readonly call: Call;
  readonly final: Message;
}

/**
 * The Call-ID of the one call that left the refusing node for the same user in the meantime and was refused just before;
 * undefined where there is none, or several that it may be.
 */
export function behind(
  call: Call,
  { hop, final }: Refused,
  surroundings: Surroundings,
): string | undefined {
  const { address } = hop.server;
  if (address === '') return undefined;
  const leg = failed(surroundings.correlatedLegs(call, address, openedAt(hop), final.time));
  if (leg === null || leg.call.callId === call.callId) return undefined;
  const wait = final.time - leg.final.time;
  return wait >= 0 && wait <= PASSED_ON ? leg.call.callId : undefined;
}

/** The call that the transferred side made for this REFER, if it is known for certain and was refused. */
export function transferredCall(
  call: Call,
  { refer, target }: Transfer,
  surroundings: Surroundings,
): FailedLeg | null {
  const { address } = refer.hops.at(-1)?.server ?? refer.request.receiver;
  const user = parseUri(target)?.user ?? '';
  if (address === '' || user === '') return null;
  const from = refer.request.time;
  return failed(surroundings.correlatedLegs(call, address, from, from + DIALS, user));
}

function failed({ seen, calls }: CorrelatedLegs): FailedLeg | null {
  const [call] = calls;
  if (seen !== 1 || calls.length !== 1 || call === undefined) return null;
  const { final, stage } = call;
  if (stage === 'answered' || final === null || final.status < 400) return null;
  return final.status === WITHDRAWN ? null : { call, final };
}

/** Nobody refused that call: it was given up. */
const WITHDRAWN = 487;
