import { field } from './field.ts';
import type { Message } from './message.ts';

/** Whether the message carries a session description, alone or as a part of a multipart body (RFC 3261 §7.4). */
export function hasSdp(message: Message): boolean {
  if (!message.hasBody) return false;
  const { bytes, bodyStart } = message;
  if (bytes[bodyStart] === 118 && bytes[bodyStart + 1] === 61) return true;
  const type = field(message, 'Content-Type')?.toLowerCase() ?? '';
  if (type.startsWith('application/sdp')) return true;
  return type.startsWith('multipart/') && /application\/sdp/i.test(message.body);
}
