import { Message } from '../sip/message.ts';
import { readMessage } from '../sip/read.ts';
import type { Found } from './found.ts';

const message = new Message(new Uint8Array(0), 0, 0);

/**
 * A source that is one SIP message from its first byte to its last, however odd: another version, a method of strange
 * characters, a blank in its URI. In the midst of a log such rows are no start lines. Null for any other.
 */
export function loneMessage(bytes: Uint8Array): Found | null {
  const read = readMessage(bytes, 0, bytes.length, message);
  if (read === null) return null;
  const { callIdAt, callIdEnd, cseq, sentByAt, sentByEnd } = read;
  // From and To stand in letters as well.
  if (callIdEnd === callIdAt && cseq < 0 && sentByEnd === sentByAt) return null;
  return {
    bytes,
    start: read.start,
    end: bytes.length,
    line: 1 + linesBefore(bytes, read.start),
    offset: read.start,
    envelope: null,
    prefixText: '',
    isGlued: false,
    stamp: '',
    near: '',
    above: [],
    complete: true,
    abrupt: false,
    overflow: false,
  };
}

function linesBefore(bytes: Uint8Array, end: number): number {
  let lines = 0;
  for (let at = 0; at < end; at += 1) if (bytes[at] === 10) lines += 1;
  return lines;
}
