/** Warning codes of the IANA registry (RFC 3261 §20.43 and later RFCs). Codes 1xx and 2xx belong to HTTP. */

/** What a warning code points at. */
export type WarningSubject =
  | 'address'
  | 'transport'
  | 'bandwidth'
  | 'media'
  | 'codec'
  | 'attribute'
  | 'language'
  | 'network'
  | 'sips'
  | 'free-text';

export interface WarningFacts {
  readonly subject: WarningSubject;
  readonly reference: string;
}

const RFC3261 = 'RFC 3261 §20.43';

export const WARNING_CODES = {
  300: { subject: 'address', reference: RFC3261 },
  301: { subject: 'address', reference: RFC3261 },
  302: { subject: 'transport', reference: RFC3261 },
  303: { subject: 'bandwidth', reference: RFC3261 },
  304: { subject: 'media', reference: RFC3261 },
  305: { subject: 'codec', reference: RFC3261 },
  306: { subject: 'attribute', reference: RFC3261 },
  307: { subject: 'attribute', reference: RFC3261 },
  308: { subject: 'language', reference: 'RFC 8373' },
  330: { subject: 'network', reference: RFC3261 },
  331: { subject: 'network', reference: RFC3261 },
  370: { subject: 'bandwidth', reference: RFC3261 },
  380: { subject: 'sips', reference: 'RFC 5630' },
  381: { subject: 'sips', reference: 'RFC 5630' },
  399: { subject: 'free-text', reference: RFC3261 },
} as const satisfies Record<number, WarningFacts>;

export type WarningCode = keyof typeof WARNING_CODES;

export function isWarningCode(code: number): code is WarningCode {
  return Object.hasOwn(WARNING_CODES, code);
}
