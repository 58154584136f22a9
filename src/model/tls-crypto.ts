/**
 * The cryptography that reading TLS needs. The rooms that read it run in a browser too, so it is handed in: Node's own
 * stands behind `input/node-crypto.ts`. All of it is synchronous, and none of it throws for wrong data.
 */
export type HashName = 'md5' | 'sha1' | 'sha256' | 'sha384';
export type AeadName = 'aes-128-gcm' | 'aes-256-gcm' | 'chacha20-poly1305';
export type BlockCipherName = 'aes-128-cbc' | 'aes-256-cbc' | 'des-ede3-cbc';

export interface TlsCrypto {
  hmac(hash: HashName, key: Uint8Array, data: Uint8Array): Uint8Array;
  /** Opens `sealed`, which ends in a 16-byte tag; null when the tag does not fit. */
  aeadDecrypt(
    cipher: AeadName,
    key: Uint8Array,
    nonce: Uint8Array,
    additional: Uint8Array,
    sealed: Uint8Array,
  ): Uint8Array | null;
  /** Decrypts whole blocks and leaves the padding on; null when the lengths do not fit. */
  cbcDecrypt(
    cipher: BlockCipherName,
    key: Uint8Array,
    iv: Uint8Array,
    data: Uint8Array,
  ): Uint8Array | null;
}
