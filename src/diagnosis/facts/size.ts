import { allFields } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';

/** Parts that are named. */
const MAX_PARTS = 3;
/** Colon, blank and line end of a header field, bytes. */
const AROUND = 4;

/** What makes a message large: the body and the header fields, values of one name together, the largest first. */
export function largestParts(message: Message): string[] {
  const sizes = new Map<string, number>();
  if (message.end > message.bodyStart) sizes.set('body', message.end - message.bodyStart);
  for (const { name, value } of allFields(message)) {
    sizes.set(name, (sizes.get(name) ?? 0) + name.length + value.length + AROUND);
  }
  return [...sizes]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_PARTS)
    .map(([part, size]) => `${part} ${size} B`);
}
