import { field } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';
import { decimal } from '../../sip/values/text.ts';
import { parseValueParams } from '../../sip/values/value-params.ts';

/** What a 2xx says about the session timer. */
export interface Session {
  readonly seconds: number;
  /** Who refreshes, '' when it does not say. */
  readonly refresher: 'uac' | 'uas' | '';
}

/** Longest interval that is believed, s. */
const LONGEST = 86_400;

/** The Session-Expires of a 2xx (RFC 4028 §4); null without a plausible one. */
export function sessionOf(answer: Message): Session | null {
  const text = field(answer, 'Session-Expires');
  if (text === undefined) return null;
  const { value, params } = parseValueParams(text);
  const seconds = decimal(value, LONGEST);
  if (seconds === null || seconds === 0) return null;
  const refresher = params.get('refresher');
  return { seconds, refresher: refresher === 'uac' || refresher === 'uas' ? refresher : '' };
}
