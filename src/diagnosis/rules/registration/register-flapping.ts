import type { AddressOfRecord, Binding } from '../../../call/registrations.ts';
import type { CaptureFinding, CaptureRule } from '../../overall/capture-rule.ts';
import { recalled } from '../../evidence.ts';
import type { PacketProof } from '../../rule.ts';

const HOUR = 3_600_000_000;
const MAX_EVIDENCE = 5;
const MAX_PLACES = 5;
/** A connection that is opened again has another port; that is how TCP works. */
const STREAMS: ReadonlySet<string> = new Set(['tcp', 'tls', 'ws', 'wss']);

/** A registration that came anew: the device was elsewhere before, or nothing was bound. */
interface Change {
  readonly binding: Binding;
  readonly moved: boolean;
}

/**
 * An address whose device moves from place to place (another Contact under the same Call-ID), or comes and goes, several
 * times within an hour. Several devices of one address, each with its own refreshes, are no change.
 */
export const registerFlapping: CaptureRule<'register-flapping'> = {
  id: 'register-flapping',
  severity: 'warning',
  tier: 'policy',
  check(_, { surroundings, thresholds }) {
    const enough = thresholds['register.flaps'];
    return surroundings.registrations.addresses.flatMap((address) => {
      if (address.bindings.length <= enough) return [];
      const changes = densest(changesOf(address));
      const [first] = changes;
      const last = changes.at(-1);
      if (first === undefined || last === undefined || changes.length < enough) return [];
      const moves = changes.filter(({ moved }) => moved).length;
      const [proof, ...more] = changes
        .slice(0, MAX_EVIDENCE)
        .map(({ binding }) => recalled(binding.first)) as [PacketProof, ...PacketProof[]];
      const places = [...new Set(changes.map(({ binding }) => binding.place))];
      return [
        {
          rule: 'register-flapping',
          severity: 'warning',
          confidence: 'likely',
          status: 'present',
          scope: 'registration',
          args: {
            aor: address.name,
            moves,
            returns: changes.length - moves,
            spanUs: last.binding.first.time - first.binding.first.time,
            places: places.slice(0, MAX_PLACES),
          },
          evidence: [proof, ...more],
          calls: [],
          conversations: [...new Set(changes.map(({ binding }) => binding.named))],
        } satisfies CaptureFinding<'register-flapping'>,
      ];
    });
  },
};

function changesOf({ bindings }: AddressOfRecord): Change[] {
  const inOrder = [...bindings].sort((a, b) => a.first.time - b.first.time);
  let boundUntil = Number.POSITIVE_INFINITY;
  return inOrder.flatMap((binding) => {
    const { first, until, movedFrom, place, transport } = binding;
    const returned = first.time > boundUntil;
    boundUntil = boundUntil === Number.POSITIVE_INFINITY ? until : Math.max(boundUntil, until);
    const moved =
      movedFrom !== null && !(STREAMS.has(transport) && hostOf(movedFrom) === hostOf(place));
    return moved || returned ? [{ binding, moved }] : [];
  });
}

/** The most changes that lie within one hour. */
function densest(changes: readonly Change[]): readonly Change[] {
  let best: readonly Change[] = [];
  let from = 0;
  for (let to = 0; to < changes.length; to += 1) {
    while (timeOf(changes[to]) - timeOf(changes[from]) > HOUR) from += 1;
    if (to - from + 1 > best.length) best = changes.slice(from, to + 1);
  }
  return best;
}

function timeOf(change: Change | undefined): number {
  return change?.binding.first.time ?? 0;
}

function hostOf(place: string): string {
  return place.replace(/:\d*$/, '');
}
