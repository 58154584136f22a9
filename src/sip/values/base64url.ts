const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Array.from(ALPHABET, (char, value) => [char, value])),
  // Plain base64, which some signers use by mistake.
  '+': 62,
  '/': 63,
};

/** The bytes of base64url text (RFC 4648 §5; padding may be there or not); null when it is none. */
export function decodeBase64Url(text: string): Uint8Array | null {
  const end = text.length - (/={1,2}$/.exec(text)?.[0].length ?? 0);
  if (end % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((end * 3) / 4));
  let collected = 0;
  let bits = 0;
  let at = 0;
  for (let index = 0; index < end; index += 1) {
    const value = VALUES[text[index] as string];
    if (value === undefined) return null;
    collected = ((collected << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (collected >> bits) & 0xff;
    at += 1;
  }
  return bytes;
}
