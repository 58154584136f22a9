import { fieldLines } from './field.ts';
import type { Message } from './message.ts';
import { parseReasons, type Reason } from './values/reason.ts';

const NONE: readonly Reason[] = [];

/** Every Reason value of a message (RFC 3326, RFC 6432), protocols in upper case; empty for most messages. */
export function reasonsOf(message: Message): readonly Reason[] {
  if (!message.hasReason) return NONE;
  return fieldLines(message, 'Reason')
    .flatMap(parseReasons)
    .map((reason) => ({ ...reason, protocol: reason.protocol.toUpperCase() }));
}
