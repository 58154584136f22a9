import { parseUri } from '../../../sip/values/uri.ts';
import { refusalRule } from '../../facts/refusal-rule.ts';

/** The proxy does not serve the push service that the registration names (RFC 8599 §8). */
export const resp555Push = refusalRule({
  id: 'resp-555-push',
  tier: 'policy',
  needs: ['server-error'],
  more: ({ request }) => ({
    provider:
      (request === null ? null : parseUri(request.requestUri))?.params.get('pn-provider') ?? '',
  }),
});
