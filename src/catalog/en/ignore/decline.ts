import type { DeclineArgs } from '../../../model/rule-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const declineIgnore: IgnoreTexts<keyof DeclineArgs> = {
  'decline-analytics-603plus': 'When blocking this caller is what the network should do.',
  'decline-analytics-probable':
    'When the callees have one thing in common that explains it: one company, one closed office, one block list.',
  'decline-608': 'When blocking this caller is what the intermediary should do.',
  'decline-607':
    'A single one: somebody does not want this caller. Look at it when many callees say so.',
  'decline-human': 'As a rule: a person decided.',
  'decline-device-policy':
    'When do not disturb or a block list was set on purpose. Time alone cannot tell it from a very quick hand.',
  'decline-unattributed': 'As a rule: somebody or something did not want this call.',
  'decline-pbx-default': 'When the dial plan is meant to refuse this call.',
  'decline-q850': 'When the side that decided is the callee, and one call is concerned.',
};
