import { CR, LF } from '../bytes.ts';
import { LENIENCY } from '../leniency.ts';
import type { Message } from '../message.ts';
import { malformed, type SyntaxFault } from './fault.ts';
import type { Lines } from './lines.ts';

/** Bytes that a log may add or drop at the end of a body. */
const LOG_SLACK = 4;

/** What is wrong with the lines and lengths of a message, whatever its fields say. */
export function framingFaults(message: Message, lines: Lines, out: SyntaxFault[]): void {
  const flags = message.leniency;
  // Only a captured packet shows line ends as they were sent: logs rewrite them.
  if ((flags & LENIENCY.bareLf) !== 0 && message.ttl >= 0) out.push(malformed('bare-lf'));
  if ((flags & LENIENCY.noEmptyLine) !== 0 && (flags & LENIENCY.cutBySnapLength) === 0) {
    if (message.ttl >= 0 || (flags & LENIENCY.bareLf) === 0) out.push(malformed('no-empty-line'));
  }
  if ((flags & LENIENCY.bodyTooShort) !== 0) lengthFault(message, out);
  byteFaults(message, lines, out);
}

/** Content-Length promises more than there is (RFC 3261 §18.3). */
function lengthFault(message: Message, out: SyntaxFault[]): void {
  if ((message.leniency & LENIENCY.cutBySnapLength) !== 0) return;
  const declared = message.contentLength;
  const present = message.end - message.bodyStart;
  if ((message.leniency & LENIENCY.bareLf) !== 0 && message.ttl < 0) {
    const sent = present + bareLineFeeds(message);
    if (declared - sent <= LOG_SLACK) return;
  }
  out.push({
    rule: 'content-length-mismatch',
    severity: 'error',
    args: { declared, present },
    header: 'Content-Length',
  });
}

function bareLineFeeds(message: Message): number {
  let count = 0;
  for (let at = message.bodyStart; at < message.end; at += 1) {
    if (message.bytes[at] === LF && message.bytes[at - 1] !== CR) count += 1;
  }
  return count;
}

/** Control bytes and broken UTF-8 in start line and header fields (RFC 3261 §25.1, §7). */
function byteFaults(message: Message, { control, high }: Lines, out: SyntaxFault[]): void {
  const { bytes, start, headersEnd } = message;
  if (control >= 0) {
    const hex = (bytes[control] as number).toString(16).padStart(2, '0');
    out.push(malformed('control-character', '', `0x${hex}`));
  } else if (high && headersEnd < message.end && !isUtf8(bytes.subarray(start, headersEnd))) {
    out.push(malformed('not-utf-8'));
  }
}

const strictDecoder = new TextDecoder('utf-8', { fatal: true });

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strictDecoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
