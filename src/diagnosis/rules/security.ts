import type { CaptureRule } from '../overall/capture-rule.ts';
import type { Rule } from '../rule.ts';
import { byeOrCancelSpoof } from './security/bye-or-cancel-spoof.ts';
import { credentialCompromiseSuspected } from './security/credential-compromise-suspected.ts';
import { digestLeak } from './security/digest-leak.ts';
import { digestReplay } from './security/digest-replay.ts';
import { extensionEnumeration } from './security/extension-enumeration.ts';
import { openRelay } from './security/open-relay.ts';
import { passwordBruteforce } from './security/password-bruteforce.ts';
import { scannerDetected } from './security/scanner-detected.ts';
import { sipFlood } from './security/sip-flood.ts';
import { tollFraudPattern } from './security/toll-fraud-pattern.ts';

/** Attacks on one call. */
export const SECURITY_RULES: readonly Rule[] = [byeOrCancelSpoof, digestLeak];

/** Attacks, as far as signalling shows them. */
export const SECURITY_CAPTURE_RULES: readonly CaptureRule[] = [
  scannerDetected,
  credentialCompromiseSuspected,
  passwordBruteforce,
  openRelay,
  tollFraudPattern,
  extensionEnumeration,
  sipFlood,
  digestReplay,
];
