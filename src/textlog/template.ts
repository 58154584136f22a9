import { latin1 } from '../sip/bytes.ts';
import type { Message } from '../sip/message.ts';

/** Characters without which nothing below can match: most Call-IDs have none. */
const SIGNS = new Uint8Array(256);
for (const sign of '%$[{#"\'+') SIGNS[sign.charCodeAt(0)] = 1;

/** What stands in a Call-ID's place in source code, SIPp scenarios and configuration: `%s`, `${id}`, `[call_id]`, `{{id}}`, `" + id`. */
const PLACEHOLDER =
  /%[-\d.]{0,6}[sdux]|[$#]\{|\$\(|\$[a-z]\w*|\{\{|\{\w{0,20}\}|\[(?:call_id|[a-z]\w{0,20}_\w{1,20})\]|["'] ?\+|\+ ?["']/;

/** Whether the message is a pattern from which a program makes messages, and was never sent. */
export function isTemplate({ bytes, callIdAt, callIdEnd }: Message): boolean {
  for (let at = callIdAt; at < callIdEnd; at += 1) {
    if (SIGNS[bytes[at] as number] === 1) {
      return PLACEHOLDER.test(latin1(bytes, callIdAt, Math.min(callIdEnd, callIdAt + 256)));
    }
  }
  return false;
}
