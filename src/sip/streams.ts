import { hepStream } from '../network/hep/hep-stream.ts';
import type { StreamContext, StreamProtocol } from '../network/stream/protocol.ts';
import { proxyHeader } from '../network/stream/proxy.ts';
import { StreamRegistry } from '../network/stream/registry.ts';
import { webSocket } from '../network/websocket/websocket.ts';
import { looksLikeSip } from './read.ts';
import { sipStream, type StreamMessage } from './sip-stream.ts';

export interface StreamSetting extends Pick<StreamContext, 'unread' | 'payloads' | 'facts'> {
  /** Takes messages that lie straight on a byte stream; those of WebSocket and HEP go to `payloads`. */
  readonly found: StreamMessage;
  /** More protocols, such as TLS with its keys. */
  readonly extra?: readonly StreamProtocol[];
}

/** Every stream protocol that is read, found by content on any port. SIP stands last: it searches what none has claimed. */
export function sipStreams(setting: StreamSetting): StreamRegistry {
  const { found, extra = [], unread, payloads, facts } = setting;
  return new StreamRegistry([proxyHeader, webSocket, hepStream, ...extra, sipStream(found)], {
    unread,
    payloads,
    facts,
    recognises: looksLikeSip,
  });
}
