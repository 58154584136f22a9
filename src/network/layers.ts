import { hep2 } from './hep/hep2.ts';
import { hep3 } from './hep/hep3.ts';
import { icmp, icmpV6 } from './icmp/icmp.ts';
import { anyIp } from './ip/any-ip.ts';
import { authenticationHeader } from './ip/authentication-header.ts';
import { espInUdp, espNull } from './ip/esp-null.ts';
import { ipv4Fragment } from './ip/ipv4-fragment.ts';
import { ipv4 } from './ip/ipv4.ts';
import { ipv6Extension } from './ip/ipv6-extension.ts';
import { ipv6Fragment } from './ip/ipv6-fragment.ts';
import { ipv6 } from './ip/ipv6.ts';
import { ciscoHdlc } from './link/cisco-hdlc.ts';
import { ppp, pppIp, pppWithDirection } from './ppp/ppp.ts';
import { pppoe } from './ppp/pppoe.ts';
import { sctp } from './transport/sctp.ts';
import { erspan } from './tunnel/erspan.ts';
import { geneve } from './tunnel/geneve.ts';
import { gre } from './tunnel/gre.ts';
import { gtpU } from './tunnel/gtp-u.ts';
import { l2tp, l2tpV3 } from './tunnel/l2tp.ts';
import { mpls } from './tunnel/mpls.ts';
import { mplsInUdp } from './tunnel/mpls-in-udp.ts';
import { sctpInUdp } from './tunnel/sctp-in-udp.ts';
import { teredo } from './tunnel/teredo.ts';
import { tzsp } from './tunnel/tzsp.ts';
import { vxlan } from './tunnel/vxlan.ts';
import type { LayerDefinition } from './layer.ts';
import { erf } from './link/erf.ts';
import { nflog } from './link/nflog.ts';
import { perPacketInformation, pktap } from './link/nested-link.ts';
import { radiotap } from './link/radiotap.ts';
import { wifi, wifiPadded } from './link/wifi.ts';
import { ethernet } from './link/ethernet.ts';
import { linuxCooked, linuxCooked2 } from './link/linux-cooked.ts';
import { llc } from './link/llc.ts';
import { loopback } from './link/loopback.ts';
import { vlan } from './link/vlan.ts';
import { tcp } from './transport/tcp.ts';
import { udp, udpPayload } from './transport/udp.ts';

/** Every layer that is read. A new one is a file that returns keys, and a line here. */
export const LAYERS: readonly LayerDefinition[] = [
  ethernet,
  llc,
  vlan,
  linuxCooked,
  linuxCooked2,
  loopback,
  ciscoHdlc,
  erf,
  nflog,
  perPacketInformation,
  pktap,
  radiotap,
  wifi,
  wifiPadded,
  ppp,
  pppWithDirection,
  pppIp,
  pppoe,
  anyIp,
  ipv4,
  ipv4Fragment,
  ipv6,
  ipv6Extension,
  ipv6Fragment,
  authenticationHeader,
  espNull,
  espInUdp,
  tcp,
  udp,
  udpPayload,
  hep2,
  hep3,
  icmp,
  icmpV6,
  sctp,
  sctpInUdp,
  gre,
  erspan,
  mpls,
  mplsInUdp,
  vxlan,
  geneve,
  gtpU,
  l2tp,
  l2tpV3,
  tzsp,
  teredo,
];
