import type { Facts } from '../dialect.ts';
import { keyedEnds } from './keyed-ends.ts';
import { type Shape, SHAPES } from './shapes.ts';

/** What a row must have to be looked at: two numbers of an address, or a port. */
const SIGN = /\d\.\d|:\d{2,5}(?!\d)|[\da-fA-F]{0,4}::?[\da-fA-F]/;
/** Rows about messages. */
const TOPIC =
  /\b(?:sip|sen[dt]|sends|sending|received?|receiving|recvd?|rcvd|rx|tx|incoming|outgoing|inbound|outbound|transmit\w{0,4}|packets?|datagrams?|messages?|msg|requests?|responses?|bytes|udp|tcp|tls|sctp|wss?)\b/i;
/** Words of rows that name two addresses and tell of something else; not those within names of files, loggers and functions. */
const ELSEWHERE =
  /(?<![\w.[/<-])(?:fail\w{0,6}|fell|switch(?:ed|ing|over)?|mov(?:ed?|ing)|chang(?:ed?|es|ing)|redirect\w{0,3}|mapp(?:ed|ing)|mapping|binding|rout(?:ed?|es|ing)|regist(?:er|ered|ration)|expir\w{0,3}|time[ds]? ?out|refused|unreachable|unable|cannot|clos(?:ed?|ing)|connect(?:ed|ing)?|disconnected|upgrad\w{0,4}|version|migrat\w{0,3}|resolved|resolving|allowed|blocked|denied|rtp|rtcp|media|audio|dns|radius|ping|retry(?:ing)?)(?![\w(]|\.\w)/i;
const WORD = /[A-Za-z]{2,}/g;
/** More words than these beside the ends are a sentence. */
const MAX_WORDS = 10;
/** The same with keys and the log's own header. */
const MAX_ROW_WORDS = 16;
/** More words than these in a row that names no end: it tells of something else, and so may the rows above it. */
const MAX_BETWEEN = 6;
const PROTOCOL = /(?<![\w-])(?:udp|tcp|tls|sctp|wss?)(?![\w.-])/i;

/**
 * What the text in front of a start line says about the ends of its message, else the rows above, the nearest first. For logs of no known
 * dialect: known ones say it in their envelopes. Null when nothing does.
 */
export function toldEnds(before: string, rows: readonly string[]): Facts | null {
  const told = endsIn(before);
  if (told !== null) return told;
  for (const row of rows) {
    const facts = endsIn(row);
    if (facts !== null) return facts;
    if (wordsIn(row) > MAX_BETWEEN) return null;
  }
  return null;
}

/** What one row says. */
export function endsIn(row: string): Facts | null {
  if (!SIGN.test(row) || ELSEWHERE.test(row) || wordsIn(row) > MAX_ROW_WORDS) return null;
  const facts = keyedEnds(row) ?? shapedEnds(row);
  if (facts === null) return null;
  const transport = facts.transport ?? PROTOCOL.exec(row)?.[0];
  return transport === undefined ? facts : { ...facts, transport };
}

function shapedEnds(row: string): Facts | null {
  for (const shape of SHAPES) {
    const match = shape.row.exec(row);
    if (match === null) continue;
    const facts = factsOf(shape, match);
    if (facts !== null) return facts;
  }
  return null;
}

function factsOf(
  { roles, sent, needsPorts, needsTopic }: Shape,
  match: RegExpExecArray,
): Facts | null {
  const { input: row } = match;
  const rest = row.slice(0, match.index) + row.slice(match.index + match[0].length);
  const ports = roles.filter((_, at) => match[at * 2 + 2] !== undefined).length;
  if (needsPorts === true && ports < roles.length) return null;
  // Numbers with dots are versions, too; and of two names nothing says that they are hosts.
  if ((needsTopic === true || ports === 0) && wordsIn(rest) > 0 && !TOPIC.test(row)) return null;
  const hosts = roles.map((_, at) => match[at * 2 + 1] as string);
  if (!hosts.some((host) => isAddress(host)) || wordsIn(rest) > MAX_WORDS) return null;
  const facts: Facts = sent === undefined ? {} : { sent };
  roles.forEach((role, at) => {
    const port = match[at * 2 + 2];
    facts[role] = port === undefined ? (hosts[at] as string) : `${hosts[at]}:${port}`;
  });
  return facts;
}

function isAddress(host: string): boolean {
  if (host.startsWith('[')) return host.split(':').length > 2;
  const parts = host.split('.');
  return parts.length === 4 && parts.every((part) => Number(part) < 256);
}

function wordsIn(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
