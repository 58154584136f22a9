/** What a response, or the tag of a number, says about the verification of a signed caller number. */
import { producerOf } from '../../call/producer.ts';
import type { Call, Transaction } from '../../call/types.ts';
import { fieldLines } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';
import { reasonsOf } from '../../sip/reasons.ts';

export interface StirVerdict {
  readonly how: 'code' | 'stale-date' | 'reason' | 'verstat';
  /** The response that says so; for `verstat` the request that is tagged. */
  readonly message: Message;
  readonly field: string | undefined;
  readonly detail: string;
}

/** RFC 8224 §6.2.2. */
const CODES: ReadonlySet<number> = new Set([428, 436, 437, 438]);
/** 3GPP TS 24.229 §7.2A.20, in a URI parameter of either field. */
const TAGGED = ['P-Asserted-Identity', 'From'] as const;

/** A cheap look whether some response to the INVITE has a Reason at all. */
export function hasStirReason({ responses }: Transaction): boolean {
  return responses.some(({ hasReason }) => hasReason);
}

/** The code itself says most, then a Reason, then the tag of a call that was refused. */
export function stirVerdict(call: Call): StirVerdict | null {
  const { invite, final } = call;
  if (invite === null) return null;
  return (
    byCode(invite, final) ??
    byReason(invite) ??
    (final !== null && final.status >= 400 ? byTag(invite) : null)
  );
}

function byCode(invite: Transaction, final: Message | null): StirVerdict | null {
  if (final === null) return null;
  const how = CODES.has(final.status)
    ? 'code'
    : final.status === 403 && /stale date/i.test(final.phrase)
      ? 'stale-date'
      : null;
  if (how === null) return null;
  const { message } = producerOf(invite, final);
  const detail = reasonText(message) ?? '';
  return { how, message, field: detail === '' ? undefined : 'Reason', detail };
}

function byReason({ responses }: Transaction): StirVerdict | null {
  for (const message of responses) {
    const detail = reasonText(message);
    if (detail !== null) return { how: 'reason', message, field: 'Reason', detail };
  }
  return null;
}

/** `436 Bad Identity Info`; null without a Reason of STIR. */
function reasonText(message: Message): string | null {
  const reason = reasonsOf(message).find(({ protocol }) => protocol === 'STIR');
  return reason === undefined ? null : `${reason.cause ?? ''} ${reason.text}`.trim();
}

function byTag({ request }: Transaction): StirVerdict | null {
  if (request === null) return null;
  for (const name of TAGGED) {
    for (const line of fieldLines(request, name)) {
      const value = /;verstat=([\w-]{1,64})/i.exec(line)?.[1] ?? '';
      if (/failed$/i.test(value))
        return { how: 'verstat', message: request, field: name, detail: value };
    }
  }
  return null;
}
