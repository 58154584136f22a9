import type { Call, Transaction } from '../../call/types.ts';
import type { Message } from '../../sip/message.ts';
import { fact } from './fact.ts';
import { invites } from './invites.ts';

/** CANCELs of one call that are looked at (a bound for hostile input). */
const MAX_CANCELS = 32;

/** A CANCEL request that was seen, with the INVITE that it is meant for. */
export interface Cancel {
  readonly cancel: Transaction;
  readonly request: Message;
  readonly invite: Transaction;
  readonly invited: Message;
  /** It has the branch of the INVITE, so that the server finds it (RFC 3261 §9.1). */
  readonly matches: boolean;
}

/** Every CANCEL whose INVITE was seen on the same link. */
export const cancels = fact((call: Call, context): readonly Cancel[] => {
  const all = invites(call, context);
  const found: Cancel[] = [];
  for (const cancel of call.transactions) {
    const { method, request } = cancel;
    if (method !== 'CANCEL' || request === null || found.length >= MAX_CANCELS) continue;
    const matching = all.find((hop) => hop.cancel === cancel);
    const invite = matching ?? pendingOn(cancel, request, all);
    const invited = invite?.request ?? null;
    if (invite === undefined || invited === null || invited.time > request.time) continue;
    found.push({ cancel, request, invite, invited, matches: matching !== undefined });
  }
  return found;
});

/** The INVITE of the same link that was open when the CANCEL came; undefined when none or several were. */
function pendingOn(
  { client, server }: Transaction,
  { time }: Message,
  all: readonly Transaction[],
): Transaction | undefined {
  const open = all.filter(
    (hop) =>
      hop.client === client &&
      hop.server === server &&
      hop.request !== null &&
      hop.request.time <= time &&
      hop.cancel === null &&
      !(hop.final !== null && hop.final.time < time),
  );
  return open.length === 1 ? open[0] : undefined;
}

/** The INVITE made progress after its CANCEL: it rang or was answered. */
export function wentOn({ invite, request }: Cancel): Message | null {
  return (
    invite.responses.find(
      ({ status, time }) => status > 100 && status < 300 && status !== 199 && time > request.time,
    ) ?? null
  );
}

/** Requests that do not show that their sender wants the call. */
const NO_WISH: ReadonlySet<string> = new Set(['ACK', 'BYE', 'CANCEL', 'PRACK']);

/** A caller that keeps a call which it had cancelled shows it within this, if at all: 64·T1, µs. */
export const KEPT_WITHIN = 32_000_000;

/** The caller went on in the dialog: it keeps the call that it had cancelled, as phones do that call over two interfaces. */
export function isKept({ request, invited }: Cancel, { transactions }: Call): boolean {
  return transactions.some(
    ({ method, request: later }) =>
      later !== null &&
      !NO_WISH.has(method) &&
      later.hasToTag &&
      later.time > request.time &&
      later.sameFromTag(invited),
  );
}
