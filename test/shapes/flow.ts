/** The call flow that every shape carries: one declined after ringing, one stuck on 100, one healthy. */
import { flowFromText, overTransport, type Trace } from '../../fixtures/dsl/index.ts';
import type { Transport } from '../../src/model/packet.ts';

const HOSTS = {
  4: { alice: '192.0.2.10', proxy: '198.51.100.1', gw: '203.0.113.9', bob: '192.0.2.20' },
  6: {
    alice: '2001:db8:a::10',
    proxy: '2001:db8:b::1',
    gw: '2001:db8:c::9',
    bob: '2001:db8:a::20',
  },
} as const;

/** A flow over IPv4 or IPv6 and over a transport: IPv4 and UDP unless told. */
export type Flow = (version?: 4 | 6, transport?: Transport) => Trace;

/** The flow over IPv4 or IPv6 and over this transport. Both directions of a pair send twice at one moment. */
export function shapeFlow(version: 4 | 6 = 4, transport: Transport = 'udp'): Trace {
  const { alice, proxy, gw, bob } = HOSTS[version];
  const trace = flowFromText(
    `
    alice = [${alice}]:5060 "Yealink SIP-T46U 108.86.0.20" user=1001
    proxy = [${proxy}]:5060 server rr "kamailio (5.8.1 (x86_64/linux))"
    gw    = [${gw}]:5060 server "TrunkGW/7.2"
    bob   = [${bob}]:5060 "Polycom/5.9.7 PolycomVVX-VVX_411-UA" user=1002

    call declined @0s {
      alice -> proxy INVITE sip:1002@example.com with sdp
      +2ms proxy -> alice 100
      +1ms proxy -> bob INVITE
      +4ms bob -> proxy 100
      +0ms bob -> proxy 180
      +1ms proxy -> alice 180
      +6s bob -> proxy 603 "Decline"
      +0ms proxy -> bob ACK
      +1ms proxy -> alice 603
      +9ms alice -> proxy ACK
    }
    call stuck @2s {
      alice -> proxy INVITE sip:+84900000001@example.com with sdp
      +2ms proxy -> alice 100
      +1ms proxy -> gw INVITE
      +5ms gw -> proxy 100
      +32s proxy -> alice 408
      +9ms alice -> proxy ACK
    }
    call healthy @40s {
      bob -> proxy INVITE sip:1001@example.com with sdp
      +2ms proxy -> bob 100
      +1ms proxy -> alice INVITE
      +20ms alice -> proxy 180
      +1ms proxy -> bob 180
      +3s alice -> proxy 200 with sdp
      +1ms proxy -> bob 200
      +9ms bob -> proxy ACK
      +1ms proxy -> alice ACK
      +30s bob -> proxy BYE
      +1ms proxy -> alice BYE
      +9ms alice -> proxy 200
      +1ms proxy -> bob 200
    }
    @120s capture ends
  `.replaceAll(/\[([\d.]+)\]/g, '$1'),
  );
  return transport === 'udp' ? trace : overTransport(trace, transport);
}

/** IPv6 addresses of the flow as their IPv4 twins, so that reports can be compared. */
export function withoutVersion(text: string): string {
  return Object.keys(HOSTS[4]).reduce((result, name) => {
    const host = name as keyof (typeof HOSTS)[4];
    return result.replaceAll(`[${HOSTS[6][host]}]`, HOSTS[4][host]);
  }, text);
}
