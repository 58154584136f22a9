import { expect, it } from 'vitest';
import { ascii, utf8 } from '../../src/sip/bytes.ts';
import { PREFIX_ROOM, writeNumberPrefix } from '../../src/sip/number-prefix.ts';

const out = new Uint8Array(PREFIX_ROOM);
const prefixOf = (uri: string): string => {
  const bytes = ascii(` ${uri} SIP/2.0\r\n`);
  return utf8(out, 0, writeNumberPrefix(bytes, 0, bytes.length, out));
};

it.each([
  ['sip:+84901234567@example.com', '+8490…'],
  ['sip:0283-822-1234@example.com', '0283…'],
  ['sips:+84(90)123.45.67@example.com;user=phone', '+8490…'],
  ['tel:+84-90-1234567', '+8490…'],
  ['tel:1900545;phone-context=+84', '1900…'],
  ['sip:+84901234567;npdi@example.com', '+8490…'],
  ['sip:115@example.com', '115'],
  ['sip:*97#@example.com', '*97#'],
  ['sip:123456@example.com', '123456'],
  ['sip:1234567@example.com', '1234…'],
  ['sip:alice@example.com', ''],
  ['sip:192.0.2.17', ''],
  ['sip:192.0.2.17:5060;transport=udp', ''],
  ['sip:84+901234567@example.com', ''],
  [`sip:${'1'.repeat(32)}@example.com`, '1111…'],
  [`sip:${'1'.repeat(33)}@example.com`, ''],
  ['garbage', ''],
  ['', ''],
])('%s → %j', (uri, prefix) => {
  expect(prefixOf(uri)).toBe(prefix);
});
