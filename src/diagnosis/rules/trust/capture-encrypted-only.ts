import type { SourceFacts } from '../../../model/source-facts.ts';
import { type BelowSip, isUnreadable, type PlacedFact } from '../../below-sip.ts';
import type { CaptureFinding, CaptureRule } from '../../overall/capture-rule.ts';
import { packetOf } from '../../facts/packets.ts';
import type { PacketProof, Proof } from '../../rule.ts';

type Encrypted = CaptureFinding<'capture-encrypted-only'>;

/** Servers that are named, and packets that are shown. */
const MAX_SERVERS = 3;
const MAX_PROOFS = 3;

/** Connections between SIP peers whose content could not be read: that nothing was seen there means nothing. */
export const captureEncryptedOnly: CaptureRule<'capture-encrypted-only'> = {
  id: 'capture-encrypted-only',
  severity: 'info',
  tier: 'capture',
  check(_, { below }) {
    return below.sources.flatMap((source) => [...tls(source, below), ...ipsec(source)]);
  },
};

function tls({ index }: SourceFacts, below: BelowSip): Encrypted[] {
  const closed = below.facts.filter(({ source, fact }) => source === index && isUnreadable(fact));
  const [first, ...rest] = closed.slice(0, MAX_PROOFS).map(packetOf);
  if (first === undefined) return [];
  const servers = [...new Set(closed.map(({ to }) => to.name))].slice(0, MAX_SERVERS);
  const count = closed.reduce((sum, { fact }) => sum + fact.count, 0);
  const serverName = closed.map(nameOf).find((name) => name !== '') ?? '';
  return [finding({ how: 'tls', count, servers, serverName }, [first, ...rest])];
}

function nameOf({ fact }: PlacedFact): string {
  return fact.kind === 'tls-handshake' ? fact.serverName : '';
}

/** IPsec alone says nothing about SIP, unless nothing else does. */
function ipsec({ index: source, unread, messages }: SourceFacts): Encrypted[] {
  const packets = unread.get('esp-encrypted');
  if (packets === undefined || messages > 0) return [];
  const { frame, offset, count } = packets;
  return [
    finding({ how: 'ipsec', count, servers: [], serverName: '' }, [
      { kind: 'counter', source, frame, offset, what: 'ESP', value: count },
    ]),
  ];
}

function finding(
  args: Encrypted['args'],
  evidence: readonly [PacketProof, ...PacketProof[]] | readonly [Proof],
): Encrypted {
  return {
    rule: 'capture-encrypted-only',
    severity: 'info',
    confidence: 'proven',
    status: 'present',
    scope: 'capture',
    args,
    evidence,
    calls: [],
  };
}
