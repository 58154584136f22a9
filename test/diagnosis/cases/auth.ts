/** Challenges: not answered, answered in vain, answered with nonces that are too old. */
import { DEFAULT_START } from '../../../fixtures/dsl/index.ts';
import {
  ALICE,
  PARTIES,
  END,
  register,
  asked,
  registerAsked,
  again,
  answer,
  challenge,
  STALE,
  invite,
  CALL_AGAIN,
  PROXY_AUTHENTICATES,
} from './auth-flows.ts';
import { fires, type RuleCase, spares } from './case.ts';

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
    'a BYE that nobody authenticates, and the other side hangs up minutes later',
    invite(
      `${CALL_AGAIN} with auth`,
      '+90ms proxy -> alice 200 with sdp',
      'alice -> proxy ACK',
      '+20s alice -> proxy BYE',
      'proxy -> alice 407',
      '+140s proxy -> alice BYE in-dialog',
      'alice -> proxy 481',
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
      args: { client: ALICE, server: '198.51.100.20:5060', code: 401 },
      frames: [1, 5],
    },
  ),
  spares('auth-no-retry', 'a proxy that answers the gateway itself', PROXY_AUTHENTICATES),
  spares(
    'auth-no-retry',
    'an answer from another address',
    `
    alice -> proxy REGISTER
      Call-ID: one@192.0.2.10
    +3ms proxy -> alice 401
    +9ms bob -> proxy REGISTER cseq=2
      Call-ID: one@192.0.2.10
      Authorization: Digest ${answer('aa11', 'algorithm=MD5')}
    +3ms proxy -> bob 401
    +9ms bob -> proxy REGISTER cseq=3 with auth
      Call-ID: one@192.0.2.10
    +3ms proxy -> bob 200
    ${END}`,
  ),
  spares(
    'auth-no-retry',
    'a second target that asks, of a call that the first one takes',
    `
    alice -> gw INVITE sip:1002@example.com with sdp
    +1ms alice -> proxy INVITE sip:1002@example.com cseq=1 with sdp
    +3ms proxy -> alice 407
    alice -> proxy ACK
    +90ms gw -> alice 200 with sdp
    alice -> gw ACK
    ${END}`,
  ),
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
            place: 1,
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
            place: 2,
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
  spares(
    'auth-loop-wrong-credentials',
    'an old nonce tried first, then one mistake',
    [
      'alice -> proxy REGISTER',
      '  Authorization: Digest username="1001", realm="example.com", nonce="old", uri="sip:example.com", response="00"',
      '+3ms proxy -> alice 401',
      '+4ms alice -> proxy REGISTER with wrong-auth',
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
      args: {
        ...PARTIES,
        rejections: 2,
        nonces: 2,
        accepted: false,
        reused: false,
        livedUs: 7000,
      },
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
      args: { rejections: 2, nonces: 1, accepted: true, reused: true, livedUs: 7000 },
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
  spares(
    'auth-stale-loop',
    'twice, with a wrong password between',
    register(
      '+4ms alice -> proxy REGISTER with auth',
      '+3ms proxy -> alice 401',
      asked(challenge('aa11', STALE)),
      '+4ms alice -> proxy REGISTER with wrong-auth',
      '+3ms proxy -> alice 401',
      '+4ms alice -> proxy REGISTER with auth',
      '+3ms proxy -> alice 401',
      asked(challenge('bb22', STALE)),
      '+4ms alice -> proxy REGISTER with auth',
      '+3ms proxy -> alice 200',
    ),
  ),
  spares('auth-stale-loop', 'once', 'auth-stale-once'),
  spares('auth-stale-loop', 'a wrong password', 'auth-loop-wrong-password'),
];

export const authCases: readonly RuleCase[] = [...unanswered, ...loops, ...stale];
