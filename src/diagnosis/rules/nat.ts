import type { Rule } from '../rule.ts';
import { contactUnroutable } from './nat/contact-unroutable.ts';
import { iceFailed } from './nat/ice-failed.ts';
import { natKeepaliveMissing } from './nat/nat-keepalive-missing.ts';
import { natMissingRport } from './nat/nat-missing-rport.ts';
import { natPortRebinding } from './nat/nat-port-rebinding.ts';
import { natPrivateContact } from './nat/nat-private-contact.ts';
import { sipAlgSuspected } from './nat/sip-alg-suspected.ts';

/** Addresses that hold inside a network only, and what routers do to SIP; what descriptions say is told by the sdp family. */
export const NAT_RULES: readonly Rule[] = [
  sipAlgSuspected,
  natMissingRport,
  natKeepaliveMissing,
  contactUnroutable,
  natPrivateContact,
  natPortRebinding,
  iceFailed,
];
