import { horizon } from '../call/horizon.ts';
import { mayBeTyped } from '../call/resend.ts';
import type { Judged } from '../call/types.ts';
import type { RuleId } from '../model/rule-args.ts';
import type { Finding, RuleContext } from './rule.ts';
import { us } from './thresholds.ts';

/**
 * Rules whose finding the next message of the conversation may undo: the challenge that is answered, the refused
 * re-INVITE that is sent again, the ACK that only took its time.
 */
const MAY_RECOVER: ReadonlySet<RuleId> = new Set<RuleId>([
  'ack-missing-2xx',
  'ack-missing-non2xx',
  'auth-no-retry',
  'auth-realm-mismatch',
  'auth-uri-mismatch',
  'auth-username-mismatch',
  'cancel-before-provisional',
  'refer-failed',
  'register-failed',
  'reinvite-failed',
  'resp-405-501-method',
  'resp-415-406-body',
  'resp-420-421-extension',
  'resp-422-session-interval',
  'resp-484-digits',
  'resp-488-media',
  'resp-489-event',
  'resp-491-glare',
  'resp-494-secagree',
  'resp-503-overload',
  'resp-513-size',
  'resp-other',
  'retransmission-storm',
  'subscribe-failed',
  't38-failed',
  'trying-then-cancel',
  'update-not-allowed',
]);

/** Whether the capture stopped before the next try could have been seen. */
export function mayStillRecover(
  { rule, args }: Finding,
  { messages }: Judged,
  { surroundings, thresholds }: RuleContext,
): boolean {
  if (!MAY_RECOVER.has(rule)) return false;
  const last = messages.at(-1);
  if (last === undefined) return false;
  if ('code' in args && mayBeTyped(Number(args.code), last.time, surroundings)) return true;
  return horizon(surroundings, last.time) < us(thresholds['retry.window']);
}
