const SENT =
  /^(?:tx|sen[dt]|sending|transmit|reliably|retransmit|out|writ|snd|>|-+>|=+>|s$|o$|t$)/i;
const RECEIVED = /^(?:rx|rec[ve]|received|read|in|rcv|<|r$|i$)/i;

/** Words that are remembered: a log has a handful. */
const MAX_REMEMBERED = 256;
const known = new Map<string, boolean | undefined>();

/** Whether a word of an envelope means that the host sent the message; undefined when it means nothing. */
export function wasSent(word: string): boolean | undefined {
  if (known.has(word)) return known.get(word);
  const text = word.trim();
  const sent = SENT.test(text) ? true : RECEIVED.test(text) ? false : undefined;
  if (known.size < MAX_REMEMBERED) known.set(word, sent);
  return sent;
}
