/** Checks of single header field values: each returns the first fault or null. */
import { splitList } from '../field.ts';
import { PLAIN_VIA } from '../plain.ts';
import { judgeField } from '../strict.ts';
import { parseCSeq } from '../values/cseq.ts';
import { parseNameAddrs } from '../values/name-addr.ts';
import { parseSipDate } from '../values/sip-date.ts';
import { decimal } from '../values/text.ts';
import { parseVia } from '../values/via.ts';
import { addressFaults } from './address-faults.ts';
import { malformed, type SyntaxFault } from './fault.ts';

export type Check = (name: string, value: string) => SyntaxFault | null;

/** Largest delta-seconds (RFC 3261 §20.19) and largest sequence number (§8.1.1.5). */
const MAX_DELTA = 2 ** 32 - 1;
const MAX_CSEQ = 2 ** 31 - 1;

/** Whatever the grammar rejects. */
export const judged: Check = (name, value) =>
  judgeField(name, value) === 'bad' ? malformed('grammar', name, value) : null;

export const oneAddress: Check = (name, value) => addressFaults(name, value, false);

export const addresses: Check = (name, value) => addressFaults(name, value, true);

/** Contact adds `expires` (§20.10). */
export const contacts: Check = (name, value) => {
  const fault = addressFaults(name, value, true);
  if (fault !== null || !value.includes('expires')) return fault;
  for (const { params } of parseNameAddrs(value)) {
    const expires = params.get('expires');
    if (expires !== undefined && /^\d+$/.test(expires) && decimal(expires, MAX_DELTA) === null) {
      return malformed('number-range', name, value, 'warning');
    }
  }
  return null;
};

export const vias: Check = (name, value) => {
  if (PLAIN_VIA.test(value)) {
    return /branch=z9hG4bK(?:;|$)/i.test(value)
      ? malformed('branch-without-id', name, value)
      : null;
  }
  for (const part of splitList(value)) {
    const via = parseVia(part);
    // The strict judge takes any protocol; a version of its own goes with the start line's (RFC 4475 §3.1.2.16).
    if (/^z9hG4bK$/i.test(via.branch)) return malformed('branch-without-id', name, value);
  }
  return judged(name, value);
};

export const cseq: Check = (name, value) => {
  const parsed = parseCSeq(value);
  if (parsed !== null && parsed.number <= MAX_CSEQ) return null;
  return malformed(/^\d+\s+\S+$/.test(value) ? 'number-range' : 'grammar', name, value, 'error');
};

/** A number and nothing else. */
export const number =
  (max: number, severity: 'error' | 'warning'): Check =>
  (name, value) => {
    if (decimal(value, max) !== null) return null;
    return malformed(/^\d+$/.test(value) ? 'number-range' : 'number', name, value, severity);
  };

export const delta = number(MAX_DELTA, 'warning');

export const date: Check = (name, value) =>
  parseSipDate(value) === null ? malformed('date', name, value) : null;
