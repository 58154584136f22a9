/** Names of numbers that appear in unread reasons; the same in every language. */

export const ETHERTYPE_NAMES: Readonly<Record<string, string>> = {
  '0x0806': 'ARP',
  '0x8035': 'RARP',
  '0x8100': 'VLAN',
  '0x8808': 'Ethernet flow control',
  '0x8809': 'LACP',
  '0x888e': '802.1X',
  '0x8899': 'Realtek loop detection',
  '0x88cc': 'LLDP',
  '0x88e1': 'HomePlug',
  '0x88e5': 'MACsec',
  '0x88f7': 'PTP',
  '0x8863': 'PPPoE discovery',
  '0x9000': 'Ethernet loopback test',
  '0x86dd': 'IPv6',
  '0x0800': 'IPv4',
};

export const IP_PROTOCOL_NAMES: Readonly<Record<string, string>> = {
  '0': 'IPv6 hop-by-hop',
  '1': 'ICMP',
  '2': 'IGMP',
  '6': 'TCP',
  '41': 'IPv6 in IPv4',
  '46': 'RSVP',
  '47': 'GRE',
  '50': 'IPsec ESP',
  '51': 'IPsec AH',
  '58': 'ICMPv6',
  '59': 'IPv6 no next header',
  '88': 'EIGRP',
  '89': 'OSPF',
  '103': 'PIM',
  '112': 'VRRP',
  '132': 'SCTP',
};

export const PPP_PROTOCOL_NAMES: Readonly<Record<string, string>> = {
  '0x8021': 'IPCP',
  '0x8057': 'IPv6CP',
  '0xc021': 'LCP',
  '0xc023': 'PAP',
  '0xc223': 'CHAP',
  '0x80fd': 'CCP',
  '0x00fd': 'compressed PPP',
  '0x003d': 'multilink PPP',
};

export const PCAPNG_BLOCK_NAMES: Readonly<Record<string, string>> = {
  '0x00000004': 'name resolution',
  '0x00000005': 'interface statistics',
  '0x00000007': 'IRIG timestamp',
  '0x00000009': 'systemd journal entry',
  '0x0000000a': 'decryption secrets',
  '0x00000bad': 'custom block',
  '0x40000bad': 'custom block, do not copy',
};

/** Containers that are recognised by content. */
export const CONTAINER_NAMES: Readonly<Record<string, string>> = {
  xz: 'xz',
  bzip2: 'bzip2',
  lz4: 'LZ4',
  zip: 'ZIP',
  '7z': '7-Zip',
  rar: 'RAR',
  tar: 'tar',
  netmon: 'Microsoft Network Monitor',
  sniffer: 'NAI Sniffer',
  etherpeek: 'EtherPeek/OmniPeek',
  iptrace: 'AIX iptrace',
  evtx: 'Windows event log',
  sqlite: 'SQLite',
  pdf: 'PDF',
};
