import type { CaptureFinding, CaptureRule } from '../../overall/capture-rule.ts';
import { recalled } from '../../evidence.ts';
import type { Proof, RuleContext } from '../../rule.ts';

/** How much more than usual is a storm, and how many minutes make "usual". */
const FACTOR = 5;
const MIN_MINUTES = 10;

/**
 * One address that registers more often than once in ten seconds over a minute, or a minute in which a capture has five
 * times as many registrations as in its median minute. Re-sends after a challenge are not counted.
 */
export const registerStorm: CaptureRule<'register-storm'> = {
  id: 'register-storm',
  severity: 'warning',
  tier: 'policy',
  check(_, context) {
    return [...ofAll(context), ...ofSingleOnes(context)];
  },
};

type Storm = CaptureFinding<'register-storm'>;

function ofAll({ surroundings, thresholds }: RuleContext): Storm[] {
  const peak = surroundings.registrations.rates.peak();
  if (peak === null || peak.minutes < MIN_MINUTES) return [];
  const { busiest, median } = peak;
  const { first, count } = busiest;
  if (count < thresholds['register.storm'] || count <= FACTOR * median) return [];
  const { source, frame, offset } = first;
  const args = { aor: '', registrar: first.to.name, perMinute: count, median };
  return [
    storm(args, [
      recalled(first),
      { kind: 'counter', source, frame, offset, what: 'REGISTER / min', value: count },
    ]),
  ];
}

function ofSingleOnes({ surroundings, thresholds }: RuleContext): Storm[] {
  return surroundings.registrations.addresses.flatMap(({ name, rate, bindings }) => {
    const { peak, at } = rate;
    if (peak <= thresholds['register.perMinute'] || at === null) return [];
    const { source, frame, offset } = at;
    const args = { aor: name, registrar: at.to.name, perMinute: peak, median: 0 };
    const found = storm(args, [
      recalled(at),
      { kind: 'counter', source, frame, offset, what: 'REGISTER / min', value: peak },
    ]);
    const named = bindings.at(-1)?.named;
    return [named === undefined ? found : { ...found, conversations: [named] }];
  });
}

function storm(args: Storm['args'], evidence: readonly [Proof, ...Proof[]]): Storm {
  return {
    rule: 'register-storm',
    severity: 'warning',
    confidence: 'proven',
    status: 'present',
    scope: 'endpoint',
    args,
    evidence,
    calls: [],
  };
}
