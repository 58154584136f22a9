import type { UnreadTally } from '../model/unread.ts';
import type { Message } from '../sip/message.ts';

export interface MessageSink {
  /** One message; its bytes are only valid until this returns. `frame` is the 1-based line of its start line. */
  message(message: Message): void;
}

export interface TextReader {
  /** Takes the next bytes of the source; they may be overwritten after the call. */
  push(chunk: Uint8Array): void;
  end(): void;
  readonly facts: { readonly lines: number };
}

/** One way in which SIP is written into text. The registry asks each in turn. */
export interface Dialect {
  readonly id: string;
  /** Decides by content: `head` is the beginning of the source. */
  sniff(head: Uint8Array): boolean;
  open(sink: MessageSink, unread: UnreadTally): TextReader;
}
