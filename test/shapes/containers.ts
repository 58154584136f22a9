import { only, toPcapng } from '../../fixtures/dsl/index.ts';
import { pcap, pcapng, type Shape, snoop } from './shape.ts';

const NO_CLOCK = {
  without: ['timing', 'findings', 'confidence', 'release', 'outcome'],
  because: 'simple packet blocks have no time',
} as const;

/** Files, byte orders and resolutions. */
export const CONTAINERS: readonly Shape[] = [
  pcap('pcap, little-endian, µs'),
  pcap('pcap, big-endian, µs', { endian: 'big' }),
  pcap('pcap, little-endian, ns', { resolution: 'ns' }),
  pcap('pcap, big-endian, ns', { endian: 'big', resolution: 'ns' }),
  pcap('pcap, flags above the link type', { linkTypeBits: 0x1400_0000 }),
  pcapng('pcapng, little-endian'),
  pcapng('pcapng, big-endian', { endian: 'big' }),
  pcapng('pcapng, ns', { interfaces: [{ tsresol: 9, name: 'eth0' }] }),
  pcapng('pcapng, 2^-20 s', { interfaces: [{ tsresol: 0x94 }] }),
  pcapng('pcapng, clock offset', { interfaces: [{ tsoffset: 3600 }] }),
  pcapng('pcapng, simple packets', { blocks: 'spb' }, NO_CLOCK),
  pcapng('pcapng, old packet blocks', { blocks: 'opb', endian: 'big' }),
  pcapng('pcapng, unknown block', { unknownBlock: true, interfaces: [{ drops: 0 }] }),
  pcapng('pcapng, ERF', { interfaces: [{ link: 'erf' }] }),
  pcapng('pcapng, raw IP', { interfaces: [{ link: 'raw' }] }),
  {
    name: 'pcapng, two interfaces of different links',
    file(flow) {
      const trace = flow();
      const sightings = trace.sightings.map((one) => ({
        ...one,
        interfaceId: one.to.address === '203.0.113.9' ? 1 : 0,
      }));
      const interfaces = [{ link: 'ethernet' }, { link: 'sll2', tsresol: 9 }] as const;
      return toPcapng({ ...trace, sightings }, { interfaces });
    },
  },
  {
    name: 'pcapng, two sections of different byte order',
    file(flow) {
      const trace = flow();
      const parts = [true, false].map((early) =>
        only(trace, ({ time }) => time < trace.sightings[0]!.time + 3e6 === early),
      );
      const [a, b] = [toPcapng(parts[0]!), toPcapng(parts[1]!, { endian: 'big' })];
      return Uint8Array.from([...a, ...b]);
    },
  },
  snoop('snoop'),
  snoop('snoop, QinQ', { tunnels: ['qinq'] }),
];
