import type { Trace } from '../../../fixtures/dsl/index.ts';
import { SCENARIOS } from '../../../fixtures/traces/index.ts';
import type { Thresholds } from '../../../src/diagnosis/thresholds.ts';
import { CASES } from '../cases/index.ts';

/** A trace that tests know by name. */
export interface NamedTrace {
  readonly name: string;
  readonly trace: Trace;
  readonly thresholds: Partial<Thresholds>;
}

/** What the fixtures can write as packets that are read without keys. */
const WRITTEN: ReadonlySet<string> = new Set(['udp', 'tcp', 'sctp', 'ws', 'unknown']);

/** Every trace of fixtures/traces and of the rule cases, each once. */
export const NAMED_TRACES: readonly NamedTrace[] = [
  ...new Map(
    [
      ...SCENARIOS.map(({ name, trace }) => ({ name, trace, thresholds: {} })),
      ...CASES.map(({ rule, name, trace, thresholds }) => ({
        name: `${rule}: ${name}`,
        trace,
        thresholds,
      })),
    ].map((one) => [one.trace, one] as const),
  ).values(),
].filter(({ trace }) => trace.sightings.every(({ transport }) => WRITTEN.has(transport)));

/** Only datagrams may be shuffled, doubled and dealt out one by one; a stream is put together first. */
export function isOfDatagrams({ sightings }: Trace): boolean {
  return sightings.every(({ transport }) => transport === 'udp' || transport === 'unknown');
}
