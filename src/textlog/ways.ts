const SENT =
  /^(?:tx|sen[dt]|sending|transmit|reliably|retransmit|out|writ|snd|>|-+>|=+>|s$|o$|t$)/i;
const RECEIVED = /^(?:rx|rec[ve]|received|read|in|rcv|<|r$|i$)/i;

/** Whether a word of an envelope means that the host sent the message; undefined when it means nothing. */
export function wasSent(word: string): boolean | undefined {
  const text = word.trim();
  if (SENT.test(text)) return true;
  return RECEIVED.test(text) ? false : undefined;
}
