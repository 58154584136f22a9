import type { Dialect } from '../dialect.ts';

/** webrtc2sip (Doubango): what comes over WebSocket, the start line in the same row. Field names may be in lower case. */
export const webrtc2sip: Dialect = {
  id: 'webrtc2sip',
  patterns: [{ mark: ' SIP o/ ', row: /INFO: (?<way>Receiving) SIP o\/ WebSocket message:/ }],
  gap: 1,
};
