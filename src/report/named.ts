import type { Report, ReportCall } from '../model/report.ts';

/** The own name of an address; undefined when it has none. */
export function nameOf(address: string, { names }: Report): string | undefined {
  return names !== undefined && Object.hasOwn(names, address) ? names[address]?.name : undefined;
}

/** The address with its own name, if it has one: the address itself is never left out. */
export function named(address: string, report: Report): string {
  const name = nameOf(address, report);
  return name === undefined ? address : `${name} (${address})`;
}

/** The nodes that the INVITE passed, each by its name or address; empty when none of them has a name. */
export function pathOf({ legs }: ReportCall, report: Report): string {
  const nodes = legs.flatMap(({ source, destination }) => [source, destination]);
  if (!nodes.some((address) => nameOf(address, report) !== undefined)) return '';
  const names = nodes.map((address) => nameOf(address, report) ?? address);
  return names.filter((name, at) => name !== names[at - 1]).join(' → ');
}
