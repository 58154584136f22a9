import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';
import { HEXDUMP, hexRows, ipv4, payload, XXD } from './hex.ts';

describe('hexdump-c', () => {
  it('reads a message, and a packet that carries one', () => {
    const { messages, source } = read([
      '$ hexdump -C invite.bin',
      ...hexRows(payload(INVITE), HEXDUMP),
      '$ xxd answer.bin',
      ...hexRows(ipv4(OK), XXD),
    ]);
    expect(messages).toMatchObject([
      { line: 2, body: BODY, inferred: 3 },
      { from: '192.0.2.1:5070', to: '198.51.100.2:5060', inferred: 0, transport: 'udp' },
    ]);
    expect(source.dialect).toBe('hexdump-c');
  });

  it('takes an address for no offset', () => {
    expect(read(['00000000  the first page', ...OK]).source.dialect).toBe('plain-concatenated');
  });
});
