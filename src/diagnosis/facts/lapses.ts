import type { AddressOfRecord, Binding } from '../../call/registrations.ts';
import type { RuleContext } from '../rule.ts';
import { us } from '../thresholds.ts';

/** What the absence rule adds, µs: a REGISTER may be on its way when the capture stops. */
const MARGIN = 1_000_000;

/** A binding that ran out while nobody else answered for its address. */
export interface Lapse {
  readonly binding: Binding;
  /** The first registration after it; null when none was seen. */
  readonly next: Binding | null;
  /** How long nothing was bound, µs; null when it stayed so. */
  readonly gapUs: number | null;
  /** The device kept to what it had asked for, although less was granted. */
  readonly ignoredGrant: boolean;
}

/** An address of record with its lapses. */
export interface LapsedAddress {
  readonly address: AddressOfRecord;
  readonly lapses: readonly Lapse[];
}

let asked: RuleContext | null = null;
let answer: readonly LapsedAddress[] = [];

/** Every address that was left without a binding against its will; worked out once for all rules that ask. */
export function lapsedAddresses(context: RuleContext): readonly LapsedAddress[] {
  if (context === asked) return answer;
  asked = context;
  answer = context.surroundings.registrations.addresses.flatMap((address) => {
    const lapses = lapsesOf(address, context);
    return lapses.length === 0 ? [] : [{ address, lapses }];
  });
  return answer;
}

function lapsesOf(
  { bindings }: AddressOfRecord,
  { surroundings, thresholds }: RuleContext,
): Lapse[] {
  const late = us(thresholds['register.late']);
  return bindings.flatMap((binding) => {
    const { until, last, asked: wanted, granted } = binding;
    if (
      binding.removed ||
      !(surroundings.stretchEnd(last.source, last.time) >= until + late + MARGIN)
    ) {
      return [];
    }
    const others = bindings.filter((other) => other !== binding);
    if (others.some(({ first, until: end }) => first.time <= until && end > until)) return [];
    const next = others
      .filter(({ first }) => first.time > until)
      .reduce<Binding | null>((a, b) => (a && a.first.time <= b.first.time ? a : b), null);
    const gapUs = next === null ? null : next.first.time - until;
    if (gapUs !== null && gapUs <= late) return [];
    const ignoredGrant =
      next !== null &&
      wanted !== null &&
      granted < wanted &&
      next.first.time <= last.time + us(wanted) + late;
    return [{ binding, next, gapUs, ignoredGrant }];
  });
}
