import { describe, expect, it } from 'vitest';
import { Decoding, encodingOf } from '../../src/textlog/encoding.ts';

const TEXT = 'SIP/2.0 200 OK\r\nSubject: Nguyễn é 🙂\r\n';
const units = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(big ? bytes.swap16() : bytes);
};

const decoded = (bytes: Uint8Array, step: number) => {
  const decoding = new Decoding();
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += step) {
    parts.push(decoding.decode(bytes.slice(at, at + step)).slice());
  }
  parts.push(decoding.decode(new Uint8Array(0), true));
  return { text: Buffer.concat(parts), mark: decoding.mark, encoding: decoding.encoding };
};

describe.each([
  ['UTF-8', Buffer.from(TEXT), 'utf-8', 0],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8', 3],
  ['UTF-16, little end first', units(TEXT, false), 'utf-16le', 0],
  ['UTF-16, big end first', units(TEXT, true), 'utf-16be', 0],
  ['UTF-16 with a byte order mark, little end first', units(`\ufeff${TEXT}`, false), 'utf-16le', 2],
  ['UTF-16 with a byte order mark, big end first', units(`\ufeff${TEXT}`, true), 'utf-16be', 2],
] as const)('%s', (_, bytes, encoding, mark) => {
  it.each([1, 3, 1 << 20])('becomes UTF-8 without a mark, %d bytes at a time', (step) => {
    expect(decoded(new Uint8Array(bytes), step)).toEqual({
      text: Buffer.from(TEXT),
      mark,
      encoding,
    });
  });
});

describe('an encoding', () => {
  it('keeps what is whole around halves of characters', () => {
    for (const big of [false, true]) {
      const { text } = decoded(units('\ufeffa\ud800b\udc00c', big), 1);
      expect(text.toString()).toBe('a\ufffdb\ufffdc');
    }
  });

  it('tells of a byte that is left over', () => {
    const { text } = decoded(Uint8Array.of(0xff, 0xfe, 97, 0, 98), 1);
    expect(text.toString()).toBe('a\ufffd');
  });

  it('is not UTF-16 because of a few zero bytes', () => {
    expect(encodingOf(Buffer.from(`${TEXT.repeat(20)}\0\0\0`))).toBe('utf-8');
    expect(encodingOf(new Uint8Array(600))).toBe('utf-8');
    expect(encodingOf(new Uint8Array(0))).toBe('utf-8');
  });
});
