import type { Rule } from '../rule.ts';
import { anonymousRejected } from './auth/anonymous-rejected.ts';
import { authAlgorithmUnsupported } from './auth/auth-algorithm-unsupported.ts';
import { authBasicOrCleartext } from './auth/auth-basic-or-cleartext.ts';
import { authChallengeToAckOrCancel } from './auth/auth-challenge-to-ack-or-cancel.ts';
import { authCseqNotIncremented } from './auth/auth-cseq-not-incremented.ts';
import { authLoopWrongCredentials } from './auth/auth-loop-wrong-credentials.ts';
import { authNcReuse } from './auth/auth-nc-reuse.ts';
import { authNoRetry } from './auth/auth-no-retry.ts';
import { authRealmMismatch } from './auth/auth-realm-mismatch.ts';
import { authStaleLoop } from './auth/auth-stale-loop.ts';
import { authThen403 } from './auth/auth-then-403.ts';
import { authUriMismatch } from './auth/auth-uri-mismatch.ts';
import { authUsernameMismatch } from './auth/auth-username-mismatch.ts';
import { callerIdRejected } from './auth/caller-id-rejected.ts';
import { identityPassportInvalid } from './auth/identity-passport-invalid.ts';
import { identityVerificationFailed } from './auth/identity-verification-failed.ts';

/** Who may call or register: digest authentication, signed caller numbers, numbers that are shown or hidden. */
export const AUTH_RULES: readonly Rule[] = [
  authAlgorithmUnsupported,
  authRealmMismatch,
  authStaleLoop,
  authNcReuse,
  authCseqNotIncremented,
  authLoopWrongCredentials,
  authThen403,
  authNoRetry,
  authUriMismatch,
  authUsernameMismatch,
  authChallengeToAckOrCancel,
  authBasicOrCleartext,
  identityPassportInvalid,
  identityVerificationFailed,
  callerIdRejected,
  anonymousRejected,
];
