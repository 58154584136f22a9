/** Devices and registrars by where they were seen. */
import type { BoundAddress, Registrations } from '../../call/registrations.ts';
import type { Surroundings } from '../../call/types.ts';

interface Index {
  /** Bindings that it holds already. */
  count: number;
  /** By `address:port` that the REGISTER came from, and by its address alone. */
  readonly byPlace: Map<string, BoundAddress[]>;
  readonly byAddress: Map<string, BoundAddress>;
  readonly registrars: Set<string>;
}

const indexes = new WeakMap<Registrations, Index>();

/** The bindings of the device behind this `address:port`, oldest first. */
export function boundAt(place: string, { registrations }: Surroundings): readonly BoundAddress[] {
  return indexOf(registrations).byPlace.get(place) ?? [];
}

/** A binding of a device at this address. */
export function boundBehind(
  address: string,
  { registrations }: Surroundings,
): BoundAddress | undefined {
  return indexOf(registrations).byAddress.get(address);
}

/** Devices registered there. */
export function isRegistrar(address: string, { registrations }: Surroundings): boolean {
  return indexOf(registrations).registrars.has(address);
}

/** Takes in what was learned since the last question. */
function indexOf(registrations: Registrations): Index {
  let index = indexes.get(registrations);
  if (index === undefined) {
    index = { count: 0, byPlace: new Map(), byAddress: new Map(), registrars: new Set() };
    indexes.set(registrations, index);
  }
  const { learned } = registrations;
  for (; index.count < learned.length; index.count += 1) {
    const bound = learned[index.count] as BoundAddress;
    const { from, to } = bound.binding.first;
    const same = index.byPlace.get(to.name);
    if (same === undefined) index.byPlace.set(to.name, [bound]);
    else same.push(bound);
    index.byAddress.set(to.address, bound);
    index.registrars.add(from.address);
  }
  return index;
}
