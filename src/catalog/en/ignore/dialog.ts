import type { DialogArgs } from '../../../model/dialog-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const dialogIgnore: IgnoreTexts<keyof DialogArgs> = {
  'record-route-missing-lr': 'For a strict router of old, when both sides handle it.',
  'route-set-lost': 'When the request arrived and was answered all the same.',
  'in-dialog-bypasses-proxy': 'When the proxy needs nothing of the call after its set-up.',
  'target-refresh-ignored': 'When the old address is still served.',
  'branch-reused': 'When it comes from a test tool.',
  'call-id-reused':
    'When it comes from a test tool, or a PBX that numbers its calls anew after a restart.',
  'cseq-out-of-order': 'When the request was sent again with a higher number.',
  'tag-problems': 'When it comes from a scanner or a test tool.',
  'via-stack-broken': 'When it is a single response of a device that is being replaced.',
  'via-loop-visible':
    'For a spiral that is meant: a proxy that passes itself again with another Request-URI.',
  'max-breadth-or-fork-bomb': 'For a ring group of that size, agreed with its proxies.',
  'session-timer-expiry': 'When one side had vanished: ending the call is what the timer is for.',
  'session-timer-violations': 'When the session is refreshed in time by either side.',
  'reinvite-failed': 'When a later try was accepted, or the call went on as it was.',
  'reinvite-no-answer': 'When the call was ended by both at that moment.',
  'update-not-allowed': 'When the change was made by a re-INVITE instead.',
  'refer-failed': 'When the person tried again with success.',
  'refer-call-lost': 'When the person who was to be transferred had hung up.',
  'bye-reason-abnormal': 'During maintenance.',
  'emergency-call': 'Never.',
};
