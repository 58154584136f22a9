/** xz for the tests: no package writes it. Stored chunks, which LZMA2 has, and zeros that were packed by xz 5.4 itself. */
import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { concat, u16, u32 } from '../../capture/capture-bytes.ts';

const NO_CHECK = [0, 0];
const STORED = 1;
const LONGEST_CHUNK = 65_536;

function number(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...number(Math.floor(value / 128))];
}

function padded(bytes: Uint8Array): Uint8Array {
  return concat(bytes, new Uint8Array(-bytes.length & 3));
}

const withSum = (bytes: Uint8Array): Uint8Array => concat(bytes, u32(crc32(bytes), true));

/** One stream with one block. `dictionary` is the size byte: 40 asks for 4 GiB. */
export function xzBytes(data: Uint8Array, dictionary = 8): Uint8Array {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += LONGEST_CHUNK) {
    const part = data.subarray(at, at + LONGEST_CHUNK);
    chunks.push(concat([STORED], u16(part.length - 1), part));
  }
  const body = concat(...chunks, [0]);
  const header = withSum(Uint8Array.from([2, 0, 0x21, 1, dictionary, 0, 0, 0]));
  const index = withSum(
    padded(Uint8Array.from([0, 1, ...number(header.length + body.length), ...number(data.length)])),
  );
  const footer = concat(u32(index.length / 4 - 1, true), NO_CHECK);
  return concat(
    [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0],
    withSum(Uint8Array.from(NO_CHECK)),
    header,
    padded(body),
    index,
    u32(crc32(footer), true),
    footer,
    [0x59, 0x5a],
  );
}

/** `head -c 4000000 /dev/zero | xz -9e` */
const FOUR_MEGABYTES =
  '/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM//8RAWxdAABv/f//o7f/Rz5IFXI5YVG4kijmo4YH+e7kHoLTL8U6PAFLsX7JiopNL6MN2X+m44wjEVPgWRjFdYrid/i2lH8MasDedElk4ulcU7IE2PdEDKtfDW1G6eXDdoi3llestk3haR1v+0uIEGxCy4g/XACP0E6vJiiUcR89jyThcJ6nI1/sKMuF0ZWYin4qkfIndfcZwAaYTZj92K/VkA/EJVP49ZE2MQWlsO5vwXBNRwzRkRGqrWAdus6xJxhcWYbpZlJYvul2rFnk5VsFCPnH2q38+1IrdM0eWyBC+d1TPfgpZAk7gMsqbN+1O/DEvS5fqg8+S2ZCkBMO/xCT+HF4WfgLzf+VKEYPqfx83vuaMC5WwI+F84OBwGXEJVP49ZE2MQWlsO5vwXBNRwzRkRGqrWAdus6xJxhcWYbpZlJYvul2rFnk5VsFCPnH2q38+1IrdM0eWyBC+d1TPfgpZAk7gMsqbN+1O/DEvEgn5lidCe0BEQDsc1On/b6ufDEan7eNMW5wnqcjX+woy4XRlZiKfiqR8id19xnABphNmP3Yr9WQD8QlU/j1kTYxBaWw7m/BcE1HDNGREaqtYB26zrEnGFxZhulmUli+6XasWeTlWwUI+cfarfz7Uit0zR5bIEL53VM9+ClkCTuAyyps37U78MS9Ll+qDz5LZkKQEw7/EJP4cXhZ+AvN/5UoRg+p/Hze+5owLlbAj4Xzg4HAZcQlU/j1kTYxBaWw7m/BcE1HDNGREaqtYB26zrEnGFxZhulmUli+6XasWeTlWwUI+cfarfz7Uit0zR5bIEL53VM9+ClkCTuAyyps37U78MS9Ll+qDz5LZkKQEw7/EJP4cXhZ5Z9yRQAAAG8OvNbpr82UAAGfBYCS9AGxMZzzscRn+wIAAAAABFla';

/** A bomb: streams in a row, each of 708 bytes that become 4 MB of zeros. */
export function xzBomb(streams: number): Uint8Array {
  const one = Buffer.from(FOUR_MEGABYTES, 'base64');
  return concat(...Array.from({ length: streams }, () => one));
}
