import {
  merge,
  only,
  pcapParts,
  seenTwice,
  toPcap,
  toPcapng,
  type Trace,
} from '../../fixtures/dsl/index.ts';
import { concat } from '../../fixtures/dsl/wire/bytes.ts';
import type { Flow } from './flow.ts';
import { pcap, type Shape, traced } from './shape.ts';

/** The flow and one more packet that is nothing to anybody. */
function withLastPacket(flow: Flow): Trace {
  const trace = flow();
  const last = trace.sightings.at(-1)!;
  const more = { ...trace, sightings: [{ ...last, time: last.time + 1000 }] };
  return merge(trace, more);
}

/** The flow as pcap with bytes that are no record after the third packet. */
function withJunk(flow: Flow): Uint8Array {
  const parts = pcapParts(flow());
  const junk = new Uint8Array(1000).fill(0xff);
  return concat([...parts.slice(0, 4), junk, ...parts.slice(4)]);
}

/** The flow as pcapng; between the packets blocks of unknown types with odd contents. */
function withUnknownBlocks(flow: Flow): Uint8Array {
  const trace = flow();
  const parts = trace.sightings.map((one) =>
    toPcapng(
      only(trace, (other) => other === one),
      { unknownBlock: true },
    ),
  );
  return concat(parts);
}

/** What happens to captures on their way. */
export const DAMAGED: readonly Shape[] = [
  { name: 'last record cut', file: (flow) => toPcap(withLastPacket(flow)).slice(0, -20) },
  {
    name: 'header of the last record cut',
    file: (flow) => toPcap(withLastPacket(flow)).slice(0, -80),
  },
  { name: 'last block cut', file: (flow) => toPcapng(withLastPacket(flow)).slice(0, -20) },
  { name: 'junk between records', file: withJunk },
  { name: 'a section and an unknown block for every packet', file: withUnknownBlocks },
  pcap('bodies cut by the snap length', { snaplen: 900 }),
  traced('every packet twice', (flow) => seenTwice(flow()), {}, { twice: true }),
  traced(
    'every packet twice, once per VLAN',
    (flow) => seenTwice(flow(), { vlans: [7], delayUs: 40 }),
    {},
    { twice: true },
  ),
  traced(
    'every packet twice, behind a router',
    (flow) => seenTwice(flow(), { hops: 1, delayUs: 900 }),
    {},
    { twice: true },
  ),
];
