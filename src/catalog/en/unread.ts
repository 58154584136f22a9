import type { UnreadTexts } from '../unread.ts';

const named = (value: string, name: string): string => (name === '' ? value : `${value} (${name})`);

const EXACT = {
  // Files and containers.
  'format-unknown': 'file in a format that is not known',
  'compressed-stream-damaged': 'compressed data damaged or cut; what came before was read',
  'compressed-stream-trailing-bytes': 'bytes after the end of the compressed data',
  'compressed-window-too-large': 'compressed with a window that is too large',
  'expansion-limit': 'expands out of all proportion; reading was stopped',
  'compression-nesting-limit': 'compressed too many times over',
  'outside-time-range': 'messages outside --since and --until',
  // Capture records.
  'damaged-record': 'damaged capture record; reading went on after it',
  'truncated-record': 'capture record cut at the end of the file',
  'damaged-block': 'damaged pcapng block; reading went on after it',
  'block-trailer-wrong': 'pcapng block whose two lengths differ',
  'interface-unknown': 'packet of an interface that the file does not describe',
  'interface-limit': 'interface beyond the number that is kept',
  'packet-length-wrong': 'packet longer than its block',
  'packet-empty': 'packet without bytes',
  'decryption-secrets-unread': 'decryption secrets, not used yet',
  // Links and tunnels.
  'ethernet-truncated': 'Ethernet frame cut short',
  'vlan-truncated': 'VLAN tag cut short',
  'linux-cooked-truncated': 'Linux cooked header cut short',
  'cisco-hdlc-truncated': 'Cisco HDLC header cut short',
  'radiotap-truncated': 'radiotap header cut short',
  'wifi-not-data': 'Wi-Fi management or control frame',
  'wifi-encrypted': 'encrypted Wi-Fi frame',
  'wifi-fragment-or-aggregate': 'Wi-Fi fragment or aggregate, not read',
  'erf-truncated': 'ERF record cut short',
  'erf-record-type': 'ERF record that is not Ethernet',
  'nflog-without-packet': 'NFLOG record without a packet',
  'loopback-family': 'loopback packet that is not IP',
  llc: '802.2 LLC frame (spanning tree and the like)',
  'mpls-truncated': 'MPLS label cut short',
  'gre-truncated': 'GRE header cut short',
  'gre-unsupported': 'GRE in a form that is not read',
  'erspan-truncated': 'ERSPAN header cut short',
  'l2tp-v3-unclear': 'L2TPv3 session whose content is not known',
  'ppp-truncated': 'PPP header cut short',
  'pppoe-truncated': 'PPPoE header cut short',
  'layers-too-deep': 'more layers in one another than are peeled',
  'layer-other': 'other protocols',
  // IP.
  'ip-version-wrong': 'neither IPv4 nor IPv6',
  'ip-length-wrong': 'IP length field that cannot be right',
  'ipv4-truncated': 'IPv4 header cut short',
  'ipv6-truncated': 'IPv6 header cut short',
  'ipv6-extension-truncated': 'IPv6 extension header cut short',
  'ip-fragments-incomplete': 'IP packet with fragments missing',
  'ip-fragment-wrong': 'IP fragment that contradicts the others',
  'ip-fragment-duplicate': 'IP fragment seen twice',
  'authentication-header-truncated': 'IPsec authentication header cut short',
  'esp-encrypted': 'encrypted IPsec packet (ESP)',
  // Transport.
  'udp-not-sip': 'UDP payload that is not SIP',
  'udp-truncated': 'UDP header cut short',
  'udp-length-wrong': 'UDP length field that cannot be right',
  'tcp-truncated': 'TCP header cut short',
  'tcp-not-read': 'TCP segment, not read',
  'tcp-stream-not-sip': 'TCP stream that is not SIP',
  'tcp-stream-stray-bytes': 'bytes between the SIP messages of a TCP stream',
  'tcp-stream-gap': 'gap in a TCP stream; a message may be lost in it',
  'tcp-stream-limit': 'TCP stream beyond the number that is kept',
  'sctp-truncated': 'SCTP header cut short',
  'sctp-chunk-wrong': 'SCTP chunk that cannot be right',
  'sctp-fragment-incomplete': 'SCTP message with parts missing',
  // Text.
  'message-too-long': 'message longer than the limit',
  'text-not-sip': 'line that is not part of a SIP message',
} as const;

export type ExactReason = keyof typeof EXACT;

export const EN_UNREAD: UnreadTexts<ExactReason> = {
  exact: EXACT,
  numbered: {
    'link-type': (value, name) => `packet with link type ${named(value, name)}`,
    ethertype: (value, name) => (name === '' ? `frame with EtherType ${value}` : `${name} frame`),
    'ip-protocol': (value, name) => (name === '' ? `IP protocol ${value}` : `${name} packet`),
    'ppp-protocol': (value, name) => (name === '' ? `PPP protocol ${value}` : `${name} packet`),
    'pcapng-block': (value, name) => `pcapng block ${named(value, name)}, skipped`,
    'snoop-datalink': (value) => `snoop datalink type ${value}`,
    container: (value, name) => `${name || value} file: unpack or convert it first`,
    layer: (value) => `protocol ${value}`,
  },
};
