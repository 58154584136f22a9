const PROTOCOL = '(?:udp|tcp|tls|sctp|wss?)';
const HOST = String.raw`\d{1,3}(?:\.\d{1,3}){3}|\[[\da-fA-F:.]{2,45}(?:%\w{1,20})?\]`;
const NAME = String.raw`[A-Za-z][\w.-]{0,100}(?=:\d{2,5}(?!\d))`;
/** An address, or a name with its port; its two groups are host and port. `sip:1001@192.0.2.1` is a user's, and none. */
const END =
  String.raw`(?<![\w.@]|\d:|\w-)(?:(?:${PROTOCOL}|sips?)[:/]{1,3})?` +
  String.raw`(${HOST}|${NAME})(?:(?::| port )(\d{1,5}))?(?![\w@]|:\w|\.\d)(?:[/ ]?\(?${PROTOCOL}\b\)?)?`;

/** Arrows in the bytes of UTF-8, as rows are one character a byte: → ⇒ ➔ ⟶, and ← ⇐ ⟵. */
const RIGHT = String.raw`(?:[-=~]{0,3}>{1,3}|\xe2\x86\x92|\xe2\x87\x92|\xe2\x9e\x94|\xe2\x9f\xb6|&rarr;)`;
const LEFT = String.raw`(?:<{1,3}[-=~]{0,3}|\xe2\x86\x90|\xe2\x87\x90|\xe2\x9f\xb5|&larr;)`;
const SENT = String.raw`\b(?:sent|sen[dt]s?|sending|tx|transmit(?:ted|ting)?|outgoing|outbound|out)\b`;
const RECEIVED = String.raw`\b(?:received?|receiving|recvd?|rcvd?|got|rx|incoming|inbound|in)\b`;
/** Arrows that stand for a verb; one character alone is a quotation mark of a mail. */
const OUT = String.raw`(?:[-=]{1,3}>|>{2,3}|\xe2\x86\x92)`;
const IN = String.raw`(?:<[-=]{1,3}|<{2,3}|\xe2\x86\x90)`;
const SIZE = String.raw`[:\])]?\s{1,4}(?:\(?\d{1,6} bytes\)? )?`;
/** Words between a verb and its end: the size, the kind of message, the transport. */
const WORDS = String.raw`[^.;]{0,60}?\b`;
/** What may stand between two ends. */
const BETWEEN = String.raw`[^\d]{0,20}?\b`;

/** What an end in a row is to the message: `remote` is the other one than that of the host that keeps the log. */
export type Role = 'from' | 'to' | 'remote';

/** One way in which rows name ends. */
export interface Shape {
  readonly row: RegExp;
  /** Of each end, in its order. */
  readonly roles: readonly Role[];
  /** Whether the host that keeps the log sent the message; undefined: the row does not say. */
  readonly sent?: boolean;
  /** Both ends have to have their ports: what divides them means nothing by itself. */
  readonly needsPorts?: boolean;
  /** Only in rows that speak of messages or transports: the words are those of any sentence. */
  readonly needsTopic?: boolean;
}

const shape = (text: string, roles: readonly Role[], more: Partial<Shape> = {}): Shape => ({
  row: new RegExp(text, 'i'),
  roles,
  ...more,
});

/** The one that says most first. */
export const SHAPES: readonly Shape[] = [
  shape(String.raw`${END}\s{0,4}${RIGHT}\s{0,4}${END}`, ['from', 'to']),
  shape(String.raw`${END}\s{0,4}${LEFT}\s{0,4}${END}`, ['to', 'from']),
  shape(String.raw`${END} to ${END}`, ['from', 'to'], { needsTopic: true }),
  shape(String.raw`\bfrom:? ${END}${BETWEEN}to:? ${END}`, ['from', 'to'], { needsTopic: true }),
  shape(String.raw`\bto:? ${END}${BETWEEN}from:? ${END}`, ['to', 'from'], { needsTopic: true }),
  shape(String.raw`${END}[|;,\t]${END}`, ['from', 'to'], { needsPorts: true }),
  shape(String.raw`${RECEIVED}${WORDS}from:? ${END}${BETWEEN}(?:on|at|via|by) ${END}`, [
    'from',
    'to',
  ]),
  shape(String.raw`${SENT}${WORDS}to:? ${END}${BETWEEN}(?:on|at|via|by) ${END}`, ['to', 'from']),
  shape(String.raw`${RECEIVED}${WORDS}from:? ${END}`, ['remote'], {
    sent: false,
    needsPorts: true,
  }),
  shape(String.raw`${SENT}${WORDS}to:? ${END}`, ['remote'], { sent: true, needsPorts: true }),
  shape(String.raw`(?:${RECEIVED}|${IN})${SIZE}(?:from )?(?:${PROTOCOL} )?${END}`, ['remote'], {
    sent: false,
    needsPorts: true,
  }),
  shape(String.raw`(?:${SENT}|${OUT})${SIZE}(?:to )?(?:${PROTOCOL} )?${END}`, ['remote'], {
    sent: true,
    needsPorts: true,
  }),
];
