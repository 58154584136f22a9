import { LINKS, type LinkName } from '../../fixtures/dsl/index.ts';
import { pcap, type Shape, traced } from './shape.ts';

const NAMES = Object.keys(LINKS) as LinkName[];

/** Every link layer, with both IP versions. */
export const LINK_SHAPES: readonly Shape[] = [
  ...NAMES.map((link) => pcap(`link ${link}, IPv4`, { link })),
  ...NAMES.map((link) => traced(`link ${link}, IPv6`, (flow) => flow(6), { link })),
];
