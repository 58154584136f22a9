import type { TransportFact } from '../../model/transport-fact.ts';
import type { BelowSip, PlacedFact } from '../below-sip.ts';
import { packetOf } from '../facts/packets.ts';
import type { PacketProof } from '../rule.ts';
import type { CaptureNotes } from './notes.ts';

type Kind = TransportFact['kind'];
type OfKind<K extends Kind> = PlacedFact<Extract<TransportFact, { kind: K }>>;

/** Packets that one finding shows. */
const MAX_PROOFS = 3;
/** Clients that one finding names. */
const MAX_NAMES = 4;

/** Facts of one kind that no call's finding shows or tells of their client, those with one key together. */
export function untold<K extends Kind>(
  kind: K,
  { facts }: BelowSip,
  notes: CaptureNotes,
  keyOf: (one: OfKind<K>) => string | null,
): OfKind<K>[][] {
  const groups = new Map<string, OfKind<K>[]>();
  const told = new Set<string>();
  for (const placed of facts) {
    if (placed.fact.kind !== kind) continue;
    const one = placed as unknown as OfKind<K>;
    const key = keyOf(one);
    if (key === null) continue;
    if (notes.isTold(packetOf(placed))) told.add(`${placed.source} ${key} ${one.from.address}`);
    const same = groups.get(`${placed.source} ${key}`);
    if (same === undefined) groups.set(`${placed.source} ${key}`, [one]);
    else same.push(one);
  }
  // What a call tells of a client, its further tries need not tell again.
  return [...groups].flatMap(([key, group]) => {
    const rest = group.filter(({ from }) => !told.has(`${key} ${from.address}`));
    return rest.length === 0 ? [] : [rest];
  });
}

/** The first few facts of a group as evidence. */
export function proofsOf(group: readonly PlacedFact[]): [PacketProof, ...PacketProof[]] {
  return group.slice(0, MAX_PROOFS).map(packetOf) as [PacketProof, ...PacketProof[]];
}

/** Addresses of those who tried, each once. */
export function clientsOf(group: readonly PlacedFact[]): string[] {
  return [...new Set(group.map(({ from }) => from.address))].slice(0, MAX_NAMES);
}
