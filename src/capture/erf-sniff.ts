/** Endace files have no mark of their own: they are known by records that follow one another and make sense. */
import { ERF_HEADER_LENGTH, type ErfRecord, isEthernet, readErf } from './erf-record.ts';
import { u16be } from './bytes.ts';

/** Records that are looked at. */
const MOST_RECORDS = 32;
/** So many in a row are no accident; fewer have to fill the file exactly and begin with Ethernet that carries IP. */
const SURE_RECORDS = 3;
/** Neighbours were captured within this many seconds of each other. */
const NEIGHBOUR_SECONDS = 86_400;
/** Header, offset, pad byte, and the addresses of the frame. */
const ETHERTYPE_AT = ERF_HEADER_LENGTH + 2 + 12;
/** IPv4, IPv6, VLAN tags, MPLS. */
const ETHERTYPES: readonly number[] = [0x0800, 0x86dd, 0x8100, 0x88a8, 0x8847];

/** `head` is the whole file, or a beginning that holds many records. */
export function sniffErf(head: Uint8Array): boolean {
  let at = 0;
  let records = 0;
  let previous = Number.NaN;
  while (records < MOST_RECORDS && at + ERF_HEADER_LENGTH <= head.length) {
    const record = readErf(head, at);
    if (record === null || !isNeighbour(record, previous)) return false;
    if (at + record.length > head.length) break;
    previous = record.seconds;
    at += record.length;
    records += 1;
  }
  if (records >= SURE_RECORDS) return true;
  const first = readErf(head, 0);
  if (records === 0 || at !== head.length || first === null) return false;
  return isEthernet(first) && ETHERTYPES.includes(u16be(head, ETHERTYPE_AT));
}

/** `seconds` is the time of the record before; NaN when there was none. */
export function isNeighbour(record: ErfRecord, seconds: number): boolean {
  return !(Math.abs(record.seconds - seconds) > NEIGHBOUR_SECONDS);
}
