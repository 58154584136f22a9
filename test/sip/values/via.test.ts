import { describe, expect, it } from 'vitest';
import { parseVia, parseVias } from '../../../src/sip/values/via.ts';

describe('parseVia', () => {
  it('reads every part', () => {
    const via = parseVia(
      'SIP/2.0/UDP 192.0.2.1:5070;rport=1024;received=203.0.113.7;branch=z9hG4bKa;oc="x;y"',
    );
    expect(via).toMatchObject({
      protocol: 'SIP/2.0',
      transport: 'UDP',
      host: '192.0.2.1',
      port: 5070,
      rport: 1024,
      received: '203.0.113.7',
      branch: 'z9hG4bKa',
    });
    expect(via.params.get('oc')).toBe('x;y');
  });

  it('tolerates blanks wherever the grammar does (RFC 4475 §3.1.1.1)', () => {
    expect(
      parseVia('SIP  / 2.0  / TCP     spindle.example.com   ;  branch  =   z9hG4bK9'),
    ).toMatchObject({
      protocol: 'SIP/2.0',
      transport: 'TCP',
      host: 'spindle.example.com',
      port: null,
      branch: 'z9hG4bK9',
      rport: null,
    });
  });

  it.each([
    ['SIP/2.0/UDP [2001:db8::9:1]:6050;received=[2001:db8::9:255]', '2001:db8::9:1', 6050],
    ['SIP/2.0/tls-sctp h : 5061', 'h', 5061],
    ['SIP/2.0/UDP', '', null],
    ['SIP', '', null],
    ['', '', null],
  ])('%s', (value, host, port) => {
    expect(parseVia(value)).toMatchObject({ host, port });
  });

  it('tells an rport that is asked for from none', () => {
    expect(parseVia('SIP/2.0/UDP h;rport').rport).toBe(0);
    expect(parseVia('SIP/2.0/UDP h').rport).toBeNull();
  });
});

it('a line may hold several hops', () => {
  const vias = parseVias('SIP/2.0/UDP a;branch=1 , SIP/2.0/TCP b;branch=2');
  expect(vias.map(({ host, branch }) => `${host} ${branch}`)).toEqual(['a 1', 'b 2']);
});
