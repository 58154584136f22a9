import { densest } from '../../facts/window.ts';
import type { CaptureRule } from '../../overall/capture-rule.ts';
import type { VisitorTry } from '../../overall/visitors.ts';
import type { PacketProof } from '../../rule.ts';

const MINUTE = 60_000_000;
const MAX_SHOWN = 4;
const MAX_EXAMPLES = 5;
/** Digits of a number that is dialled rather than guessed. */
const DIALLED = /^\+?\d{7,}$/;
/** Answers that tell whether a user exists. */
const TELLING: ReadonlySet<number> = new Set([401, 403, 404, 407, 604]);
const EXISTS: ReadonlySet<number> = new Set([401, 407]);
const UNKNOWN: ReadonlySet<number> = new Set([404, 604]);

/**
 * An address for which nothing came to anything asks for many users within a minute, without credentials, and goes on when it
 * is refused or challenged. A dialler asks for telephone numbers and reaches some of them; telephones behind one
 * address answer their challenges.
 */
export const extensionEnumeration: CaptureRule<'extension-enumeration'> = {
  id: 'extension-enumeration',
  severity: 'warning',
  tier: 'policy',
  check({ visitors }, { thresholds }) {
    return [...visitors.visitors.values()].flatMap((visitor) => {
      const { address, tries, calls, conversations } = visitor;
      if (visitors.served(address) > 0) return [];
      const guesses = tries.filter(isGuess).toSorted((a, b) => a.time - b.time);
      const minute = densest(guesses, MINUTE, ({ user }) => user);
      const users = [...new Set(minute.map(({ user }) => user))];
      const [first] = minute;
      if (first === undefined || users.length < thresholds['enumeration.users']) return [];
      const codes = [...new Set(guesses.map(({ code }) => code))].toSorted((a, b) => a - b);
      const proofs = minute.slice(0, MAX_SHOWN).map(({ request }) => request);
      return [
        {
          rule: 'extension-enumeration',
          severity: 'warning',
          confidence: 'likely',
          status: 'present',
          scope: 'endpoint',
          args: {
            address,
            server: first.server.name,
            method: first.method,
            users: users.length,
            refusals: guesses.length,
            examples: users.slice(0, MAX_EXAMPLES),
            codes: codes.join(', '),
            tells:
              codes.some((code) => EXISTS.has(code)) && codes.some((code) => UNKNOWN.has(code)),
          },
          evidence: proofs as [PacketProof, ...PacketProof[]],
          calls: [...calls],
          conversations: [...conversations],
        },
      ];
    });
  },
};

function isGuess({ code, username, user }: VisitorTry): boolean {
  return TELLING.has(code) && username === null && user !== '' && !DIALLED.test(user);
}
