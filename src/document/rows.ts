import type { CallMessage, Evidence, Locator } from '../model/report.ts';
import { hasSdp } from '../sip/body.ts';
import { field } from '../sip/field.ts';
import type { Message } from '../sip/message.ts';
import type { Proof } from '../diagnosis/rule.ts';
import { iso } from './time.ts';

/** Longest header field value that evidence quotes, in characters. */
const MAX_QUOTED = 300;

/** Which sources number their messages by line: those are logs. */
export type IsLog = (source: number) => boolean;

export function locatorOf(message: Message, isLog: IsLog): Locator {
  const { source, frame, offset } = message;
  return isLog(source) ? { source, line: frame, offset } : { source, frame, offset };
}

/** `INVITE`, or `603 Decline`. */
export function startLineInShort(message: Message): string {
  return message.status === 0
    ? message.method
    : `${message.status} ${message.phrase}`.trim().slice(0, MAX_QUOTED);
}

/** Longest text of a message that a report carries, in characters. */
const MAX_TEXT = 16_384;

/** `texts`: with the message as it was received. */
export function callMessageOf(message: Message, isLog: IsLog, texts = false): CallMessage {
  const row: CallMessage = {
    at: locatorOf(message, isLog),
    time: iso(message.time),
    from: message.sender.name,
    to: message.receiver.name,
    transport: message.transport,
    cseq: `${Math.max(0, message.cseq)} ${message.cseqMethod}`,
  };
  if (message.status === 0) row.method = message.method;
  else {
    row.code = message.status;
    row.phrase = message.phrase.slice(0, MAX_QUOTED);
  }
  if (message.repeat !== 'first') row.repeat = message.repeat;
  if (hasSdp(message)) row.sdp = true;
  const reason = message.hasReason ? field(message, 'Reason') : undefined;
  if (reason !== undefined) row.reason = reason.slice(0, MAX_QUOTED);
  if (texts && row.repeat === undefined) row.text = message.text.slice(0, MAX_TEXT);
  return row;
}

export function evidenceOf(proof: Proof, isLog: IsLog): Evidence {
  if (proof.kind === 'silence') {
    return {
      kind: 'silence',
      since: iso(proof.since),
      until: iso(proof.until),
      from: proof.from.name,
      to: proof.to.name,
      awaited: proof.awaited,
    };
  }
  if (proof.kind === 'packet') {
    const { source, frame, offset, what, copies } = proof;
    return {
      kind: proof.sip ? 'message' : 'packet',
      at: isLog(source) ? { source, line: frame, offset } : { source, frame, offset },
      time: iso(proof.time),
      from: proof.from.name,
      to: proof.to.name,
      what,
      ...(copies === undefined || copies < 2 ? {} : { copies }),
    };
  }
  if (proof.kind === 'counter') {
    const { source, frame, offset, what, value } = proof;
    return {
      kind: 'counter',
      at: frame === 0 ? { source } : { source, frame, offset },
      what,
      value,
    };
  }
  const { message } = proof;
  const evidence: Evidence = {
    kind: 'message',
    at: locatorOf(message, isLog),
    time: iso(message.time),
    from: message.sender.name,
    to: message.receiver.name,
    what: startLineInShort(message),
  };
  if (proof.copies !== undefined && proof.copies > 1) evidence.copies = proof.copies;
  if (proof.field !== undefined) {
    const value = field(message, proof.field);
    if (value !== undefined) evidence.field = `${proof.field}: ${value}`.slice(0, MAX_QUOTED);
  }
  return evidence;
}
