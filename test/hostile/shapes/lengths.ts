import {
  flow,
  overTransport,
  pcapParts,
  toPcap,
  toPcapng,
  toSnoop,
} from '../../../fixtures/dsl/index.ts';
import { concat } from '../../../fixtures/dsl/wire/bytes.ts';

const trace = flow`
  alice = 192.0.2.10
  proxy = 198.51.100.1 server
  alice -> proxy INVITE with sdp
  +2ms proxy -> alice 603
  +1ms alice -> proxy ACK
`;

/** `bytes` with a 32-bit number at `at`. */
function patched(bytes: Uint8Array, at: number, value: number, littleEndian: boolean): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(at, value, littleEndian);
  return copy;
}

const [header = new Uint8Array(), ...records] = pcapParts(trace);
const streamed = overTransport(
  {
    ...trace,
    sightings: trace.sightings.map((one) => ({
      ...one,
      payload: Buffer.from(
        Buffer.from(one.payload)
          .toString('latin1')
          .replace(/Content-Length: \d+/, 'Content-Length: 4294967295'),
        'latin1',
      ),
    })),
  },
  'tcp',
);

export interface HugeLength {
  readonly file: Uint8Array;
  /** What is still read of three messages. */
  readonly messages: number;
  readonly unread: readonly string[];
}

const huge = (file: Uint8Array, messages = 3, ...unread: readonly string[]): HugeLength => ({
  file,
  messages,
  unread,
});

/** Files that announce 4 GB somewhere. */
export const HUGE_LENGTHS: Readonly<Record<string, HugeLength>> = {
  'captured length of a pcap record': huge(
    concat([header, patched(records[0]!, 8, 0xffff_ffff, true), ...records.slice(1)]),
    2,
    'damaged-record',
  ),
  'wire length of a pcap record': huge(
    concat([header, patched(records[0]!, 12, 0xffff_ffff, true), ...records.slice(1)]),
  ),
  'snap length of a pcap': huge(patched(toPcap(trace), 16, 0xffff_ffff, true)),
  'length of a pcapng block': huge(
    patched(toPcapng(trace), 28 + 20 + 4, 0xffff_fffc, true),
    2,
    'damaged-block',
  ),
  'captured length in a pcapng block': huge(
    patched(toPcapng(trace), 28 + 20 + 20, 0xffff_ffff, true),
    3,
    'packet-length-wrong',
  ),
  'length of a pcapng section': huge(patched(toPcapng(trace), 16, 0xffff_ffff, true)),
  'length of a snoop record': huge(
    patched(toSnoop(trace), 16 + 8, 0xffff_ffff, false),
    2,
    'damaged-record',
  ),
  'Content-Length on UDP': huge(
    toPcap({
      ...streamed,
      sightings: streamed.sightings.map((one) => ({ ...one, transport: 'udp' as const })),
    }),
  ),
  // What follows in the same direction is read all the same.
  'Content-Length on TCP': huge(toPcap(streamed), 3, 'content-length-too-long'),
};
