import type { StreamProtocol } from '../stream/protocol.ts';
import { WebSocketConnection } from './connection.ts';
import { sniffWebSocket } from './sniff.ts';
import { WebSocketShare } from './websocket-share.ts';

/** WebSocket (RFC 6455), found by its handshake or by frames that carry SIP (RFC 7118), on any port. */
export const webSocket: StreamProtocol = {
  id: 'websocket',
  open(context) {
    const share = new WebSocketShare(context);
    return {
      sniff: (bytes, start, end) =>
        sniffWebSocket(bytes, start, end, context.recognises, share.inflater),
      connect: () => new WebSocketConnection(share),
    };
  },
};
