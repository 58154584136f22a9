import type { RegistrationArgs } from '../../../model/registration-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const registrationIgnore: IgnoreTexts<keyof RegistrationArgs> = {
  'register-failed': 'When the account was closed on purpose, or the sender is a scanner.',
  'register-interval-too-brief': 'When the device took the longer interval with its next try.',
  'register-shortened': 'When the device refreshes in time all the same.',
  'register-not-refreshed': 'When the device was switched off or left the network.',
  'register-expired-at-call': 'When the user is known to have been away.',
  'register-flapping': 'For a mobile that changes between networks.',
  'register-storm': 'Right after a restart or a power cut, when it calms down within minutes.',
  'register-many-bindings': 'When the user has that many devices.',
  'register-contact-unroutable':
    'When a proxy or SBC in between remembers where the device really is.',
  'register-outbound-439-430': 'When the device registered without outbound after it.',
  'subscribe-failed': 'When the feature (a lamp, a mailbox) is not offered there.',
  'notify-481': 'Right after a restart of the phone: it subscribes anew.',
  'info-dtmf-rejected': 'When the digits travel in the media stream as well.',
};
