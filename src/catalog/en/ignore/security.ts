import type { SecurityArgs } from '../../../model/security-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const securityIgnore: IgnoreTexts<keyof SecurityArgs> = {
  'scanner-detected': 'When the scan is your own, or the server answers nothing to strangers.',
  'extension-enumeration': 'When the address is a monitor or a provisioning system of your own.',
  'password-bruteforce': 'When a test of your own tries passwords.',
  'credential-compromise-suspected': 'When the owner of the account was trying and got it right.',
  'toll-fraud-pattern': 'When somebody tests the dial plan.',
  'open-relay': 'When somebody sets up a trunk from there and tries forms of the number.',
  'bye-or-cancel-spoof': 'When several nodes of one SBC share a call under addresses of their own.',
  'digest-leak': 'When the caller is a server of your own that may challenge this device.',
  'digest-replay': 'When both addresses belong to one device behind two ways out.',
  'sip-flood': 'During a load test, or when everything registers anew after an outage.',
};
