import { NO_BYTES } from '../../capture/bytes.ts';
import type { Inflater } from '../inflate.ts';
import type { Recognise } from '../layer.ts';
import { MORE, NO, YES, type Verdict } from '../stream/protocol.ts';
import { CLOSE, CONTINUATION, newFrameHeader, readFrameHeader, unmasked } from './frame-header.ts';
import { isUpgrade, mayBeHttp, readHttpHead } from './http-head.ts';

/** Payload bytes that are looked at for a start line. */
const ENOUGH = 1024;
/** Control frames that are stepped over. */
const MAX_CONTROLS = 8;

const header = newFrameHeader();

/** A WebSocket handshake, or a data frame whose content begins like SIP: a capture may start in mid-connection. */
export function sniffWebSocket(
  bytes: Uint8Array,
  start: number,
  end: number,
  recognises: Recognise,
  inflater: Inflater,
): Verdict {
  if (mayBeHttp(bytes, start, end)) {
    const head = readHttpHead(bytes, start, end);
    if (head === undefined) return MORE;
    return isUpgrade(head) && (head.status === 0 || head.status === 101) ? YES : NO;
  }
  let at = start;
  for (let frame = 0; frame < MAX_CONTROLS; frame += 1) {
    const verdict = readFrameHeader(bytes, at, end, header);
    if (verdict !== 'frame') return verdict === 'more' ? MORE : NO;
    if (header.opcode < CLOSE) {
      const found = sniffData(bytes, at, end, recognises, inflater);
      return found === NO ? compressedFrames(bytes, at, end) : found;
    }
    at += header.length + header.payload;
    if (at > end) return MORE;
  }
  return NO;
}

/**
 * Frames that refer back to what was before the capture tell nothing by their content: two compressed messages that follow each
 * other exactly must do.
 */
function compressedFrames(bytes: Uint8Array, start: number, end: number): Verdict {
  let at = start;
  let messages = 0;
  while (at < end) {
    const verdict = readFrameHeader(bytes, at, end, header);
    if (verdict === 'more') break;
    if (verdict === 'wrong') return NO;
    if (at === start && !header.compressed) return NO;
    at += header.length + header.payload;
    if (at <= end && header.opcode < CLOSE && header.fin) messages += 1;
  }
  return messages < 2 ? MORE : YES;
}

/** Whether frames follow each other from `start` to the very end: in a connection known for a WebSocket that is enough. */
export function areFrames(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    if (readFrameHeader(bytes, at, end, header) !== 'frame') return false;
    at += header.length + header.payload;
  }
  return at === end;
}

function sniffData(
  bytes: Uint8Array,
  at: number,
  end: number,
  recognises: Recognise,
  inflater: Inflater,
): Verdict {
  const present = end - at - header.length;
  if (header.opcode === CONTINUATION) return NO;
  if (header.compressed) {
    if (!header.fin) return NO;
    if (present < header.payload) return MORE;
    const input = unmasked(bytes, at, header, header.payload);
    if (inflater.inflate(input, 0, input.length, NO_BYTES) !== 'done') return NO;
    return recognises(inflater.output, 0, inflater.output.length) ? YES : NO;
  }
  const count = Math.min(present, header.payload, ENOUGH);
  const text = unmasked(bytes, at, header, count);
  if (recognises(text, 0, count)) return YES;
  return count < Math.min(header.payload, ENOUGH) && isText(text) ? MORE : NO;
}

function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => (byte >= 32 && byte < 127) || byte === 13 || byte === 10);
}
