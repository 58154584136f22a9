import { matchesAt } from '../bytes.ts';
import { fieldName } from '../field.ts';
import { LENIENCY } from '../leniency.ts';
import * as check from './value-faults.ts';
import type { Check } from './value-faults.ts';

/** A header field that the syntax check knows. */
export interface FieldSpec {
  readonly name: string;
  /** May occur once only: it is no list (RFC 3261 §7.3.1). */
  readonly single: boolean;
  readonly check: Check | null;
  /** Reader's flag for a bad value: while it is not set, the first value has been read and needs no check. */
  readonly trusted: number;
  /** Position in `FIELDS`. */
  readonly index: number;
}

const once = true;
const many = false;

const ROWS: readonly (readonly [name: string, single: boolean, check?: Check, trusted?: number])[] =
  [
    ['Via', many, check.vias],
    ['From', once, check.oneAddress],
    ['To', once, check.oneAddress],
    ['Call-ID', once, check.judged],
    ['CSeq', once, check.cseq, LENIENCY.badCSeq],
    ['Contact', many, check.contacts],
    ['Max-Forwards', once, check.number(255, 'warning')],
    ['Content-Length', once, check.number(2 ** 32 - 1, 'error'), LENIENCY.badContentLength],
    ['Content-Type', once, check.judged],
    ['Route', many, check.addresses],
    ['Record-Route', many, check.addresses],
    ['Path', many, check.addresses],
    ['Service-Route', many, check.addresses],
    ['P-Asserted-Identity', many, check.addresses],
    ['Refer-To', once, check.oneAddress],
    ['Referred-By', once, check.oneAddress],
    ['Replaces', once, check.judged],
    ['Reason', many, check.judged],
    ['Event', once, check.judged],
    ['Subscription-State', once, check.judged],
    ['Session-Expires', once, check.judged],
    ['Min-SE', once],
    ['Expires', once, check.delta],
    ['Min-Expires', once, check.delta],
    ['Date', once, check.date],
    ['WWW-Authenticate', many, check.judged],
    ['Proxy-Authenticate', many, check.judged],
    ['Allow', many],
    ['Require', many],
    ['Unsupported', many],
  ];

export const FIELDS: readonly FieldSpec[] = ROWS.map(
  ([name, single, row = null, trusted = 0], index) => ({
    name,
    single,
    check: row,
    trusted,
    index,
  }),
);

/** Specs by length and first letter of their name: one look dismisses most lines. */
const BUCKETS = new Map<number, { spec: FieldSpec; lower: Uint8Array }[]>();

function bucketOf(first: number, length: number): number {
  return length * 256 + (first | 32);
}

for (const spec of FIELDS) {
  const { lower, compact } = fieldName(spec.name);
  for (const name of compact === null ? [lower] : [lower, compact]) {
    const key = bucketOf(name[0] as number, name.length);
    BUCKETS.set(key, [...(BUCKETS.get(key) ?? []), { spec, lower: name }]);
  }
}

/** The spec of the field whose name stands in `[at, end)`: any case, compact or long. */
export function specAt(bytes: Uint8Array, at: number, end: number): FieldSpec | undefined {
  if (end <= at) return undefined;
  const bucket = BUCKETS.get(bucketOf(bytes[at] as number, end - at));
  return bucket?.find(({ lower }) => matchesAt(bytes, at, end, lower))?.spec;
}

/** Position of a known field in `FIELDS`. */
export function fieldIndex(name: string): number {
  const index = FIELDS.findIndex((spec) => spec.name === name);
  if (index < 0) throw new Error(`no such field: ${name}`);
  return index;
}
