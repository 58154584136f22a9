const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url without padding (RFC 4648 §5) of a text with one character a byte. */
export function encodeBase64Url(text: string): string {
  let made = '';
  let collected = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) {
    collected = ((collected << 8) | text.charCodeAt(at)) & 0xffff;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      made += ALPHABET.charAt((collected >> bits) & 63);
    }
  }
  return bits === 0 ? made : made + ALPHABET.charAt((collected << (6 - bits)) & 63);
}
