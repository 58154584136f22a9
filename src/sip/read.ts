import type { Payload } from '../model/packet.ts';
import { LF } from './bytes.ts';
import { LENIENCY } from './leniency.ts';
import { Message } from './message.ts';
import { methodAt } from './methods.ts';
import { scanHeaders } from './scan.ts';
import { findStartLine, type StartLine } from './start-line.ts';

const line: StartLine = { start: 0, lineEnd: 0, methodEnd: 0, status: 0, leniency: 0 };

/** Whether the bytes begin like a SIP message. Costs a few byte comparisons for anything that is not SIP. */
export function looksLikeSip(bytes: Uint8Array, start: number, end: number): boolean {
  return findStartLine(bytes, start, end, line);
}

/**
 * Reads the message at the head of `bytes[start, end)`, or returns null when there is none. The body takes what
 * Content-Length says (a datagram may hold less or more: flagged), or everything when there is no Content-Length
 * (RFC 3261 §18.3). The message refers to `bytes`; nothing is copied. With `reused`, that object is filled and returned.
 */
export function readMessage(
  bytes: Uint8Array,
  start: number,
  end: number,
  reused?: Message,
): Message | null {
  if (!findStartLine(bytes, start, end, line)) return null;
  const message = reused ?? new Message(bytes, line.start, end);
  if (reused !== undefined) message.reset(bytes, line.start, end);
  message.status = line.status;
  message.lineEnd = line.lineEnd;
  message.leniency = line.leniency;
  if (line.status === 0) message.method = methodAt(bytes, line.start, line.methodEnd);
  scanHeaders(message);
  const present = end - message.bodyStart;
  if (message.contentLength >= 0 && message.contentLength !== present) {
    if (message.contentLength > present) message.leniency |= LENIENCY.bodyTooShort;
    else {
      message.leniency |= LENIENCY.bodyTooLong;
      message.end = message.bodyStart + message.contentLength;
    }
  }
  return message;
}

/** Reads a message out of one transport payload and notes a cut by the snap length. Endpoints are the caller's. */
export function readPayload(payload: Payload, reused?: Message): Message | null {
  let message = readMessage(payload.bytes, payload.start, payload.end, reused);
  if (message === null) return null;
  if (payload.missing > 0) {
    if ((message.leniency & LENIENCY.noEmptyLine) !== 0) message = withoutCutLine(message, payload);
    message.leniency =
      (message.leniency & ~(LENIENCY.bodyTooShort | LENIENCY.noEmptyLine)) |
      LENIENCY.cutBySnapLength;
  }
  placeMessage(message, payload);
  message.offset += message.start - payload.start;
  return message;
}

/** Half a header line looks like a whole one with another value: it counts as lost with the rest. */
function withoutCutLine(message: Message, { bytes, end }: Payload): Message {
  const lineFeed = bytes.lastIndexOf(LF, end - 1);
  if (lineFeed < message.lineEnd || lineFeed === end - 1) return message;
  return readMessage(bytes, message.start, lineFeed + 1, message) ?? message;
}

/** Whether the capture kept too little of the message to tell which transaction and call it belongs to. */
export function isCutBeyondUse({ leniency }: Message): boolean {
  return (leniency & LENIENCY.cutBySnapLength) !== 0 && (leniency & LENIENCY.fieldMissing) !== 0;
}

/** Notes where and when a message was seen: the packet that carried it, or its last part. */
export function placeMessage(message: Message, payload: Payload): void {
  message.time = payload.time;
  message.frame = payload.frame;
  message.offset = payload.offset;
  message.transport = payload.transport;
  message.ipId = payload.ipId;
  message.ttl = payload.ttl;
  message.point = payload.point;
}
