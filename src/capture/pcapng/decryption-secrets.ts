import { hit } from '../../model/unread.ts';
import { copyOf, u32 } from '../bytes.ts';
import type { Block } from './block.ts';

/** "TLSK": a key log in the SSLKEYLOGFILE format. */
const TLS_KEY_LOG = 0x544c534b;
/** Bytes of secrets kept in all. */
const MAX_SECRETS = 4 * 1_048_576;

/** Decryption Secrets Block, draft-ietf-opsawg-pcapng §4.7. */
export const decryptionSecrets: Block = {
  type: 10,
  id: 'decryption-secrets',
  least: 8,
  read(section, bytes, body, bodyEnd, base) {
    const little = section.littleEndian;
    const type = u32(bytes, body, little);
    const start = body + 8;
    const length = Math.min(u32(bytes, body + 4, little), bodyEnd - start);
    const kept = section.facts.secrets.reduce((sum, secret) => sum + secret.length, 0);
    if (type !== TLS_KEY_LOG || kept + length > MAX_SECRETS) {
      hit(section.unread.reason('decryption-secrets-unread'), section.frame, base + body);
      return;
    }
    section.facts.secrets.push(copyOf(bytes, start, start + length));
  },
};
