/** Signed, refused and hidden caller numbers. */
import { fires, type RuleCase, spares } from './case.ts';
import { IAT, passport } from './passports.ts';

const GW = '203.0.113.9:5060';
const CALLED = 'sip:+12025550199@example.com';
const CALLER = 'from=sip:+12025550100@example.com';
const INFO = 'info=<https://certificates.example/signer.pem>;alg=ES256;ppt="shaken"';

/** alice calls gw with this Identity and is refused: INVITE is frame 1, the refusal frame 2. */
const signed = (identity: string, final: string, ...headers: readonly string[]): string =>
  called([`  Identity: ${identity}`], final, ...headers);
const called = (fields: readonly string[], final: string, ...headers: readonly string[]): string =>
  [
    `alice -> gw INVITE ${CALLED} with sdp ${CALLER}`,
    ...fields,
    `+30ms gw -> alice ${final}`,
    ...headers.map((header) => `  ${header}`),
    'alice -> gw ACK',
    '+40s capture ends',
  ].join('\n');

const GOOD = `${passport({})};${INFO}`;

const verification: RuleCase[] = [
  fires(
    'identity-verification-failed',
    'a number that was changed after the signing',
    signed(
      `${passport({ claims: { orig: { tn: '12025550111' } } })};${INFO}`,
      '438 "Invalid Identity Header"',
    ),
    {
      severity: 'error',
      confidence: 'proven',
      args: {
        how: 'code',
        code: 438,
        node: GW,
        refused: true,
        identity: {
          ppt: 'shaken',
          attest: 'A',
          origTn: '12025550111',
          destTn: '12025550199',
          caller: '12025550100',
          callee: '12025550199',
          ageUs: 0,
          faults: ['caller-differs'],
          certificate: 'https://certificates.example/signer.pem',
        },
      },
      frames: [1, 2],
    },
  ),
  fires('identity-verification-failed', 'no signature', called([], '428 "Use Identity Header"'), {
    severity: 'error',
    confidence: 'proven',
    args: { how: 'code', code: 428, refused: true, identity: null },
    frames: [1, 2],
  }),
  fires(
    'identity-verification-failed',
    'an old token',
    signed(`${passport({ claims: { iat: IAT - 300 } })};${INFO}`, '403 "Stale Date"'),
    {
      severity: 'error',
      confidence: 'proven',
      args: { how: 'stale-date', code: 403, refused: true },
      frames: [1, 2],
    },
  ),
  fires(
    'identity-verification-failed',
    'a certificate that cannot be fetched, told in a 183 of a call that is answered',
    `
    alice -> gw INVITE ${CALLED} with sdp ${CALLER}
      Identity: ${GOOD}
    +30ms gw -> alice 183
      Reason: STIR;cause=436;text="Bad Identity Info"
    +2s gw -> alice 200 with sdp
    alice -> gw ACK
    +20s alice -> gw BYE
    gw -> alice 200
    +40s capture ends`,
    {
      severity: 'info',
      confidence: 'proven',
      args: { how: 'reason', code: 183, detail: '436 Bad Identity Info', refused: false },
      frames: [1, 2],
    },
  ),
  fires(
    'identity-verification-failed',
    'a tag on a call that is declined',
    called(
      ['  P-Asserted-Identity: <sip:+12025550100;verstat=TN-Validation-Failed@example.com>'],
      '603',
    ),
    {
      severity: 'warning',
      confidence: 'possible',
      args: { how: 'verstat', code: 0, detail: 'TN-Validation-Failed', refused: false },
      frames: [1, 1],
    },
  ),
  spares(
    'identity-verification-failed',
    'a good tag on a call that analytics block',
    called(
      ['  P-Asserted-Identity: <sip:+12025550100;verstat=TN-Validation-Passed@example.com>'],
      '603 "Network Blocked"',
      'Reason: SIP;cause=603;text="v=analytics1;url=https://a.example"',
    ),
  ),
  spares('identity-verification-failed', 'another 403', signed(GOOD, '403')),
];

const tokens: RuleCase[] = [
  fires(
    'identity-passport-invalid',
    'signed for another callee, five minutes ago, without origid',
    signed(
      `${passport({ claims: { iat: IAT - 300, dest: { tn: ['12025550777'] }, origid: 7 } })};${INFO}`,
      '403',
    ),
    {
      severity: 'warning',
      confidence: 'likely',
      args: {
        faults: ['callee-differs', 'old', 'origid'],
        ageUs: 300_000_000,
        destTn: '12025550777',
        damage: '',
      },
      frames: [1, 2],
    },
  ),
  fires(
    'identity-passport-invalid',
    'another algorithm and certificate, no attestation',
    signed(
      `${passport({ header: { alg: 'RS256', x5u: 'http://certificates.example/a' }, claims: { attest: 'D' } })};${INFO}`,
      '603',
    ),
    {
      severity: 'warning',
      confidence: 'proven',
      args: { faults: ['algorithm', 'attest', 'certificate-url', 'info-differs'], damage: '' },
      frames: [1, 2],
    },
  ),
  fires('identity-passport-invalid', 'cut off on the way', signed(`eyJhbGciOiJFU;${INFO}`, '480'), {
    severity: 'warning',
    confidence: 'proven',
    args: { faults: ['unreadable'], damage: 'parts' },
    frames: [1, 2],
  }),
  spares('identity-passport-invalid', 'a good one', signed(GOOD, '480')),
  spares(
    'identity-passport-invalid',
    'a national number that is the same',
    signed(`${passport({ claims: { orig: { tn: '2025550100' } } })};${INFO}`, '480'),
  ),
  spares(
    'identity-passport-invalid',
    'the compact form',
    signed(`..${'A'.repeat(86)};${INFO}`, '480'),
  ),
  spares(
    'identity-passport-invalid',
    'an old one on a call that was answered',
    `
    alice -> gw INVITE ${CALLED} with sdp ${CALLER}
      Identity: ${passport({ claims: { iat: IAT - 300 } })};${INFO}
    +2s gw -> alice 200 with sdp
    alice -> gw ACK
    +20s alice -> gw BYE
    gw -> alice 200
    +40s capture ends`,
  ),
];

const callers: RuleCase[] = [
  fires(
    'caller-id-rejected',
    'a number of somebody else',
    called(
      ['  P-Asserted-Identity: <sip:1001@example.com>'],
      '403 "Caller Origination Number is Invalid D35"',
    ),
    {
      severity: 'error',
      confidence: 'likely',
      args: { code: 403, node: GW, from: '+12025550100', asserted: '1001', preferred: '' },
      frames: [1, 2],
    },
  ),
  fires(
    'caller-id-rejected',
    'a Warning that says so',
    called([], '488', 'Warning: 399 carrier.example "CLI not allowed on this trunk"'),
    {
      severity: 'error',
      confidence: 'likely',
      args: { code: 488, warning: 'CLI not allowed on this trunk' },
      frames: [1, 2],
    },
  ),
  spares('caller-id-rejected', 'a plain 403', called([], '403')),
  spares('caller-id-rejected', 'a client that is not known', called([], '403 "Client unknown"')),
  spares('caller-id-rejected', 'anonymous, and refused for it', called(['  Privacy: id'], '433')),
  fires('anonymous-rejected', '433', called(['  Privacy: id'], '433 "Anonymity Disallowed"'), {
    severity: 'info',
    confidence: 'proven',
    args: { code: 433, node: GW, how: 'code', from: '+12025550100', privacy: 'id' },
    frames: [1, 2],
  }),
  fires(
    'anonymous-rejected',
    'cause 24 to an anonymous caller',
    `
    alice -> gw INVITE ${CALLED} with sdp from=sip:anonymous@anonymous.invalid
    +30ms gw -> alice 480
      Reason: Q.850;cause=24;text="Call rejected due to feature at the destination"
    alice -> gw ACK
    +40s capture ends`,
    {
      severity: 'info',
      confidence: 'likely',
      args: { code: 480, how: 'cause', from: 'anonymous', privacy: '' },
      frames: [1, 2],
    },
  ),
  spares(
    'anonymous-rejected',
    'cause 24 to a caller who shows a number',
    called([], '480', 'Reason: Q.850;cause=24'),
  ),
  spares(
    'anonymous-rejected',
    'an anonymous caller, and a busy callee',
    called(['  Privacy: id'], '486'),
  ),
];

export const identityCases: readonly RuleCase[] = [...verification, ...tokens, ...callers];
