import type { NatArgs } from '../../../model/nat-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const natIgnore: IgnoreTexts<keyof NatArgs> = {
  'nat-missing-rport':
    'When there is no translator between the two: the port of the Via is open then.',
  'nat-keepalive-missing':
    'When the device had been unplugged and came back before its registration ran out.',
  'nat-private-contact':
    'When both sides share that private network, or a node in between remembers the way.',
  'contact-unroutable': 'When a node in between keeps to the connection that is open.',
  'nat-port-rebinding': 'When the device refreshed its target at once.',
  'sip-alg-suspected': 'When the rewriting element is an SBC of your own.',
  'ice-failed': 'When media flowed over a relay all the same.',
};
