import { refusalRule } from '../../facts/refusal-rule.ts';

/** Codes of Kamailio and OpenSIPS for what a proxy could not do with its next hop: resolve it, reach it, or be allowed to. */
export const vendorRoutingCode = refusalRule({
  id: 'vendor-routing-code',
  tier: 'routing',
  needs: ['client-error'],
  more: () => ({}),
});
