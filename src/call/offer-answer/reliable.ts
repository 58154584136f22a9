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
