import { u16be, u32be } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import { type Cursor, POINT } from '../cursor.ts';
import { ANY_IP, DONE, ETHERTYPE, IP_PROTOCOL, LINK_TYPE, PPP_PROTOCOL } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const ENTRY_LENGTH = 4;
const BOTTOM_OF_STACK = 0x100;
const CONTROL_WORD_LENGTH = 4;
const IPV6_HEADER = 40;
const ETHERNET = ETHERTYPE + 0x6558;

/**
 * MPLS label stack, RFC 3032. What follows is not named: 4 and 6 are IP versions, 0 begins a pseudo-wire control word
 * (RFC 4385 §3), anything else is taken for Ethernet without one (RFC 4448).
 */
export const mpls: LayerDefinition = {
  id: 'mpls',
  keys: [
    ETHERTYPE + 0x8847,
    ETHERTYPE + 0x8848,
    PPP_PROTOCOL + 0x0281,
    PPP_PROTOCOL + 0x0283,
    IP_PROTOCOL + 137,
    LINK_TYPE + 219,
  ],
  open({ unread }) {
    const truncated = unread.reason('mpls-truncated');
    return {
      peel(cursor) {
        const { bytes, end } = cursor;
        let at = cursor.start;
        for (let bottom = false; !bottom; at += ENTRY_LENGTH) {
          if (end - at < ENTRY_LENGTH) {
            hit(truncated, cursor.frame, cursor.base + at);
            return DONE;
          }
          const entry = u32be(bytes, at);
          bottom = (entry & BOTTOM_OF_STACK) !== 0;
          cursor.seenAt(POINT.label, entry >>> 12);
        }
        cursor.start = at;
        if (at >= end) {
          hit(truncated, cursor.frame, cursor.base + at);
          return DONE;
        }
        const nibble = bytes[at]! >>> 4;
        const ip = nibble === 4 || nibble === 6;
        if (ip && (!isCommonType(bytes, at + 12, end) || isIp(cursor, nibble))) return ANY_IP;
        // An Ethernet address may begin with a zero nibble as well: the EtherType or length after it decides.
        if (nibble === 0 && !looksLikeEthernet(bytes, at, end)) cursor.start += CONTROL_WORD_LENGTH;
        return ETHERNET;
      },
    };
  },
};

/** Ethernet addresses begin with 4 or 6 as well: the header must add up (RFC 1071), or its length be that of the packet. */
function isIp({ bytes, start, end, wireEnd }: Cursor, version: number): boolean {
  if (version === 6) return u16be(bytes, start + 4) === wireEnd - start - IPV6_HEADER;
  const length = (bytes[start]! & 0x0f) << 2;
  if (length < 20 || length > end - start) return false;
  let sum = 0;
  for (let at = start; at < start + length; at += 2) sum += u16be(bytes, at);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return sum === 0xffff;
}

/** An EtherType of IP or VLAN where Ethernet has it, and not where it would be behind a control word. */
function looksLikeEthernet(bytes: Uint8Array, at: number, end: number): boolean {
  return (
    isCommonType(bytes, at + 12, end) && !isCommonType(bytes, at + CONTROL_WORD_LENGTH + 12, end)
  );
}

function isCommonType(bytes: Uint8Array, at: number, end: number): boolean {
  if (end - at < 2) return false;
  const type = (bytes[at]! << 8) | bytes[at + 1]!;
  return type === 0x0800 || type === 0x86dd || type === 0x8100 || type === 0x88a8;
}
