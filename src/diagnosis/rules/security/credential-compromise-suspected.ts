import { recalled } from '../../evidence.ts';
import type { CaptureRule } from '../../overall/capture-rule.ts';
import { guessings } from '../../overall/guessing.ts';

/** A success this long after the last guess still belongs to the run, µs. */
const WITHIN = 600_000_000;

/**
 * Right after somebody tried many passwords for a user, that user was registered from the same address, where it had
 * never been before: one of them fitted. A person who mends a password makes no such run.
 */
export const credentialCompromiseSuspected: CaptureRule<'credential-compromise-suspected'> = {
  id: 'credential-compromise-suspected',
  severity: 'error',
  tier: 'policy',
  check({ visitors }, { thresholds, surroundings }) {
    const { addresses } = surroundings.registrations;
    return guessings(visitors.visitors.values(), thresholds).flatMap(
      ({ visitor, username, window, total, last }) => {
        const { address } = visitor;
        const own = addresses
          .filter(({ name }) => userOf(name) === userOf(username))
          .flatMap(({ bindings }) => bindings.filter(({ first }) => first.to.address === address));
        const began = window[0].time;
        if (address === '' || own.some(({ first }) => first.time < began)) return [];
        const success = own.find(({ first }) => first.time - last <= WITHIN);
        if (success === undefined) return [];
        const { first, named } = success;
        return [
          {
            rule: 'credential-compromise-suspected',
            severity: 'error',
            confidence: 'likely',
            status: 'present',
            scope: 'endpoint',
            args: { address, username, failures: total, afterUs: Math.max(0, first.time - last) },
            evidence: [recalled(first), window[0].request],
            calls: [],
            conversations: [named],
          },
        ];
      },
    );
  },
};

function userOf(name: string): string {
  return name.split('@', 1)[0] as string;
}
