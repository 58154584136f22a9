/** A made-up TLS 1.3 session, for what Node's own TLS cannot be made to do. */
import { createCipheriv } from 'node:crypto';
import { nodeCrypto } from '../../../src/input/node-crypto.ts';
import { hex } from '../../../src/network/tls/bytes.ts';
import { expandLabel } from '../../../src/network/tls/hkdf.ts';
import { xorNonce } from '../../../src/network/tls/tls12-aead.ts';
import { concat, u16 } from '../../capture/capture-bytes.ts';

const filled = (value: number, length = 32): Uint8Array => new Uint8Array(length).fill(value);

export function plain(type: number, body: Uint8Array | readonly number[]): Uint8Array {
  return concat([type, 3, 3], u16(body.length), body);
}

export function message(type: number, body: Uint8Array | readonly number[]): Uint8Array {
  return concat([type, 0], u16(body.length), body);
}

const extension = (type: number, body: readonly number[]): Uint8Array =>
  concat(u16(type), u16(body.length), body);

/** `early`: data follows at once, under the keys of an earlier session. */
export function clientHello(early = false): Uint8Array {
  const extensions = concat(extension(43, [2, 3, 4]), early ? extension(42, []) : []);
  const body = concat(
    [3, 3],
    filled(1),
    [0],
    u16(2),
    u16(0x1301),
    [1, 0],
    u16(extensions.length),
    extensions,
  );
  return plain(22, message(1, body));
}

export function serverHello(): Uint8Array {
  const extensions = extension(43, [3, 4]);
  const body = concat([3, 3], filled(2), [0], u16(0x1301), [0], u16(extensions.length), extensions);
  return plain(22, message(2, body));
}

export const SECRET = {
  CLIENT_EARLY_TRAFFIC_SECRET: filled(3),
  CLIENT_HANDSHAKE_TRAFFIC_SECRET: filled(4),
  SERVER_HANDSHAKE_TRAFFIC_SECRET: filled(5),
  CLIENT_TRAFFIC_SECRET_0: filled(6),
  SERVER_TRAFFIC_SECRET_0: filled(7),
};

export function keyLogOf(...labels: readonly (keyof typeof SECRET)[]): string {
  return labels.map((label) => `${label} ${hex(filled(1))} ${hex(SECRET[label])}\n`).join('');
}

/** Seals records under a secret, one after the other. */
export class Sealer {
  #secret: Uint8Array;
  #sequence = 0;

  constructor(secret: Uint8Array) {
    this.#secret = secret;
  }

  seal(type: number, content: Uint8Array | readonly number[], padding = 0): Uint8Array {
    const key = expandLabel(nodeCrypto, 'sha256', this.#secret, 'key', 16);
    const iv = expandLabel(nodeCrypto, 'sha256', this.#secret, 'iv', 12);
    const inner = concat(content, [type], new Uint8Array(padding));
    const header = concat([23, 3, 3], u16(inner.length + 16));
    const cipher = createCipheriv('aes-128-gcm', key, xorNonce(iv, this.#sequence));
    cipher.setAAD(header);
    this.#sequence += 1;
    return concat(header, cipher.update(inner), cipher.final(), cipher.getAuthTag());
  }

  /** A KeyUpdate; what follows is under the next secret (RFC 8446 §7.2). */
  update(): Uint8Array {
    const record = this.seal(22, message(24, [0]));
    this.#secret = expandLabel(nodeCrypto, 'sha256', this.#secret, 'traffic upd', 32);
    this.#sequence = 0;
    return record;
  }
}
