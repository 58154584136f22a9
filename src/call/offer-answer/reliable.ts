import { field, fieldValues } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';

/** A provisional response that has to be acknowledged with PRACK (RFC 3262 §3). */
export function isReliable(message: Message): boolean {
  return (
    message.status > 100 &&
    message.status < 200 &&
    field(message, 'RSeq') !== undefined &&
    fieldValues(message, 'Require').some((option) => option.toLowerCase() === '100rel')
  );
}

/** RSeq of a reliable response, as written; empty when it has none. */
export function numberOf(response: Message): string {
  return (field(response, 'RSeq') ?? '').trim();
}

/** The RSeq that a PRACK acknowledges (RFC 3262 §7.2), as written. */
export function acknowledged(prack: Message): string {
  return (field(prack, 'RAck') ?? '').trim().split(/\s/, 1)[0] ?? '';
}
