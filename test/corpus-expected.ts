/**
 * Rows of the shared corpus that siptriage does not read yet, each with what it would take.
 * test/corpus.test.ts fails when one of them starts to agree with its truth, so that the table only shrinks.
 */
export const NOT_YET: Readonly<Record<string, string>> = {
  'captures/NormB-sipnab/DTMFsipinfo.pcap': 'PPPoE session',
  'captures/OISF-suricata-verify/sip.pcap': 'TCP',
  'captures/irontec-sngrep/ipip.pcap': 'TCP, IP in IP',
  'captures/irontec-sngrep/ipv6frag.pcap': 'IPv6 fragments',
  'captures/ntop-nDPI/gre.pcap': 'GRE with PPP inside, PPPoE',
  'captures/ntop-nDPI/gre.pcapng': 'GRE with PPP inside',
  'captures/open5gs-open5gs/ipsec_reg.pcapng': 'IPv4 fragments, GTP-U, ESP without encryption',
  'captures/open5gs-open5gs/nonipsec_reg.pcapng': 'IPv4 fragments, GTP-U',
  'captures/open5gs-open5gs/nonipsec_to_ipsec_call.pcapng':
    'IPv4 fragments, GTP-U, TCP, ESP without encryption',
  'captures/open5gs-open5gs/volte.pcapng': 'IPv4 fragments, GTP-U, TCP',
  'captures/seladb-PcapPlusPlus/sip_reqs.pcap': 'PPPoE session',
  'captures/seladb-PcapPlusPlus/sip_resp.pcap': 'TCP',
  'captures/sipcapture-heplify/sip_sctp.pcap': 'SCTP',
  'derived/ipv6frag-lost-first-fragment.pcap': 'IPv6 fragments',
  'derived/merged-null+ether.pcapng': 'TCP',
};
