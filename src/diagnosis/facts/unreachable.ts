import type { Unreachable } from '../../model/rule-args.ts';
import type { IcmpFact } from '../../model/transport-fact.ts';

/** ICMP destination unreachable by its code (RFC 792, RFC 1122 §3.2.2.1, RFC 1812 §5.2.7.1). */
const BY_CODE: Readonly<Record<number, Unreachable>> = {
  0: 'network',
  1: 'host',
  2: 'protocol',
  3: 'port',
  4: 'too-big',
  6: 'network',
  7: 'host',
  9: 'prohibited',
  10: 'prohibited',
  13: 'prohibited',
};

/** ICMPv6 destination unreachable by its code (RFC 4443 §3.1). */
const BY_CODE_V6: Readonly<Record<number, Unreachable>> = {
  0: 'network',
  1: 'prohibited',
  2: 'network',
  3: 'host',
  4: 'port',
  5: 'prohibited',
  6: 'prohibited',
};

/** What an ICMP error says of the datagram; null for those that a SIP element shall ignore (RFC 3261 §18.4: TTL exceeded, source quench). */
export function unreachable({ version, type, code }: IcmpFact): Unreachable | null {
  if (version === 4) {
    if (type === 3) return BY_CODE[code] ?? 'other';
    return type === 12 ? 'parameter' : null;
  }
  if (type === 1) return BY_CODE_V6[code] ?? 'other';
  if (type === 2) return 'too-big';
  return type === 4 ? 'parameter' : null;
}
