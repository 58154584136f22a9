import type { SetupArgs } from '../../../model/rule-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const setupIgnore: IgnoreTexts<keyof SetupArgs> = {
  'trying-capture-ended':
    'When the capture was stopped by hand a few seconds after the call began: read the next file before looking further.',
  'trying-then-408':
    'When the far end is known to be down and the failure is quick enough for the route behind it to be tried.',
  'trying-then-cancel': 'When the caller changed their mind within a few seconds.',
  'trying-downstream-silent':
    'When the silent peer is known to be down and another one took the calls in time.',
  'trying-downstream-answered-not-relayed':
    'When the missing answer is a 180 or 183 that a policy of the node holds back on purpose.',
  'trying-not-forwarded': 'When the onward leg leaves over an interface that was not captured.',
  'invite-no-response':
    'When the target is known to be off and calls went another way without a noticeable wait.',
  'late-trying':
    'When it happens seldom and stays below half a second; over TCP and TLS nothing is repeated for it.',
  'pdd-slow':
    'When the callee is a mobile that has to be woken (push), where 3 to 8 s are usual, or a call abroad.',
  'ringing-no-answer': 'As a rule: nobody was there. Look at it when one callee never answers.',
  'ringing-forever': 'For queues and park positions that ring on purpose.',
  'no-final-response':
    'When the capture stopped less than three minutes after the INVITE, or on a queue without a limit.',
};
