/** Digest authentication: challenges, what answers them, and what comes of it. */
import { DEFAULT_START } from '../../../fixtures/dsl/index.ts';
import { fires, type RuleCase, spares } from './case.ts';

const ALICE = '192.0.2.10:5060';
const PROXY = '198.51.100.1:5060';
const PARTIES = { client: ALICE, server: PROXY, realm: 'example.com', username: '1001' };
const END = '+40s capture ends';

/** A REGISTER that is challenged (frames 1 and 2), and what follows. */
const register = (...lines: readonly string[]): string =>
  ['alice -> proxy REGISTER', '+3ms proxy -> alice 401', ...lines, END].join('\n');
const asked = (parameters: string): string => `  WWW-Authenticate: Digest ${parameters}`;
const registerAsked = (parameters: string, ...lines: readonly string[]): string =>
  ['alice -> proxy REGISTER', '+3ms proxy -> alice 401', asked(parameters), ...lines, END].join(
    '\n',
  );
const again = (header: string): string[] => [
  '+4ms alice -> proxy REGISTER',
  `  Authorization: Digest ${header}`,
];
const answer = (nonce: string, more: string): string =>
  `username="1001", realm="example.com", nonce="${nonce}", uri="sip:example.com", response="6629fae49393a05397450978507c4ef1", ${more}`;
const challenge = (nonce: string, more = 'algorithm=MD5, qop="auth"'): string =>
  `realm="example.com", nonce="${nonce}", ${more}`;

const STALE = 'stale=true, algorithm=MD5, qop="auth"';

/** alice is asked for credentials when she calls (frames 1 to 3). */
const invite = (...lines: readonly string[]): string =>
  [
    'alice -> proxy INVITE sip:1002@example.com with sdp',
    '+3ms proxy -> alice 407',
    'alice -> proxy ACK',
    ...lines,
    END,
  ].join('\n');
const CALL_AGAIN = '+4ms alice -> proxy INVITE sip:1002@example.com with sdp';
const ANSWERED = [
  '+90ms proxy -> alice 200 with sdp',
  'alice -> proxy ACK',
  '+20s alice -> proxy BYE',
  'proxy -> alice 200',
];

/** The proxy has an account at the gateway, and keeps the CSeq number of the caller. */
const PROXY_AUTHENTICATES = `
    alice -> proxy INVITE sip:1002@example.com with sdp
    +1ms proxy -> gw INVITE
    +3ms gw -> proxy 401
    proxy -> gw ACK
    +1ms proxy -> gw INVITE
      Authorization: Digest ${answer('aa11', 'algorithm=MD5')}
    +90ms gw -> proxy 200 with sdp
    proxy -> alice 200
    alice -> proxy ACK
    proxy -> gw ACK
    ${END}`;

const unanswered: RuleCase[] = [
  fires('auth-no-retry', 'a call without credentials', invite(), {
    severity: 'error',
    confidence: 'proven',
    args: { ...PARTIES, username: '', method: 'INVITE', code: 407, why: 'unknown' },
    frames: [1, 2],
  }),
  fires('auth-no-retry', 'a registration without credentials', register(), {
    severity: 'error',
    confidence: 'proven',
    args: { ...PARTIES, username: '', method: 'REGISTER', code: 401 },
    frames: [1, 2],
  }),
  fires(
    'auth-no-retry',
    'the second of two realms',
    [
      'alice -> proxy INVITE sip:1002@example.com with sdp',
      '+3ms proxy -> alice 407',
      'alice -> proxy ACK',
      `${CALL_AGAIN} with auth`,
      '+3ms proxy -> alice 401',
      '  WWW-Authenticate: Digest realm="pbx", nonce="aa11"',
      'alice -> proxy ACK',
      END,
    ].join('\n'),
    {
      severity: 'error',
      confidence: 'proven',
      args: { realm: 'pbx', code: 401, why: 'second-realm' },
      frames: [4, 5],
    },
  ),
  fires(
    'auth-no-retry',
    'a 401 that asks like a 407',
    `
    alice -> proxy REGISTER
    +3ms proxy -> alice 401
      -WWW-Authenticate
      Proxy-Authenticate: Digest realm="example.com", nonce="aa11"
    ${END}`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { why: 'wrong-field', realm: 'example.com' },
      frames: [1, 2],
    },
  ),
  fires(
    'auth-no-retry',
    'a BYE that nobody authenticates',
    invite(
      `${CALL_AGAIN} with auth`,
      '+90ms proxy -> alice 200 with sdp',
      'alice -> proxy ACK',
      '+20s alice -> proxy BYE',
      'proxy -> alice 407',
    ),
    {
      severity: 'warning',
      confidence: 'proven',
      args: { method: 'BYE', code: 407 },
      frames: [7, 8],
    },
  ),
  fires(
    'auth-no-retry',
    'a capture that ends soon after',
    'alice -> proxy REGISTER\n+3ms proxy -> alice 401\n+2s capture ends',
    {
      severity: 'info',
      confidence: 'possible',
      status: 'inconclusive',
      args: { code: 401 },
      frames: [1, 2],
    },
  ),
  spares(
    'auth-no-retry',
    'an answer after somebody typed for eight seconds',
    [
      'alice -> proxy REGISTER',
      '+3ms proxy -> alice 401',
      '+8s alice -> proxy REGISTER with auth',
      '+3ms proxy -> alice 200',
      END,
    ].join('\n'),
  ),
  fires(
    'auth-no-retry',
    'a challenge that a proxy passes on',
    `
    alice -> proxy INVITE sip:1002@example.com with sdp
    +1ms proxy -> pbx INVITE
    +3ms pbx -> proxy 401
    proxy -> pbx ACK
    proxy -> alice 401
    alice -> proxy ACK
    ${END}`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { client: ALICE, server: PROXY, code: 401 },
      frames: [1, 5],
    },
  ),
  spares('auth-no-retry', 'a proxy that answers the gateway itself', PROXY_AUTHENTICATES),
  spares(
    'auth-no-retry',
    'a keep-alive',
    `alice -> proxy OPTIONS\n+3ms proxy -> alice 401\n${END}`,
  ),
  spares(
    'auth-no-retry',
    'a challenge that does not arrive',
    `
    alice -> proxy INVITE sip:1002@example.com with sdp
    +3ms proxy -> alice 407
    retransmit x3 G
    ${END}`,
  ),
  spares(
    'auth-no-retry',
    'a scanner',
    `
    alice -> proxy INVITE sip:1002@example.com with sdp
      User-Agent: friendly-scanner
    +3ms proxy -> alice 407
    alice -> proxy ACK
    ${END}`,
  ),
];

const loops: RuleCase[] = [
  fires('auth-loop-wrong-credentials', 'a wrong password', 'auth-loop-wrong-password', {
    severity: 'error',
    confidence: 'proven',
    args: { ...PARTIES, method: 'REGISTER', rejections: 2, accepted: false, differences: [] },
    frames: [2, 3, 4, 5, 6],
  }),
  fires(
    'auth-loop-wrong-credentials',
    'a phone that gives up after one',
    invite(`${CALL_AGAIN} with wrong-auth`, '+3ms proxy -> alice 407', 'alice -> proxy ACK'),
    {
      severity: 'error',
      confidence: 'proven',
      args: { ...PARTIES, method: 'INVITE', rejections: 1, accepted: false },
      frames: [2, 4, 5],
    },
  ),
  fires(
    'auth-loop-wrong-credentials',
    'the right password at the third try',
    register(
      '+4ms alice -> proxy REGISTER with wrong-auth',
      '+3ms proxy -> alice 401',
      '+4ms alice -> proxy REGISTER with wrong-auth',
      '+3ms proxy -> alice 401',
      '+4ms alice -> proxy REGISTER with auth',
      '+3ms proxy -> alice 200',
    ),
    {
      severity: 'warning',
      confidence: 'proven',
      args: { rejections: 2, accepted: true },
      frames: [2, 3, 4, 5, 6],
    },
  ),
  fires(
    'auth-loop-wrong-credentials',
    'two accounts in turn, one answer with the nonce before',
    registerAsked(
      challenge('aa11'),
      ...again(answer('aa11', 'algorithm=MD5, qop=auth, nc=00000001')),
      '+3ms proxy -> alice 401',
      asked(challenge('bb22')),
      ...again(
        answer('aa11', 'algorithm=MD5, qop=auth, nc=00000001').replace('"1001"', '"1001-home"'),
      ),
      '+3ms proxy -> alice 401',
      asked(challenge('cc33')),
    ),
    {
      severity: 'error',
      confidence: 'proven',
      args: {
        rejections: 2,
        username: '1001-home',
        differences: [
          { part: 'nonce', between: 'challenge', first: 'bb22', second: 'aa11' },
          { part: 'username', between: 'request', first: '1001', second: '1001-home' },
          { part: 'username', between: 'attempts', first: '1001', second: '1001-home' },
          { part: 'nc', between: 'attempts', first: '00000001', second: '00000001' },
        ],
        attempts: [
          {
            time: DEFAULT_START + 7000,
            username: '1001',
            realm: 'example.com',
            uri: 'sip:example.com',
            nonce: 'aa11',
            nc: '00000001',
            algorithm: 'MD5',
            response: '6629',
          },
          {
            time: DEFAULT_START + 14_000,
            username: '1001-home',
            realm: 'example.com',
            uri: 'sip:example.com',
            nonce: 'aa11',
            nc: '00000001',
            algorithm: 'MD5',
            response: '6629',
          },
        ],
      },
      frames: [2, 3, 4, 5, 6],
    },
  ),
  fires(
    'auth-loop-wrong-credentials',
    'answers in the wrong field, without opaque, of half the length',
    registerAsked(
      challenge('aa11', 'opaque="o1", qop="auth"'),
      '+4ms alice -> proxy REGISTER',
      '  Proxy-Authorization: Digest username="1001", realm="example.com", nonce="aa11", uri="sip:example.com", response="6629fae49393a053"',
      '+3ms proxy -> alice 401',
      asked(challenge('bb22')),
    ),
    {
      severity: 'error',
      confidence: 'proven',
      args: {
        rejections: 1,
        differences: [
          {
            part: 'header',
            between: 'challenge',
            first: 'Authorization',
            second: 'Proxy-Authorization',
          },
          { part: 'opaque', between: 'challenge', first: 'o1', second: '' },
          { part: 'response', between: 'challenge', first: '32', second: '16' },
        ],
      },
      frames: [2, 3, 4],
    },
  ),
  spares(
    'auth-loop-wrong-credentials',
    'a proxy and a PBX, one after the other',
    'auth-chain-401-407',
  ),
  spares('auth-loop-wrong-credentials', 'one nonce too old', 'auth-stale-once'),
  spares(
    'auth-loop-wrong-credentials',
    'an old nonce tried first, refused without stale, then a new one',
    [
      'alice -> proxy REGISTER',
      '  Authorization: Digest username="1001", realm="example.com", nonce="old", uri="sip:example.com", response="00"',
      '+3ms proxy -> alice 401',
      '+4ms alice -> proxy REGISTER with auth',
      '+3ms proxy -> alice 200',
      '+600s alice -> proxy REGISTER with auth',
      '+3ms proxy -> alice 401',
      '+4ms alice -> proxy REGISTER with auth',
      '+3ms proxy -> alice 200',
      END,
    ].join('\n'),
  ),
  fires(
    'auth-loop-wrong-credentials',
    'a capture that ends with the first refusal',
    `
    alice -> proxy REGISTER
    +3ms proxy -> alice 401
    +4ms alice -> proxy REGISTER with wrong-auth
    +3ms proxy -> alice 401
    +1s capture ends`,
    {
      severity: 'warning',
      confidence: 'possible',
      status: 'inconclusive',
      args: { rejections: 1 },
      frames: [2, 3, 4],
    },
  ),
];

const stale: RuleCase[] = [
  fires(
    'auth-stale-loop',
    'nonces of another node',
    register(
      '+4ms alice -> proxy REGISTER with auth',
      '+3ms proxy -> alice 401',
      asked(challenge('aa11', STALE)),
      '+4ms alice -> proxy REGISTER with auth',
      '+3ms proxy -> alice 401',
      asked(challenge('bb22', STALE)),
    ),
    {
      severity: 'error',
      confidence: 'proven',
      args: { ...PARTIES, rejections: 2, accepted: false, reused: false, livedUs: 7000 },
      frames: [2, 3, 4, 5, 6],
    },
  ),
  fires(
    'auth-stale-loop',
    'a client that keeps its first nonce',
    registerAsked(
      challenge('aa11'),
      ...again(answer('aa11', 'algorithm=MD5')),
      '+3ms proxy -> alice 401',
      asked(challenge('bb22', STALE)),
      ...again(answer('aa11', 'algorithm=MD5')),
      '+3ms proxy -> alice 401',
      asked(challenge('cc33', STALE)),
      '+4ms alice -> proxy REGISTER with auth',
      '+3ms proxy -> alice 200',
    ),
    {
      severity: 'warning',
      confidence: 'proven',
      args: { rejections: 2, accepted: true, reused: true, livedUs: 7000 },
      frames: [2, 3, 4, 5, 6],
    },
  ),
  fires(
    'auth-stale-loop',
    'a server that says it in words',
    register(
      '+17s alice -> proxy REGISTER with auth',
      '+3ms proxy -> alice 401 "nonce has changed"',
      '+17s alice -> proxy REGISTER with auth',
      '+3ms proxy -> alice 401 "nonce has changed"',
    ),
    {
      severity: 'error',
      confidence: 'proven',
      args: { rejections: 2, phrase: 'nonce has changed', livedUs: 17_003_000 },
      frames: [2, 3, 4, 5, 6],
    },
  ),
  spares('auth-stale-loop', 'once', 'auth-stale-once'),
  spares('auth-stale-loop', 'a wrong password', 'auth-loop-wrong-password'),
];

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

export const authCases: readonly RuleCase[] = [
  ...unanswered,
  ...loops,
  ...stale,
  ...parameters,
  ...refused,
];
