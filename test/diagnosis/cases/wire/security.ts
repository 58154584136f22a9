/** Strangers and what they try; and those who look like them and are not. */
import { capture } from '../../../helpers/wire.ts';
import { firesIn, sparesIn, type WireCase } from './case.ts';

const HOSTS = `
  scanner = 203.0.113.66:5060 "friendly-scanner" user=100
  quiet   = 203.0.113.67:5060 "Cisco" user=100
  tester  = 203.0.113.68:5060 "sipsak 0.9.8" user=sipp
  n1 = 192.0.2.101
  n2 = 192.0.2.102
  n3 = 192.0.2.103
  n4 = 192.0.2.104
  n5 = 192.0.2.105
  n6 = 192.0.2.106
  n7 = 192.0.2.107
  n8 = 192.0.2.108
  n9 = 192.0.2.109
  n10 = 192.0.2.110
`;
const PROXY = '198.51.100.1:5060';
const END = '\n@700s capture ends';

const flow = (text: string): Uint8Array => capture(`${HOSTS}\n${text}${END}`);
const each = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('\n');

/** OPTIONS to each of the ten hosts, one a second; the first few answer. */
const sweep = (from: string, answered: number, rounds = 1): string =>
  each(
    10 * rounds,
    (at) => `call s${at} @${at + 1}s {
      ${from} -> n${(at % 10) + 1} OPTIONS
      ${at % 10 < answered ? `+5ms n${(at % 10) + 1} -> ${from} 404` : ''}
    }`,
  );

const SCAN = `call probe @1s {
  scanner -> proxy OPTIONS
  +3ms proxy -> scanner 200
}
call guess @3s {
  scanner -> proxy REGISTER
  +3ms proxy -> scanner 404
}`;

const scans: readonly WireCase[] = [
  firesIn('scanner-detected', 'a tool that names itself', () => flow(SCAN), {
    severity: 'warning',
    confidence: 'likely',
    scope: 'endpoint',
    args: {
      address: '203.0.113.66',
      how: 'agent',
      sign: 'friendly-scanner',
      requests: 2,
      targets: 1,
      accepted: 1,
    },
    frames: [1, 3],
    calls: 0,
  }),
  firesIn(
    'scanner-detected',
    'a tool that calls itself a telephone and keeps its defaults',
    () =>
      flow(`quiet -> proxy OPTIONS
        From: "sipvicious" <sip:100@1.1.1.1>;tag=1
        +3ms proxy -> quiet 200`),
    {
      severity: 'warning',
      confidence: 'likely',
      scope: 'endpoint',
      args: { how: 'habit', sign: 'From "sipvicious"', requests: 1 },
      frames: [1],
      calls: 0,
    },
  ),
  firesIn('scanner-detected', 'ten hosts within ten seconds', () => flow(sweep('quiet', 2)), {
    severity: 'warning',
    confidence: 'likely',
    scope: 'endpoint',
    args: { how: 'sweep', sign: '', targets: 10, requests: 10, accepted: 0 },
    frames: [1, 3, 5, 6],
    calls: 0,
  }),
  sparesIn('scanner-detected', 'a monitor that asks the same hosts again and again', () =>
    flow(sweep('quiet', 2, 4)),
  ),
  sparesIn('scanner-detected', 'a test tool', () => flow(sweep('tester', 2))),
  sparesIn('scanner-detected', 'an address whose way back was not captured', () =>
    flow(sweep('quiet', 0)),
  ),
  sparesIn('scanner-detected', 'an address that is registered', () =>
    flow(`call r @0s {
      quiet -> proxy REGISTER
      +3ms proxy -> quiet 200
    }
    ${sweep('quiet', 2)}`),
  ),
];

interface Guess {
  readonly from?: string;
  readonly every?: number;
  readonly user?: (index: number) => string;
  readonly answer?: string;
}

/** REGISTERs for one user after the other, four packets where the challenge is answered. */
const guesses = (
  count: number,
  { from = 'quiet', every = 2, user = (at) => `${100 + at}`, answer = '404' }: Guess = {},
): string =>
  each(
    count,
    (at) => `call g${at} @${1 + at * every}s {
      ${from} -> proxy REGISTER from=sip:${user(at)}@example.com to=sip:${user(at)}@example.com
      +3ms proxy -> ${from} ${at === 3 ? '401' : answer}
    }`,
  );

const extensions: readonly WireCase[] = [
  firesIn('extension-enumeration', 'twelve users within half a minute', () => flow(guesses(12)), {
    severity: 'warning',
    confidence: 'likely',
    scope: 'endpoint',
    args: {
      address: '203.0.113.67',
      server: PROXY,
      method: 'REGISTER',
      users: 12,
      refusals: 12,
      examples: ['100', '101', '102', '103', '104'],
      codes: '401, 404',
      tells: true,
    },
    frames: [1, 3, 5, 7],
    calls: 0,
  }),
  sparesIn('extension-enumeration', 'nine users', () => flow(guesses(9))),
  sparesIn('extension-enumeration', 'twelve users within four minutes', () =>
    flow(guesses(12, { every: 20 })),
  ),
  sparesIn('extension-enumeration', 'one user twelve times', () =>
    flow(guesses(12, { user: () => '100' })),
  ),
  sparesIn('extension-enumeration', 'a dialler with old numbers', () =>
    flow(guesses(12, { user: (at) => `+8490123456${at}` })),
  ),
  sparesIn('extension-enumeration', 'a gateway that has a telephone of these registered', () =>
    flow(`${guesses(12)}
      call ok @40s {
        quiet -> proxy REGISTER
        +3ms proxy -> quiet 200
      }`),
  ),
];

/** Registrations with a wrong password: challenge, credentials, refusal. */
const passwords = (
  count: number,
  { from = 'quiet', every = 2, user = () => '1001' }: Guess = {},
): string =>
  each(count, (at) => {
    const who = `from=sip:${user(at)}@example.com to=sip:${user(at)}@example.com`;
    return `call p${at} @${1 + at * every}s {
      ${from} -> proxy REGISTER ${who}
      +3ms proxy -> ${from} 401
      +3ms ${from} -> proxy REGISTER ${who} with wrong-auth
      +3ms proxy -> ${from} 403
    }`;
  });
const SUCCESS = `call won @30s {
  quiet -> proxy REGISTER
  +3ms proxy -> quiet 401
  +3ms quiet -> proxy REGISTER with auth
  +3ms proxy -> quiet 200
}`;

const guessed: readonly WireCase[] = [
  firesIn(
    'password-bruteforce',
    'twelve passwords within half a minute',
    () => flow(passwords(12)),
    {
      severity: 'error',
      confidence: 'likely',
      scope: 'endpoint',
      args: {
        address: '203.0.113.67',
        server: PROXY,
        failures: 12,
        spanUs: 22_000_000,
        total: 12,
      },
      frames: [3, 7, 11, 15],
      calls: 0,
    },
  ),
  firesIn(
    'password-bruteforce',
    'thirty-one within ten minutes',
    () => flow(passwords(31, { every: 10 })),
    {
      severity: 'error',
      confidence: 'likely',
      scope: 'endpoint',
      args: { failures: 31, spanUs: 300_000_000 },
      frames: [3, 7, 11, 15],
      calls: 0,
    },
  ),
  sparesIn('password-bruteforce', 'nine passwords', () => flow(passwords(9))),
  sparesIn('password-bruteforce', 'a telephone that repeats its registration', () =>
    flow(`quiet -> proxy REGISTER
      +3ms proxy -> quiet 401
      ${each(
        12,
        () => `+1s quiet -> proxy REGISTER with wrong-auth
      +3ms proxy -> quiet 401`,
      )}`),
  ),
  firesIn(
    'credential-compromise-suspected',
    'a registration after twelve passwords',
    () => flow(`${passwords(12, { user: () => '100' })}\n${SUCCESS}`),
    {
      severity: 'error',
      confidence: 'likely',
      scope: 'endpoint',
      args: { address: '203.0.113.67', username: '100', failures: 12, afterUs: 7_003_000 },
      frames: [52, 3],
      calls: 0,
    },
  ),
  sparesIn('credential-compromise-suspected', 'a registration after three passwords', () =>
    flow(`${passwords(3, { user: () => '100' })}\n${SUCCESS}`),
  ),
  sparesIn('credential-compromise-suspected', 'an address that was registered before', () =>
    flow(`call before @0s {
        quiet -> proxy REGISTER
        +3ms proxy -> quiet 200
      }
      ${passwords(12, { user: () => '100' })}\n${SUCCESS}`),
  ),
];

const dial = (prefixes: readonly string[], every = 5, from = 'quiet'): string =>
  each(
    prefixes.length,
    (at) => `call d${at} @${1 + at * every}s {
      ${from} -> proxy INVITE sip:${prefixes[at]}972595110123@198.51.100.1 with sdp
      +3ms proxy -> ${from} 404
      +2ms ${from} -> proxy ACK
    }`,
  );
const HUNT = ['00', '+', '011', '9011', '900'];

const frauds: readonly WireCase[] = [
  firesIn('toll-fraud-pattern', 'five prefixes before one number', () => flow(dial(HUNT)), {
    severity: 'error',
    confidence: 'likely',
    scope: 'endpoint',
    args: {
      address: '203.0.113.67',
      server: PROXY,
      number: '595110123',
      prefixes: ['00972', '+972', '011972', '9011972', '900972'],
      attempts: 5,
      spanUs: 20_000_000,
    },
    frames: [1, 4, 7, 10],
    calls: 5,
    explains: Array.from({ length: 5 }, () => 'resp-404-number' as const),
  }),
  sparesIn('toll-fraud-pattern', 'a person who tries three forms', () =>
    flow(dial(HUNT.slice(0, 3))),
  ),
  sparesIn('toll-fraud-pattern', 'five prefixes over an hour', () => flow(dial(HUNT, 300))),
  sparesIn('toll-fraud-pattern', 'one form again and again', () =>
    flow(dial(['00', '00', '00', '00', '00'])),
  ),
  sparesIn('toll-fraud-pattern', 'a test of the dial plan', () => flow(dial(HUNT, 5, 'tester'))),
  sparesIn('toll-fraud-pattern', 'a gateway of which other calls come through', () =>
    flow(`${dial(HUNT)}
      call ok @40s {
        quiet -> proxy INVITE sip:+84901234567@example.com with sdp
        +2ms proxy -> quiet 100
        +900ms proxy -> quiet 200 with sdp
        +3ms quiet -> proxy ACK
        +9s quiet -> proxy BYE
        +3ms proxy -> quiet 200
      }`),
  ),
];

const MANY = ['00', '+', '011', '9011', '900', '0', '9', '90', '000'];
/** A call that is answered, at so many seconds. */
const through = (at: number): string => `call ok${at} @${at}s {
  quiet -> proxy INVITE sip:9810972595110123@example.com with sdp
  +2ms proxy -> quiet 100
  +900ms proxy -> quiet 200 with sdp
  +3ms quiet -> proxy ACK
  +9s quiet -> proxy BYE
  +3ms proxy -> quiet 200
}`;
const REGISTERED = `call reg @0s {
  quiet -> proxy REGISTER
  +3ms proxy -> quiet 200
}`;

const relays: readonly WireCase[] = [
  firesIn(
    'open-relay',
    'nine prefixes in vain, then two calls that come through',
    () => flow(`${dial(MANY)}\n${through(60)}\n${through(80)}`),
    {
      severity: 'error',
      confidence: 'likely',
      scope: 'endpoint',
      args: {
        address: '203.0.113.67',
        server: PROXY,
        number: '595110123',
        attempts: 9,
        through: 2,
        afterUs: 19_000_000,
      },
      frames: [16, 19, 22, 25],
      calls: 9,
      explains: Array.from({ length: 9 }, () => 'resp-404-number' as const),
    },
  ),
  sparesIn('open-relay', 'a trunk that is set up: five forms, and the sixth works', () =>
    flow(`${dial(HUNT)}\n${through(60)}`),
  ),
  sparesIn('open-relay', 'an address whose calls came through before', () =>
    flow(`${through(0)}\n${dial(MANY)}\n${through(60)}`),
  ),
  sparesIn('open-relay', 'a telephone that is registered', () =>
    flow(`${REGISTERED}\n${dial(MANY)}\n${through(60)}`),
  ),
  sparesIn('open-relay', 'a test of the dial plan', () =>
    flow(`${dial(MANY, 5, 'tester')}\n${through(60).replaceAll('quiet', 'tester')}`),
  ),
];

const DIGEST =
  'Digest username="100", realm="example.com", nonce="n1", uri="sip:example.com", response="0123456789abcdef0123456789abcdef", cnonce="c1", nc=00000001, qop=auth';
/** A registration with these credentials at so many seconds. */
const register = (from: string, at: number, callId: string, digest = DIGEST): string =>
  `call ${from}${at} @${at}s {
    ${from} -> proxy REGISTER
      Call-ID: ${callId}
      Authorization: ${digest}
    +40ms proxy -> ${from} 200
  }`;
const OLD = DIGEST.replace(/, cnonce=.*$/, '');

const replays: readonly WireCase[] = [
  firesIn(
    'digest-replay',
    'the same credentials from another address',
    () => flow(`${register('quiet', 1, 'a')}\n${register('n1', 9, 'b')}`),
    {
      severity: 'warning',
      confidence: 'likely',
      scope: 'endpoint',
      args: {
        address: '192.0.2.101',
        owner: '203.0.113.67',
        username: '100',
        server: PROXY,
        method: 'REGISTER',
        afterUs: 7_960_000,
      },
      frames: [1, 2, 3, 4],
      calls: 0,
    },
  ),
  sparesIn('digest-replay', 'a device that moved and keeps its Call-ID', () =>
    flow(`${register('quiet', 1, 'a')}\n${register('n1', 9, 'a')}`),
  ),
  sparesIn('digest-replay', 'a client without a nonce count', () =>
    flow(`${register('quiet', 1, 'a', OLD)}\n${register('n1', 9, 'b', OLD)}`),
  ),
  sparesIn('digest-replay', 'an SBC that passes credentials on under its own Call-ID', () =>
    flow(`quiet -> n1 REGISTER
      Call-ID: a
      Authorization: ${DIGEST}
    +2ms n1 -> proxy REGISTER new
      Call-ID: b
      Authorization: ${DIGEST}
    +3ms proxy -> n1 200
    +2ms n1 -> quiet 200`),
  ),
];

/** Calls within half a second; every `answered`th is refused, the others get no response. */
const flood = (count: number, from = 'quiet', refused = 4): string =>
  each(
    count,
    (at) => `call f${at} @${(1 + at * 0.008).toFixed(3)}s {
      ${from} -> proxy INVITE sip:${1000 + (at % 5)}@example.com with sdp
      ${
        at % refused === 0
          ? `+3ms proxy -> ${from} 503
      +1ms ${from} -> proxy ACK`
          : ''
      }
    }`,
  );

const floods: readonly WireCase[] = [
  firesIn('sip-flood', 'sixty calls in half a second', () => flow(flood(60)), {
    severity: 'error',
    confidence: 'likely',
    scope: 'endpoint',
    args: {
      address: '203.0.113.67',
      server: PROXY,
      method: 'INVITE',
      perSecond: 60,
      requests: 60,
      completed: 0,
      unanswered: 45,
    },
    frames: [1, 4, 5, 1],
    calls: 60,
  }),
  sparesIn('sip-flood', 'fifty calls in half a second', () => flow(flood(50))),
  sparesIn('sip-flood', 'a load test that says so', () => flow(flood(60, 'tester'))),
  sparesIn('sip-flood', 'an address of which one call in ten comes through', () =>
    flow(`${flood(60)}
      ${each(
        6,
        (at) => `call ok${at} @${40 + 15 * at}s {
        quiet -> proxy INVITE sip:+84901234567@example.com with sdp
        +2ms proxy -> quiet 100
        +900ms proxy -> quiet 200 with sdp
        +3ms quiet -> proxy ACK
        +9s quiet -> proxy BYE
        +3ms proxy -> quiet 200
      }`,
      )}`),
  ),
];

export const securityCases: readonly WireCase[] = [
  ...scans,
  ...extensions,
  ...guessed,
  ...frauds,
  ...relays,
  ...replays,
  ...floods,
];
