/**
 * Rows of the shared corpus that siptriage does not read yet, each with what it would take.
 * test/corpus.test.ts fails when one of them starts to agree with its truth, so that the table only shrinks.
 */
export const NOT_YET: Readonly<Record<string, string>> = {
  'captures/OISF-suricata-verify/sip.pcap': 'TCP',
  'captures/irontec-sngrep/ipip.pcap': 'TCP, IP in IP',
  'captures/open5gs-open5gs/ipsec_reg.pcapng': 'IPv4 fragments, GTP-U, ESP without encryption',
  'captures/open5gs-open5gs/nonipsec_to_ipsec_call.pcapng':
    'IPv4 fragments, GTP-U, TCP, ESP without encryption',
  'captures/open5gs-open5gs/volte.pcapng': 'IPv4 fragments, GTP-U, TCP',
  'captures/seladb-PcapPlusPlus/sip_resp.pcap': 'TCP',
  'derived/merged-null+ether.pcapng': 'TCP',
};
