/** WebSocket frames, handshakes and permessage-deflate as a browser and a proxy write them. */
import { constants, deflateRawSync } from 'node:zlib';
import { concat, text, u16 } from './packet-bytes.ts';

export const OPTIONS =
  'OPTIONS sip:bob@example.com SIP/2.0\r\nCall-ID: 1\r\nContent-Length: 0\r\n\r\n';
export const OK = 'SIP/2.0 200 OK\r\nCall-ID: 1\r\nContent-Length: 0\r\n\r\n';

export interface FrameShape {
  readonly opcode?: number;
  readonly fin?: boolean;
  readonly compressed?: boolean;
  readonly mask?: readonly number[];
}

export const MASK = [0x12, 0xe4, 0x56, 0x90];

export function frame(payload: string | Uint8Array, shape: FrameShape = {}): Uint8Array {
  const { opcode = 1, fin = true, compressed = false, mask } = shape;
  const bytes = typeof payload === 'string' ? text(payload) : payload;
  const { length } = bytes;
  const masked = mask === undefined ? 0 : 0x80;
  const size =
    length < 126
      ? [masked | length]
      : length < 0x1_0000
        ? [masked | 126, ...u16(length)]
        : [
            masked | 127,
            0,
            0,
            0,
            0,
            length >>> 24,
            (length >>> 16) & 255,
            (length >>> 8) & 255,
            length & 255,
          ];
  return concat(
    [(fin ? 0x80 : 0) | (compressed ? 0x40 : 0) | opcode],
    size,
    mask ?? [],
    mask === undefined ? bytes : bytes.map((byte, at) => byte ^ mask[at & 3]!),
  );
}

export const fromClient = (payload: string | Uint8Array, shape: FrameShape = {}): Uint8Array =>
  frame(payload, { mask: MASK, ...shape });

/** A compressed message that may refer back to `before` (RFC 7692 §7.2.1). */
export function deflated(message: string, before = ''): Uint8Array {
  const whole = deflateRawSync(text(message), {
    finishFlush: constants.Z_SYNC_FLUSH,
    ...(before === '' ? {} : { dictionary: text(before) }),
  });
  return new Uint8Array(whole.subarray(0, -4));
}

export function request(fields = 'Sec-WebSocket-Protocol: sip\r\n'): string {
  return `GET /ws HTTP/1.1\r\nHost: example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n${fields}\r\n`;
}

export function granted(fields = 'Sec-WebSocket-Protocol: sip\r\n'): string {
  return `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n${fields}\r\n`;
}
