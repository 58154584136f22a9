/** Preconditions of a session (RFC 3312): what a description demands, and what it says is reached. */
import type { SessionDescription } from '../../sip/sdp/description.ts';

/** Demands of one description that are compared (a bound for hostile input). */
const MAX_DEMANDS = 32;

interface Status {
  /** `qos local`, `sec e2e`. */
  readonly of: string;
  readonly direction: string;
}

/** Mandatory demands that are not reached, as `qos local none < sendrecv`; empty when all are or there are none. */
export function unmetOf(description: SessionDescription): string[] {
  const unmet: string[] = [];
  for (const { attributes } of [description, ...description.media]) {
    const reached = new Map<string, string>();
    for (const { name, value } of attributes) {
      if (name !== 'curr') continue;
      const [type, whose, direction] = words(value);
      reached.set(`${type} ${whose}`, direction ?? '');
    }
    for (const { name, value } of attributes) {
      const demand = name === 'des' ? demandOf(value) : null;
      if (demand === null || unmet.length >= MAX_DEMANDS) continue;
      const direction = reached.get(demand.of) ?? 'none';
      if (!covers(direction, demand.direction)) {
        unmet.push(`${demand.of} ${direction} < ${demand.direction}`);
      }
    }
  }
  return unmet;
}

/** `qos mandatory local sendrecv`; null for what is optional or not demanded. */
function demandOf(value: string): Status | null {
  const [type, strength, whose, direction] = words(value);
  if (strength !== 'mandatory' || direction === undefined) return null;
  return { of: `${type} ${whose}`, direction };
}

function words(value: string): string[] {
  return value.trim().toLowerCase().split(/\s+/, 4);
}

function covers(reached: string, wanted: string): boolean {
  return wanted === 'none' || reached === wanted || reached === 'sendrecv';
}
