import type { CaptureRule } from '../overall/capture-rule.ts';
import { credentialCompromiseSuspected } from './security/credential-compromise-suspected.ts';
import { extensionEnumeration } from './security/extension-enumeration.ts';
import { passwordBruteforce } from './security/password-bruteforce.ts';
import { scannerDetected } from './security/scanner-detected.ts';
import { sipFlood } from './security/sip-flood.ts';
import { tollFraudPattern } from './security/toll-fraud-pattern.ts';

/** Attacks, as far as signalling shows them. */
export const SECURITY_CAPTURE_RULES: readonly CaptureRule[] = [
  scannerDetected,
  credentialCompromiseSuspected,
  passwordBruteforce,
  tollFraudPattern,
  extensionEnumeration,
  sipFlood,
];
