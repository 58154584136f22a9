/** PASSporTs for tests, signed with nothing. */

import { DEFAULT_START } from '../../../fixtures/dsl/index.ts';

/** The flow's clock at its first message, s since 1970 UTC. */
export const IAT = DEFAULT_START / 1_000_000;

const encoded = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** A SHAKEN token (RFC 8588) from +1 202 555 0100 to …0199, with these members changed. */
export function passport(changed: {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
}): string {
  const header = {
    alg: 'ES256',
    ppt: 'shaken',
    typ: 'passport',
    x5u: 'https://certificates.example/signer.pem',
    ...changed.header,
  };
  const claims = {
    attest: 'A',
    dest: { tn: ['12025550199'] },
    iat: IAT,
    orig: { tn: '12025550100' },
    origid: '123e4567-e89b-12d3-a456-426614174000',
    ...changed.claims,
  };
  return `${encoded(header)}.${encoded(claims)}.${'A'.repeat(86)}`;
}
