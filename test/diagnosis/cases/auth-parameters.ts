/** What is wrong with refused credentials, and challenges that should not be. */
import {
  ALICE,
  PROXY,
  PARTIES,
  END,
  register,
  asked,
  registerAsked,
  again,
  answer,
  challenge,
  invite,
  CALL_AGAIN,
  ANSWERED,
  PROXY_AUTHENTICATES,
} from './auth-flows.ts';
import { fires, type RuleCase, spares } from './case.ts';

const parameters: RuleCase[] = [
  fires(
    'auth-nc-reuse',
    'a second REGISTER counts one again',
    registerAsked(
      challenge('aa11'),
      ...again(answer('aa11', 'qop=auth, nc=00000001')),
      '+3ms proxy -> alice 200',
      '+60s alice -> proxy REGISTER',
      `  Authorization: Digest ${answer('aa11', 'qop=auth, nc=00000001')}`,
      '+3ms proxy -> alice 401',
      asked(challenge('bb22')),
    ),
    {
      severity: 'warning',
      confidence: 'likely',
      args: { nonce: 'aa11', before: '00000001', nc: '00000001' },
      frames: [3, 5, 6],
    },
  ),
  spares(
    'auth-nc-reuse',
    'counted up, and too old all the same',
    registerAsked(
      challenge('aa11'),
      ...again(answer('aa11', 'qop=auth, nc=00000001')),
      '+3ms proxy -> alice 200',
      '+60s alice -> proxy REGISTER',
      `  Authorization: Digest ${answer('aa11', 'qop=auth, nc=00000002')}`,
      '+3ms proxy -> alice 401',
      asked(challenge('bb22')),
    ),
  ),
  spares(
    'auth-nc-reuse',
    'not counted, and taken',
    registerAsked(
      challenge('aa11'),
      ...again(answer('aa11', 'qop=auth, nc=00000001')),
      '+3ms proxy -> alice 200',
      '+60s alice -> proxy REGISTER',
      `  Authorization: Digest ${answer('aa11', 'qop=auth, nc=00000001')}`,
      '+3ms proxy -> alice 200',
      // Something else goes wrong later, so that the rule is asked.
      '+60s alice -> proxy REGISTER',
      '+3ms proxy -> alice 403',
    ),
  ),
  fires(
    'auth-uri-mismatch',
    'an answer for another URI',
    registerAsked(
      challenge('aa11'),
      ...again(answer('aa11', 'algorithm=MD5').replace('sip:example.com', 'sip:10.0.0.5')),
      '+3ms proxy -> alice 401',
      asked(challenge('bb22')),
    ),
    {
      severity: 'warning',
      confidence: 'likely',
      args: { uri: 'sip:10.0.0.5', requestUri: 'sip:example.com', rewritten: false },
      frames: [3, 4],
    },
  ),
  fires(
    'auth-uri-mismatch',
    'a proxy that sends it on to another URI',
    `
    alice -> proxy INVITE sip:1002@example.com with sdp
    +1ms proxy -> pbx INVITE sip:1002@198.51.100.20
    +3ms pbx -> proxy 401
    proxy -> pbx ACK
    proxy -> alice 401
    alice -> proxy ACK
    ${CALL_AGAIN} with auth
    +1ms proxy -> pbx INVITE sip:1002@198.51.100.20
    +3ms pbx -> proxy 401
    proxy -> pbx ACK
    proxy -> alice 401
    alice -> proxy ACK
    ${END}`,
    {
      severity: 'warning',
      confidence: 'possible',
      args: {
        uri: 'sip:1002@example.com',
        requestUri: 'sip:1002@198.51.100.20',
        rewritten: true,
      },
      frames: [7, 8, 9],
    },
  ),
  spares(
    'auth-uri-mismatch',
    'parameters and the default port',
    registerAsked(
      challenge('aa11'),
      ...again(
        answer('aa11', 'algorithm=MD5').replace(
          'sip:example.com',
          'sip:EXAMPLE.com:5060;transport=udp',
        ),
      ),
      '+3ms proxy -> alice 401',
      asked(challenge('bb22')),
    ),
  ),
  spares(
    'auth-uri-mismatch',
    'a wrong password, then the right one for the same other URI',
    registerAsked(
      challenge('aa11'),
      ...again(answer('aa11', 'algorithm=MD5').replace('sip:example.com', 'sip:10.0.0.5')),
      '+3ms proxy -> alice 403',
      '+60s alice -> proxy REGISTER',
      '+3ms proxy -> alice 401',
      asked(challenge('bb22')),
      ...again(answer('bb22', 'algorithm=MD5').replace('sip:example.com', 'sip:10.0.0.5')),
      '+3ms proxy -> alice 200',
    ),
  ),
  spares(
    'auth-uri-mismatch',
    'another URI that was accepted',
    registerAsked(
      challenge('aa11'),
      ...again(answer('aa11', 'algorithm=MD5').replace('sip:example.com', 'sip:10.0.0.5')),
      '+3ms proxy -> alice 200',
    ),
  ),
  fires(
    'auth-realm-mismatch',
    'a realm that was entered by hand',
    registerAsked(
      'realm="asterisk", nonce="aa11"',
      ...again(answer('aa11', 'algorithm=MD5')),
      '+3ms proxy -> alice 401',
      asked('realm="asterisk", nonce="bb22"'),
    ),
    {
      severity: 'error',
      confidence: 'proven',
      args: { realm: 'example.com', asked: 'asterisk' },
      frames: [2, 3, 4],
    },
  ),
  spares('auth-realm-mismatch', 'a wrong password', 'auth-loop-wrong-password'),
  spares(
    'auth-realm-mismatch',
    'credentials of another server first, then the right ones',
    [
      'alice -> proxy REGISTER',
      '  Authorization: Digest username="1001", realm="other", nonce="old", uri="sip:example.com", response="00"',
      '+3ms proxy -> alice 401',
      '+4ms alice -> proxy REGISTER with auth',
      '+3ms proxy -> alice 200',
      END,
    ].join('\n'),
  ),
  spares(
    'auth-realm-mismatch',
    'another realm once, then the right one',
    registerAsked(
      challenge('aa11'),
      ...again(answer('aa11', 'algorithm=MD5').replace('realm="example.com"', 'realm="home"')),
      '+3ms proxy -> alice 401',
      asked(challenge('bb22')),
      ...again(answer('bb22', 'algorithm=MD5')),
      '+3ms proxy -> alice 200',
    ),
  ),
  fires(
    'auth-username-mismatch',
    'an account of its own',
    registerAsked(
      challenge('aa11'),
      ...again(answer('aa11', 'algorithm=MD5').replace('"1001"', '"trunk-7"')),
      '+3ms proxy -> alice 401',
      asked(challenge('bb22')),
    ),
    {
      severity: 'info',
      confidence: 'possible',
      args: { username: 'trunk-7', user: '1001' },
      frames: [2, 3, 4],
    },
  ),
  spares(
    'auth-username-mismatch',
    'number and domain',
    registerAsked(
      challenge('aa11'),
      ...again(answer('aa11', 'algorithm=MD5').replace('"1001"', '"1001@example.com"')),
      '+3ms proxy -> alice 401',
      asked(challenge('bb22')),
    ),
  ),
  spares(
    'auth-username-mismatch',
    'an account of its own that is good',
    registerAsked(
      challenge('aa11'),
      ...again(answer('aa11', 'algorithm=MD5').replace('"1001"', '"trunk-7"')),
      '+3ms proxy -> alice 200',
    ),
  ),
  fires(
    'auth-algorithm-unsupported',
    'MD5 for SHA-256',
    registerAsked(
      challenge('aa11', 'algorithm=SHA-256, qop="auth"'),
      ...again(answer('aa11', 'algorithm=MD5')),
      '+3ms proxy -> alice 401',
      asked(challenge('bb22', 'algorithm=SHA-256, qop="auth"')),
    ),
    {
      severity: 'error',
      confidence: 'proven',
      args: { ...PARTIES, offered: ['SHA-256'], used: 'MD5' },
      frames: [2, 3, 4],
    },
  ),
  fires(
    'auth-algorithm-unsupported',
    'no answer to SHA-256 and SHA-512-256',
    registerAsked(
      `${challenge('aa11', 'algorithm=SHA-256')}, Digest ${challenge('aa11', 'algorithm=SHA-512-256')}`,
    ),
    {
      severity: 'error',
      confidence: 'likely',
      args: { offered: ['SHA-256', 'SHA-512-256'], used: '' },
      frames: [1, 2],
    },
  ),
  spares(
    'auth-algorithm-unsupported',
    'SHA-256 and MD5, a wrong password in MD5',
    registerAsked(
      `${challenge('aa11', 'algorithm=SHA-256')}, Digest ${challenge('aa11')}`,
      ...again(answer('aa11', 'algorithm=MD5')),
      '+3ms proxy -> alice 401',
      asked(`${challenge('bb22', 'algorithm=SHA-256')}, Digest ${challenge('bb22')}`),
    ),
  ),
  spares(
    'auth-algorithm-unsupported',
    'no answer to SHA-256 and MD5',
    registerAsked(`${challenge('aa11', 'algorithm=SHA-256')}, Digest ${challenge('aa11')}`),
  ),
  fires(
    'auth-cseq-not-incremented',
    'a REGISTER with the number of the first',
    register('+4ms alice -> proxy REGISTER cseq=1 with auth', '+3ms proxy -> alice 401'),
    {
      severity: 'warning',
      confidence: 'likely',
      args: { method: 'REGISTER', cseq: 1 },
      frames: [1, 3, 4],
    },
  ),
  spares(
    'auth-cseq-not-incremented',
    'the same number, accepted',
    register('+4ms alice -> proxy REGISTER cseq=1 with auth', '+3ms proxy -> alice 200'),
  ),
  spares(
    'auth-cseq-not-incremented',
    'a proxy that authenticates for its callers',
    PROXY_AUTHENTICATES,
  ),
  spares('auth-cseq-not-incremented', 'a wrong password', 'auth-loop-wrong-password'),
];

const refused: RuleCase[] = [
  fires(
    'auth-then-403',
    'a registration refused for good',
    register('+4ms alice -> proxy REGISTER with wrong-auth', '+3ms proxy -> alice 403'),
    {
      severity: 'error',
      confidence: 'likely',
      args: { ...PARTIES, method: 'REGISTER', phrase: 'Forbidden', refusals: 0 },
      frames: [2, 3, 4],
    },
  ),
  fires(
    'auth-then-403',
    'a call refused for its password',
    invite(
      `${CALL_AGAIN} with wrong-auth`,
      '+3ms proxy -> alice 403 "Wrong password"',
      'alice -> proxy ACK',
    ),
    {
      severity: 'error',
      confidence: 'proven',
      args: { method: 'INVITE', phrase: 'Wrong password' },
      frames: [2, 4, 5],
    },
  ),
  spares(
    'auth-then-403',
    'the proxy took the credentials, the gateway refused',
    invite(
      `${CALL_AGAIN} with auth`,
      '+1ms proxy -> gw INVITE',
      '+3ms gw -> proxy 403',
      'proxy -> gw ACK',
      'proxy -> alice 403',
      'alice -> proxy ACK',
    ),
  ),
  spares(
    'auth-then-403',
    'a limit',
    invite(
      `${CALL_AGAIN} with auth`,
      '+3ms proxy -> alice 403 "Concurrent call limit exceeded"',
      'alice -> proxy ACK',
    ),
  ),
  spares(
    'auth-then-403',
    'a 403 without credentials',
    `alice -> proxy REGISTER\n+3ms proxy -> alice 403\n${END}`,
  ),
  fires(
    'auth-challenge-to-ack-or-cancel',
    'a CANCEL',
    invite(
      `${CALL_AGAIN} with auth`,
      '+90ms proxy -> alice 180',
      '+3s alice -> proxy CANCEL',
      '+3ms proxy -> alice 407 for CANCEL',
    ),
    {
      severity: 'warning',
      confidence: 'proven',
      args: { client: ALICE, server: PROXY, method: 'CANCEL', code: 407 },
      frames: [6, 7],
    },
  ),
  spares(
    'auth-challenge-to-ack-or-cancel',
    'an INVITE that is cancelled',
    invite(
      `${CALL_AGAIN} with auth`,
      '+90ms proxy -> alice 180',
      '+3s alice -> proxy CANCEL',
      '+3ms proxy -> alice 200 for CANCEL',
      'proxy -> alice 487',
      'alice -> proxy ACK',
    ),
  ),
  fires(
    'auth-basic-or-cleartext',
    'Basic',
    `
    alice -> proxy REGISTER
    +3ms proxy -> alice 401
      WWW-Authenticate: Basic realm="example.com"
    +4ms alice -> proxy REGISTER
      Authorization: Basic MTAwMTpzZWNyZXQ=
    +3ms proxy -> alice 200
    ${END}`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { client: ALICE, server: PROXY, how: 'basic', transport: 'UDP' },
      frames: [3],
    },
  ),
  fires(
    'auth-basic-or-cleartext',
    'nothing but Basic on offer',
    `
    alice -> proxy REGISTER
    +3ms proxy -> alice 401
      WWW-Authenticate: Basic realm="example.com"
    ${END}`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { how: 'offered', realm: 'example.com' },
      frames: [1, 2],
    },
  ),
  fires(
    'auth-basic-or-cleartext',
    'the password beside the response',
    registerAsked(
      challenge('aa11'),
      ...again(answer('aa11', 'password="secret"')),
      '+3ms proxy -> alice 401',
      asked(challenge('bb22')),
    ),
    { severity: 'warning', confidence: 'proven', args: { how: 'password' }, frames: [3] },
  ),
  spares(
    'auth-basic-or-cleartext',
    'Basic beside Digest, answered with Digest',
    register('+4ms alice -> proxy REGISTER with auth', '+3ms proxy -> alice 200').replace(
      'alice 401',
      'alice 401\n  +WWW-Authenticate: Basic realm="example.com"',
    ),
  ),
  spares(
    'auth-basic-or-cleartext',
    'a realm called basic',
    invite(`${CALL_AGAIN} with auth`, ...ANSWERED),
  ),
];

export const authParameterCases: readonly RuleCase[] = [...parameters, ...refused];
