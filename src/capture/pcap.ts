import { FactsBuilder } from './facts.ts';
import { isPcap } from './pcap-header.ts';
import { PcapRecords } from './pcap-records.ts';
import type { CaptureFormat } from './reader.ts';
import { RecordStream } from './record-stream.ts';

/** Classic capture: either byte order, micro- or nanoseconds, and Kuznetzov's longer record headers. */
export const pcap: CaptureFormat = {
  id: 'pcap',
  sniff: isPcap,
  open(sink, unread) {
    const facts = new FactsBuilder();
    const stream = new RecordStream(new PcapRecords(sink, unread, facts));
    return {
      facts,
      push: (chunk) => stream.push(chunk),
      end: () => stream.end(),
    };
  },
};
