import { type Chain, NONE } from './store.ts';

/** All messages of one Call-ID that are still needed; the messages themselves are in the store. */
export class Conversation implements Chain {
  readonly callId: string;
  last = NONE;
  count = 0;
  /** Time of the latest message, µs. */
  lastTime = 0;
  /** An INVITE, or a response to one, has been seen. */
  hasInvite = false;
  /** Messages there were when it was last judged and found worth keeping. */
  judged = 0;
  /** It was judged, reported and released before; what follows are late messages. */
  released = false;

  constructor(callId: string) {
    this.callId = callId;
  }
}
