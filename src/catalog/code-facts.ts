/** What follows from a code alone, without words. */

export const CODE_CLASSES = ['1xx', '2xx', '3xx', '4xx', '5xx', '6xx', 'other'] as const;
export type CodeClass = (typeof CODE_CLASSES)[number];

export function classOf(code: number): CodeClass {
  const name = `${Math.floor(code / 100)}xx`;
  return CODE_CLASSES.find((known) => known === name) ?? 'other';
}

export const isProvisional = (code: number): boolean => classOf(code) === '1xx';

/** What receiving a code proves, and no more. */
export type ProofId =
  | 'hop'
  | 'fork-over'
  | 'challenge'
  | 'withdrawn'
  | 'waited'
  | 'state-lost'
  | CodeClass;

const SPECIAL: Readonly<Record<number, ProofId>> = {
  100: 'hop',
  199: 'fork-over',
  401: 'challenge',
  407: 'challenge',
  408: 'waited',
  481: 'state-lost',
  487: 'withdrawn',
  494: 'challenge',
  504: 'waited',
};

export function proofOf(code: number): ProofId {
  return SPECIAL[code] ?? classOf(code);
}
