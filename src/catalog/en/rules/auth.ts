import type { AuthArgs } from '../../../model/auth-args.ts';
import type { Formatter } from '../../format.ts';
import type { DigestTexts } from '../../rule-families.ts';
import { attemptLines, differenceLines, who } from './digest-words.ts';

const WHY: Readonly<Record<AuthArgs['auth-no-retry']['why'], string>> = {
  'no-challenge':
    'The response carries no challenge at all, so there is nothing that could be answered.',
  'wrong-field':
    'The challenge stands in the wrong field: a 401 asks with WWW-Authenticate, a 407 with Proxy-Authenticate.',
  scheme: 'The challenge offers no Digest, the one scheme that SIP clients have.',
  algorithm: 'The challenge offers no MD5, and many clients know no other algorithm.',
  qop: 'The challenge allows only auth-int, which hardly any client can do.',
  'second-realm':
    'The client had answered another realm before; for this one it probably has no credentials.',
  unknown:
    'The client has no credentials for this realm, was not made to answer this kind of challenge, or waits for somebody to type a password.',
};

const NOTHING_DIFFERS =
  'Header field, realm, nonce, uri and algorithm of the answer fit its challenge. What remains is the secret: a wrong password, a user name that the server does not know, or another password stored there.';

const fixServer = (server: string, username: string): string =>
  `Set the password of ${username === '' ? 'the account' : `"${username}"`} anew on both sides: at the client and at ${server}.`;

type Stale = AuthArgs['auth-stale-loop'];

/** One nonce sent over and over is a client that ignores the new ones, or a server that gives out none. */
function staleTitle(a: Stale, f: Formatter): string {
  const times = `${f.integer(a.rejections)} times in a row`;
  const end = a.accepted ? ', then another one was taken' : '';
  if (a.nonces > 1) {
    const count = f.integer(a.nonces);
    const which =
      a.nonces < a.rejections
        ? `${count} nonces too old, ${times}`
        : `${count} nonces in a row too old`;
    return `${a.server} called ${which}${a.accepted ? ' before it took one' : ''}.`;
  }
  return a.reused
    ? `${a.client} sent the same old nonce ${times} and ignored the new ones of ${a.server}${end}.`
    : `${a.server} called the nonce that it had given itself too old, ${times}${end}.`;
}

export const authRules: DigestTexts = {
  'auth-no-retry': {
    summary: 'A challenge (401, 407) was not answered.',
    title: (a) =>
      `${a.client} was not seen to answer the ${a.code} of ${a.server} to its ${a.method}.`,
    explanation: (a, f) =>
      `${a.realm === '' ? 'It' : `The realm "${a.realm}"`} was asked for, and no further ${a.method} was seen under this Call-ID for ${f.duration(a.waitedUs)}. ${WHY[a.why]}`,
    fix: (a) => [
      `Enter user name and password${a.realm === '' ? '' : ` for the realm "${a.realm}"`} at ${a.client}.`,
      `If ${a.client} is a trunk that needs no password: let ${a.server} know it by its address.`,
      ...(a.why === 'unknown' || a.why === 'second-realm'
        ? []
        : [
            `Correct the challenge at ${a.server}: Digest, qop "auth", MD5 beside newer algorithms.`,
          ]),
    ],
  },
  'auth-loop-wrong-credentials': {
    summary: 'Credentials were refused again and again.',
    title: (a, f) => {
      const times = a.rejections === 1 ? '' : ` ${f.integer(a.rejections)} times`;
      const end = a.accepted ? ', then accepted' : '';
      return `${a.server} refused the credentials of ${who(a)} for realm "${a.realm}"${times}${end}.`;
    },
    explanation: (a) =>
      [
        a.differences.length === 0 ? NOTHING_DIFFERS : 'What differs:',
        ...differenceLines(a.differences),
        ...attemptLines(a.attempts),
      ].join(' '),
    fix: (a) => [
      ...(a.differences.length === 0
        ? []
        : [`First mend what differs, at ${a.client} or on the way.`]),
      fixServer(a.server, a.username),
      'Check whether the account has an authentication name of its own besides the number.',
      `If the secret is right: was it stored for another realm than "${a.realm}", and do all servers behind ${a.server} share their nonces?`,
    ],
  },
  'auth-stale-loop': {
    summary: 'Nonces were called too old again and again.',
    title: staleTitle,
    explanation: (a, f) =>
      [
        a.phrase === ''
          ? 'The server does not object to the password: stale=true says that only the nonce is refused.'
          : `The server does not object to the password but to the nonce: "${a.phrase}", though without stale=true.`,
        a.reused
          ? a.nonces === 1
            ? 'Each refusal offers a new nonce, and the client goes on with its old one.'
            : 'At least once the client answered an older nonce than the one it had just been given.'
          : 'The client answered the nonce that it had just been given.',
        ...(a.livedUs === null ? [] : [`The shortest lived ${f.duration(a.livedUs)}.`]),
        ...attemptLines(a.attempts),
      ].join(' '),
    fix: (a) =>
      a.reused
        ? [`Update ${a.client}: it has to use the newest nonce.`]
        : [
            `Give all servers behind ${a.server} the same secret for nonces, or send a client to one of them.`,
            `Lengthen the lifetime of nonces at ${a.server} and compare the clocks of its nodes.`,
          ],
  },
  'auth-nc-reuse': {
    summary: 'A nonce was used again without counting up, and refused.',
    title: (a) => `${a.client} used nonce ${a.nonce} again with nc=${a.nc} after nc=${a.before}.`,
    explanation: (a) =>
      `The count has to rise with each request for the same nonce. To ${a.server}, which had accepted it before, the request looks like a replay, and it refused it.`,
    fix: (a) => [
      `Update ${a.client}: it has to raise nc with each ${a.method}.`,
      'Or let the server give each nonce once only (qop off, or a new nonce in each challenge).',
    ],
  },
  'auth-uri-mismatch': {
    summary: 'The uri in refused credentials is not the Request-URI.',
    title: (a) => `The credentials are for ${a.uri}; the request went to ${a.requestUri}.`,
    explanation: (a) =>
      a.rewritten
        ? `${a.client} sent the Request-URI that it had computed its answer with; a node before ${a.server} changed it. A server that compares the two refuses; most do not compare.`
        : `${a.client} computed its answer with another URI than that of its request, or an ALG changed the request before this point. A server that compares the two refuses.`,
    fix: (a) => [
      a.rewritten
        ? `Keep the Request-URI up to ${a.server}, or switch its check of the uri off.`
        : `Look for a SIP ALG near ${a.client}, and switch it off.`,
    ],
  },
  'auth-realm-mismatch': {
    summary: 'Credentials for another realm than the one that asked were refused.',
    title: (a) =>
      `${a.server} asked for realm "${a.asked}"; ${a.client} answered for "${a.realm}".`,
    explanation: () =>
      'The realm is part of what the response is computed from and has to be repeated as it was asked. None of the credentials in the request was for it.',
    fix: (a) => [
      `Enter the realm "${a.asked}" at ${a.client}, or leave the field empty so that it takes the one of the challenge.`,
      `Check the domain that ${a.client} registers with against the realm of ${a.server}.`,
    ],
  },
  'auth-username-mismatch': {
    summary: 'Refused credentials name another user than the request does.',
    title: (a) =>
      `The credentials are those of "${a.username}", the request speaks for "${a.user}".`,
    explanation: () =>
      'An authentication name that differs from the number is usual and may be right. Since the credentials were refused, it is worth a look.',
    fix: (a) => [`Compare the authentication name at ${a.client} with the account at ${a.server}.`],
  },
  'auth-algorithm-unsupported': {
    summary: 'Client and server have no digest algorithm in common.',
    title: (a, f) =>
      a.used === ''
        ? `${a.server} offers only ${f.list(a.offered)}, and ${a.client} did not answer.`
        : `${a.server} offers only ${f.list(a.offered)}; ${a.client} answered with ${a.used}.`,
    explanation: (a) =>
      a.used === ''
        ? 'Many SIP clients know MD5 only. That the client stayed silent fits that, but it may also lack credentials.'
        : 'An answer with an algorithm that was not offered cannot be accepted.',
    fix: (a) => [
      `Let ${a.server} offer MD5 as well, in a second challenge behind the stronger one.`,
      `Or update ${a.client} to one that knows ${a.offered[0] ?? 'SHA-256'}.`,
    ],
  },
  'auth-cseq-not-incremented': {
    summary: 'The request with credentials kept its CSeq number and failed.',
    title: (a) =>
      `${a.client} repeated its ${a.method} with credentials under the same CSeq ${a.cseq}.`,
    explanation: (a) =>
      `The repeated request is a new one and needs the next number. ${a.server} may have taken it for a copy of the first.`,
    fix: (a) => [
      `Update ${a.client}.`,
      'A proxy that authenticates for others keeps the number by design: let a B2BUA do it instead.',
    ],
  },
  'auth-then-403': {
    summary: 'Credentials were answered with 403.',
    title: (a) =>
      `${a.server} answered the credentials of ${who(a)} with 403${a.phrase === '' ? '' : ` (${a.phrase})`}.`,
    explanation: (a) =>
      [
        'The server read the credentials and refused for good. Some servers say so when the password is wrong, others when the account is blocked or may not come from this address.',
        ...differenceLines(a.differences),
      ].join(' '),
    fix: (a) => [
      `Look at ${a.server}: its log tells a wrong password from a blocked account or address.`,
      fixServer(a.server, a.username),
      'Stop trying before a ban by failed attempts (fail2ban and the like) closes the address.',
    ],
  },
  'auth-challenge-to-ack-or-cancel': {
    summary: 'An ACK or CANCEL was challenged, which nobody can answer.',
    title: (a) => `${a.server} answered a ${a.method} with ${a.code}.`,
    explanation: (a) =>
      `${a.method === 'CANCEL' ? 'A CANCEL carries the number of the request that it ends' : 'An ACK is never answered'}, so it cannot be sent again with credentials. ${a.method === 'CANCEL' ? 'The callee goes on ringing.' : 'The response has no place to go.'}`,
    fix: (a) => [`Except ${a.method} from authentication at ${a.server}.`],
  },
  'auth-basic-or-cleartext': {
    summary: 'A password travels readable, or is asked for so.',
    title: (a) =>
      a.how === 'offered'
        ? `${a.server} asks for the password in the clear (Basic).`
        : `${a.client} sent a readable password over ${a.transport}.`,
    explanation: (a) =>
      a.how === 'password'
        ? 'The credentials have the password as a parameter. Whoever sees this capture has it.'
        : a.how === 'basic'
          ? 'Basic is base64 and hides nothing; SIP has forbidden it since 2002. Whoever sees this capture has the password.'
          : 'Basic was taken out of SIP in 2002. A proper client does not answer, and the request fails.',
    fix: (a) => [
      ...(a.how === 'offered' ? [] : ['Change this password, and keep this capture to yourself.']),
      `Let ${a.server} ask with Digest, and use TLS.`,
    ],
  },
};
