import { FactsBuilder } from '../facts.ts';
import type { CaptureFormat } from '../reader.ts';
import { RecordStream } from '../record-stream.ts';
import { BlockReader, isPcapng } from './block-reader.ts';
import { Section } from './section.ts';

/** pcapng: any number of sections, each in its own byte order, any number of interfaces in each. */
export const pcapng: CaptureFormat = {
  id: 'pcapng',
  sniff: isPcapng,
  open(sink, unread) {
    const facts = new FactsBuilder();
    const stream = new RecordStream(new BlockReader(new Section(sink, unread, facts)));
    return { facts, push: (chunk) => stream.push(chunk), end: () => stream.end() };
  },
};
