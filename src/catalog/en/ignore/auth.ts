import type { AuthArgs } from '../../../model/auth-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const authIgnore: IgnoreTexts<keyof AuthArgs> = {
  'auth-no-retry':
    'When the client is a monitor that only wants to see the challenge, or a scanner without an account.',
  'auth-loop-wrong-credentials':
    'When it comes from the internet with guessed names: that is an attack to be blocked, not an account to be repaired.',
  'auth-stale-loop': 'When it ended after one more round: a new nonce now and then is routine.',
  'auth-nc-reuse': 'When the server asked again and the second answer was taken.',
  'auth-uri-mismatch': 'When the credentials were accepted by another node of the path.',
  'auth-realm-mismatch': 'When another challenge of the same request was for that realm.',
  'auth-username-mismatch':
    'When an account name that differs from the number is the arrangement, and another reason for the refusal is known.',
  'auth-algorithm-unsupported': 'When the server also offered an algorithm that the client took.',
  'auth-cseq-not-incremented': 'When the server took the request in the end.',
  'auth-then-403': 'When the account is blocked or has reached its limit on purpose.',
  'auth-challenge-to-ack-or-cancel': 'When the call ended as it should all the same.',
  'auth-basic-or-cleartext': 'Never on a network that others can read.',
  'identity-verification-failed':
    'When the call was delivered all the same and the receiving network only marks it.',
  'identity-passport-invalid':
    'When times differ by the clock of the capturing machine: compare with another capture first.',
  'caller-id-rejected': 'When refusing this number is the purpose of the list.',
  'anonymous-rejected': 'As a rule: the callee wants it so.',
};
