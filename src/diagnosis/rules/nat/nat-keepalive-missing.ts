import type { AddressOfRecord, Binding } from '../../../call/registrations.ts';
import type { Seen } from '../../../call/seen.ts';
import type { Call, Surroundings, Transaction } from '../../../call/types.ts';
import { unansweredInvites } from '../../../call/unanswered.ts';
import { AWAITED, recalled, requestOf, silence } from '../../evidence.ts';
import { boundAt } from '../../facts/registered.ts';
import type { Rule } from '../../rule.ts';

/** NAT mappings of UDP are kept for at least this long (RFC 4787 §4.3 asks for two minutes; many give less), µs. */
const SHORTEST_MAPPING = 30_000_000;
const SECOND = 1_000_000;
/** Bindings from one place that are looked at (a bound for hostile input). */
const MAX_BINDINGS = 64;

/**
 * A call was sent to the public address and port that a device had registered from, over UDP and while the registration was valid;
 * nothing answered, and when the device registered next it came from the same address and another port. So its NAT had
 * closed the way in meanwhile: nothing had kept it open (RFC 5626 §4.4.2). A device that comes back from the same
 * port may have been off.
 */
export const natKeepaliveMissing: Rule<'nat-keepalive-missing', Call> = {
  id: 'nat-keepalive-missing',
  severity: 'error',
  tier: 'transport',
  kinds: ['call'],
  needs: ['no-final'],
  applies: ({ rounds, outcome }) =>
    outcome !== 'scan-or-attack' &&
    rounds.some(({ hops }) =>
      hops.some(({ request, responses }) => responses.length === 0 && request?.transport === 'udp'),
    ),
  check(call, { surroundings }) {
    for (const { hop, request, until, silence: silent, saved } of unansweredInvites(
      call,
      surroundings,
    )) {
      if (silent === 'unproven') continue;
      const found = movedSince(hop, request.time, surroundings);
      if (found === null) continue;
      const { address, binding, next } = found;
      const { first, granted } = binding;
      return [
        {
          rule: 'nat-keepalive-missing',
          severity: saved ? 'warning' : 'error',
          confidence: 'likely',
          status: 'present',
          scope: saved ? 'leg' : 'call',
          args: {
            aor: address.name,
            before: first.to.name,
            after: next.to.name,
            grantedS: granted,
            idleUs: request.time - first.time,
          },
          evidence: [
            recalled(first),
            requestOf(hop),
            silence(hop.server, hop.client, request.time, until, AWAITED.anyResponse),
            recalled(next),
          ],
        },
      ];
    }
    return [];
  },
};

interface Moved {
  readonly address: AddressOfRecord;
  readonly binding: Binding;
  /** The response to where it was found next. */
  readonly next: Seen;
}

/** The registration that the hop went to, whose device registered from another port afterwards. */
function movedSince(
  { server }: Transaction,
  time: number,
  surroundings: Surroundings,
): Moved | null {
  for (const { address, binding } of boundAt(server.name, surroundings).slice(-MAX_BINDINGS)) {
    const { first, transport, granted } = binding;
    // Refreshes are kept by their last: only a call before the first of them is known to have relied on it.
    const isRelied = first.time + SHORTEST_MAPPING < time && time < first.time + granted * SECOND;
    if (transport !== 'udp' || !isRelied) continue;
    const next = nextOf(address, binding, time);
    if (next?.to.address === server.address && next.to.port !== server.port) {
      return { address, binding, next };
    }
  }
  return null;
}

/** The next registration of the same device: its Call-ID stays (RFC 3261 §10.2), its Contact may not. */
function nextOf({ bindings }: AddressOfRecord, own: Binding, time: number): Seen | undefined {
  return bindings
    .filter(({ conversation }) => conversation === own.conversation)
    .flatMap(({ first, last }) => [first, last])
    .filter((response) => response.time > time)
    .reduce<Seen | undefined>(
      (next, one) => (next === undefined || one.time < next.time ? one : next),
      undefined,
    );
}
