/** Link types as captures number them (https://www.tcpdump.org/linktypes.html): those that are read, and others that are met. */
export interface LinkType {
  readonly id: string;
  /** For people; the same in every language. */
  readonly name: string;
}

const LINK_TYPES: Readonly<Record<number, LinkType>> = {
  0: { id: 'null', name: 'BSD loopback' },
  1: { id: 'ethernet', name: 'Ethernet' },
  6: { id: 'token-ring', name: 'Token Ring' },
  7: { id: 'arcnet', name: 'ARCNET' },
  9: { id: 'ppp', name: 'PPP' },
  10: { id: 'fddi', name: 'FDDI' },
  // Numbers of raw IP on some systems, which old files carry.
  12: { id: 'raw-ip', name: 'raw IP' },
  14: { id: 'raw-ip', name: 'raw IP' },
  50: { id: 'ppp-hdlc', name: 'PPP in HDLC framing' },
  51: { id: 'pppoe', name: 'PPPoE' },
  100: { id: 'atm-llc', name: 'LLC over ATM' },
  101: { id: 'raw-ip', name: 'raw IP' },
  104: { id: 'cisco-hdlc', name: 'Cisco HDLC' },
  105: { id: 'wifi', name: 'Wi-Fi (802.11)' },
  107: { id: 'frame-relay', name: 'Frame Relay' },
  108: { id: 'loop', name: 'OpenBSD loopback' },
  113: { id: 'linux-sll', name: 'Linux cooked' },
  117: { id: 'pflog', name: 'OpenBSD pflog' },
  119: { id: 'wifi-prism', name: 'Wi-Fi with Prism header' },
  122: { id: 'ip-over-fc', name: 'IP over Fibre Channel' },
  123: { id: 'sunatm', name: 'SunATM' },
  127: { id: 'wifi-radiotap', name: 'Wi-Fi with radiotap header' },
  138: { id: 'firewire', name: 'FireWire' },
  139: { id: 'mtp2-with-header', name: 'SS7 MTP2 with a pseudo-header' },
  140: { id: 'mtp2', name: 'SS7 MTP2' },
  141: { id: 'mtp3', name: 'SS7 MTP3' },
  142: { id: 'sccp', name: 'SS7 SCCP' },
  143: { id: 'docsis', name: 'DOCSIS' },
  // Wireshark's way to LTE and NR MAC, RLC, RRC and the like: the user says which is meant.
  147: { id: 'user-0', name: 'user-defined 0' },
  148: { id: 'user-1', name: 'user-defined 1' },
  149: { id: 'user-2', name: 'user-defined 2' },
  150: { id: 'user-3', name: 'user-defined 3' },
  151: { id: 'user-4', name: 'user-defined 4' },
  152: { id: 'user-5', name: 'user-defined 5' },
  153: { id: 'user-6', name: 'user-defined 6' },
  154: { id: 'user-7', name: 'user-defined 7' },
  155: { id: 'user-8', name: 'user-defined 8' },
  156: { id: 'user-9', name: 'user-defined 9' },
  157: { id: 'user-10', name: 'user-defined 10' },
  158: { id: 'user-11', name: 'user-defined 11' },
  159: { id: 'user-12', name: 'user-defined 12' },
  160: { id: 'user-13', name: 'user-defined 13' },
  161: { id: 'user-14', name: 'user-defined 14' },
  162: { id: 'user-15', name: 'user-defined 15' },
  163: { id: 'wifi-avs', name: 'Wi-Fi with AVS header' },
  165: { id: 'bacnet-ms-tp', name: 'BACnet MS/TP' },
  166: { id: 'ppp-pppd', name: 'PPP with direction' },
  177: { id: 'lapd-linux', name: 'ISDN LAPD' },
  186: { id: 'usb-freebsd', name: 'USB, FreeBSD' },
  187: { id: 'bluetooth-hci', name: 'Bluetooth HCI' },
  189: { id: 'usb-linux', name: 'USB, Linux' },
  192: { id: 'ppi', name: 'PPI' },
  195: { id: 'ieee802.15.4', name: '802.15.4' },
  197: { id: 'erf', name: 'ERF' },
  201: { id: 'bluetooth-hci-direction', name: 'Bluetooth HCI with direction' },
  203: { id: 'lapd', name: 'ISDN LAPD' },
  204: { id: 'ppp-direction', name: 'PPP with direction' },
  205: { id: 'cisco-hdlc-direction', name: 'Cisco HDLC with direction' },
  206: { id: 'frame-relay-direction', name: 'Frame Relay with direction' },
  215: { id: 'ieee802.15.4-phy', name: '802.15.4 without address padding' },
  219: { id: 'mpls', name: 'MPLS' },
  220: { id: 'usb-linux-mmapped', name: 'USB, Linux mmapped' },
  226: { id: 'ipnet', name: 'Solaris IPNET' },
  227: { id: 'can', name: 'CAN bus' },
  228: { id: 'ipv4', name: 'IPv4' },
  229: { id: 'ipv6', name: 'IPv6' },
  230: { id: 'ieee802.15.4-no-fcs', name: '802.15.4 without checksum' },
  239: { id: 'nflog', name: 'Linux NFLOG' },
  240: { id: 'netanalyzer', name: 'netANALYZER' },
  242: { id: 'ip-over-infiniband', name: 'IP over InfiniBand' },
  247: { id: 'infiniband', name: 'InfiniBand' },
  248: { id: 'sctp', name: 'SCTP without IP' },
  249: { id: 'usb-windows', name: 'USBPcap' },
  251: { id: 'bluetooth-le', name: 'Bluetooth LE' },
  252: { id: 'wireshark-upper-pdu', name: 'Wireshark upper PDU' },
  253: { id: 'netlink', name: 'Linux netlink' },
  254: { id: 'bluetooth-monitor', name: 'Bluetooth, Linux monitor' },
  256: { id: 'bluetooth-le-header', name: 'Bluetooth LE with a pseudo-header' },
  258: { id: 'pktap', name: 'Apple PKTAP' },
  266: { id: 'usb-darwin', name: 'USB, macOS' },
  268: { id: 'sdlc', name: 'SDLC' },
  270: { id: 'loratap', name: 'LoRaTap' },
  271: { id: 'vsock', name: 'Linux vsock' },
  272: { id: 'nordic-ble', name: 'Nordic Bluetooth LE sniffer' },
  276: { id: 'linux-sll2', name: 'Linux cooked 2' },
  283: { id: 'ieee802.15.4-tap', name: '802.15.4 with metadata' },
  288: { id: 'usb-2.0', name: 'USB 2.0, 1.1 or 1.0' },
};

/** Id of a link type; `link-type-N` for one without a name. */
export function linkTypeId(linkType: number): string {
  return LINK_TYPES[linkType]?.id ?? `link-type-${linkType}`;
}

/** Name for people; '' for one without. */
export function linkTypeName(linkType: number): string {
  return LINK_TYPES[linkType]?.name ?? '';
}
