/**
 * Marks that scanning tools leave in their messages whatever they call themselves: default values of their source code.
 * Honest devices have no reason to write them, but anybody can.
 */
interface ScannerHabit {
  readonly id: string;
  readonly header: 'From' | 'To' | 'Contact';
  readonly pattern: RegExp;
}

const SCANNER_HABITS: readonly ScannerHabit[] = [
  { id: 'From "sipvicious"', header: 'From', pattern: /^"?sipvicious"?\s*</i },
  { id: 'From sip:…@1.1.1.1', header: 'From', pattern: /<?sips?:\d+@1\.1\.1\.1\b/ },
  { id: 'Contact sip:123@1.1.1.1', header: 'Contact', pattern: /<?sips?:\d+@1\.1\.1\.1\b/ },
  { id: 'From sip:nm@nm', header: 'From', pattern: /<?sips?:nm@nm\b/i },
  { id: 'To sip:nm2@nm2', header: 'To', pattern: /<?sips?:nm2@nm2\b/i },
];

/** Longest value looked at, in characters. */
const MAX_VALUE = 256;

/** The mark of a known tool, in the notation of SIP; '' when there is none. */
export function scannerHabit(valueOf: (header: string) => string | undefined): string {
  for (const { id, header, pattern } of SCANNER_HABITS) {
    if (pattern.test((valueOf(header) ?? '').slice(0, MAX_VALUE).trim())) return id;
  }
  return '';
}
