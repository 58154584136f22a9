import { spanOf, densest } from '../../facts/window.ts';
import type { CaptureFinding, CaptureRule } from '../../overall/capture-rule.ts';
import type { Visitor } from '../../overall/visitors.ts';
import type { PacketProof } from '../../rule.ts';

const MINUTE = 60_000_000;
/** Targets within a minute that nobody tries who has a call to make, and tries of one target that are no sweep any more. */
const MANY_TARGETS = 10;
const ONCE = 2;
const MAX_PROOFS = 4;
const MAX_METHODS = 4;

/**
 * Somebody probes SIP servers: the name in User-Agent or the marks of a known tool say so, or an address for which
 * nothing ever came to anything tries ten hosts and more within a minute, each once or twice. A monitor asks the same
 * hosts again and again and is answered; names can be forged, so this is likely at best.
 */
export const scannerDetected: CaptureRule<'scanner-detected'> = {
  id: 'scanner-detected',
  severity: 'warning',
  tier: 'policy',
  check({ visitors }, { surroundings }) {
    return [...visitors.visitors.values()].flatMap((visitor) => {
      const { address, sign, shown } = visitor;
      if (sign !== null) return [findingOf(visitor, sign.how, sign.text, shown)];
      if (address === '' || visitor.isTestTool || visitors.served(address) > 0) return [];
      // Where nothing that comes back is captured, a busy server looks the same.
      if (!surroundings.sawReceiver(address)) return [];
      const swept = sweepOf(visitor);
      return swept.length === 0 ? [] : [findingOf(visitor, 'sweep', '', swept)];
    });
  },
};

function sweepOf({ tries, more }: Visitor): PacketProof[] {
  if (more > 0) return [];
  const sorted = tries.toSorted((a, b) => a.time - b.time);
  const minute = densest(sorted, MINUTE, ({ server }) => server.address);
  const targets = new Set(minute.map(({ server }) => server.address)).size;
  if (targets < MANY_TARGETS || sorted.length > ONCE * targets || spanOf(minute) === 0) return [];
  return minute.map(({ request }) => request);
}

function findingOf(
  visitor: Visitor,
  how: 'agent' | 'habit' | 'sweep',
  sign: string,
  proofs: readonly PacketProof[],
): CaptureFinding<'scanner-detected'> {
  const { address, requests, accepted, targets, methods, calls, conversations } = visitor;
  return {
    rule: 'scanner-detected',
    severity: 'warning',
    confidence: 'likely',
    status: 'present',
    scope: 'endpoint',
    args: {
      address,
      how,
      sign,
      methods: [...methods].slice(0, MAX_METHODS),
      requests,
      targets: targets.size,
      accepted,
    },
    evidence: proofs.slice(0, MAX_PROOFS) as [PacketProof, ...PacketProof[]],
    calls: [...calls],
    conversations: [...conversations],
  };
}
