/** Flows with digest authentication that the cases of its rules share. */

export const ALICE = '192.0.2.10:5060';
export const PROXY = '198.51.100.1:5060';
export const PARTIES = { client: ALICE, server: PROXY, realm: 'example.com', username: '1001' };
export const END = '+40s capture ends';

/** A REGISTER that is challenged (frames 1 and 2), and what follows. */
export const register = (...lines: readonly string[]): string =>
  ['alice -> proxy REGISTER', '+3ms proxy -> alice 401', ...lines, END].join('\n');
export const asked = (parameters: string): string => `  WWW-Authenticate: Digest ${parameters}`;
export const registerAsked = (parameters: string, ...lines: readonly string[]): string =>
  ['alice -> proxy REGISTER', '+3ms proxy -> alice 401', asked(parameters), ...lines, END].join(
    '\n',
  );
export const again = (header: string): string[] => [
  '+4ms alice -> proxy REGISTER',
  `  Authorization: Digest ${header}`,
];
export const answer = (nonce: string, more: string): string =>
  `username="1001", realm="example.com", nonce="${nonce}", uri="sip:example.com", response="6629fae49393a05397450978507c4ef1", ${more}`;
export const challenge = (nonce: string, more = 'algorithm=MD5, qop="auth"'): string =>
  `realm="example.com", nonce="${nonce}", ${more}`;

export const STALE = 'stale=true, algorithm=MD5, qop="auth"';

/** alice is asked for credentials when she calls (frames 1 to 3). */
export const invite = (...lines: readonly string[]): string =>
  [
    'alice -> proxy INVITE sip:1002@example.com with sdp',
    '+3ms proxy -> alice 407',
    'alice -> proxy ACK',
    ...lines,
    END,
  ].join('\n');
export const CALL_AGAIN = '+4ms alice -> proxy INVITE sip:1002@example.com with sdp';
export const ANSWERED = [
  '+90ms proxy -> alice 200 with sdp',
  'alice -> proxy ACK',
  '+20s alice -> proxy BYE',
  'proxy -> alice 200',
];

/** The proxy has an account at the gateway, and keeps the CSeq number of the caller. */
export const PROXY_AUTHENTICATES = `
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
