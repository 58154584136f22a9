/** Re-INVITEs and UPDATEs of a call, and what they were for. */
import { isOn } from '../../call/offer-answer/lines.ts';
import type { Exchange as Negotiated } from '../../call/offer-answer/types.ts';
import { isSuccess } from '../../call/milestones.ts';
import type { Call } from '../../call/types.ts';
import type { ChangePurpose } from '../../model/dialog-args.ts';
import { hasSdp } from '../../sip/body.ts';
import type { SdpMedia, SessionDescription } from '../../sip/sdp/description.ts';
import { directionOf, isNowhere } from '../../sip/sdp/direction.ts';
import { type DialogRequest, dialogRequests } from './in-dialog.ts';
import { fact } from './fact.ts';
import { negotiation } from './sdp.ts';

/** Requests that change or refresh a session in an established dialog, in the order of time. */
export const changes = fact((call: Call, context): readonly DialogRequest[] =>
  dialogRequests(call, context).filter(
    ({ method }) => method === 'INVITE' || (method === 'UPDATE' && isUp(call)),
  ),
);

/** An UPDATE before the answer belongs to the set-up. */
function isUp({ milestones, invite }: Call): boolean {
  return invite === null || milestones.answer !== null;
}

/** The call ended within this of a change that failed, µs: hardly a coincidence. */
const SOON = 10_000_000;

/** Somebody hung up soon after `time`. */
export function endedSoon({ milestones }: Call, time: number): boolean {
  const { bye } = milestones;
  return bye !== null && bye >= time && bye - time <= SOON;
}

/** The same side got a later change through within this, µs: it has found another way. */
const RECOVERED = 32_000_000;

export function isRecovered({ request }: DialogRequest, all: readonly DialogRequest[]): boolean {
  return all.some(
    (later) =>
      later.request.time > request.time &&
      later.request.time - request.time <= RECOVERED &&
      later.request.sameFromTag(request) &&
      later.final !== null &&
      isSuccess(later.final),
  );
}

type Context = Parameters<typeof changes>[1];

/** What a change was for, by comparing its offer with what its sender had in force. */
export function purposeOf(
  { method, request }: DialogRequest,
  call: Call,
  context: Context,
): ChangePurpose {
  if (!hasSdp(request)) return method === 'INVITE' ? 'offerless' : 'refresh';
  const { exchanges } = negotiation(call, context);
  const at = exchanges.findIndex((one) => one.request === request);
  const now = exchanges[at]?.offer.description;
  if (now === undefined || now.cut) return 'unknown';
  if (now.media.some((media) => media.kind === 'image' && isOn(media))) return 'fax';
  const before = inForceBefore(exchanges.slice(0, at), exchanges[at] as Negotiated);
  return before === null || before.cut ? 'unknown' : differenceOf(before, now);
}

/** The last accepted description of the side that makes this offer. */
function inForceBefore(
  earlier: readonly Negotiated[],
  { offerer }: Negotiated,
): SessionDescription | null {
  const last = earlier.findLast(({ answer }) => answer !== null);
  if (last === undefined) return null;
  return (last.offerer === offerer ? last.offer : last.answer)?.description ?? null;
}

function differenceOf(before: SessionDescription, now: SessionDescription): ChangePurpose {
  const [was, is] = [audioOf(before), audioOf(now)];
  if (was !== undefined && is !== undefined) {
    const [held, holds] = [isHeld(before, was), isHeld(now, is)];
    if (held !== holds) return holds ? 'hold' : 'resume';
  }
  if (videosOf(now) > videosOf(before)) return 'video';
  if (was === undefined || is === undefined) return 'unknown';
  if (was.formats.join(' ') !== is.formats.join(' ')) return 'codec';
  return placeOf(was) === placeOf(is) ? 'refresh' : 'move';
}

function audioOf({ media }: SessionDescription): SdpMedia | undefined {
  return media.find((one) => one.kind === 'audio' && isOn(one));
}

function isHeld(description: SessionDescription, media: SdpMedia): boolean {
  const direction = directionOf(description, media);
  return isNowhere(media) || direction === 'sendonly' || direction === 'inactive';
}

function videosOf({ media }: SessionDescription): number {
  return media.filter((one) => one.kind === 'video' && isOn(one)).length;
}

function placeOf({ connection, port }: SdpMedia): string {
  return `${connection?.address ?? ''} ${port}`;
}
