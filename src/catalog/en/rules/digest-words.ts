import type { DigestAttempt, DigestDifference, DigestParties } from '../../../model/auth-args.ts';

const PARTS: Readonly<Record<DigestDifference['part'], string>> = {
  header: 'header field',
  realm: 'realm',
  nonce: 'nonce',
  nc: 'nonce count (nc)',
  algorithm: 'algorithm',
  qop: 'qop',
  opaque: 'opaque',
  response: 'hex digits of the response',
  uri: 'uri',
  username: 'user name',
};

const BETWEEN: Readonly<
  Record<DigestDifference['between'], (part: string, first: string, second: string) => string>
> = {
  challenge: (part, first, second) => `${part}: ${first} was due, ${second} was sent.`,
  request: (part, first, second) => `${part}: the request has ${first}, the credentials ${second}.`,
  attempts: (part, first, second) => `${part}: first ${first}, then ${second}.`,
  challenges: (part, first, second) => `${part} of the challenge: first ${first}, then ${second}.`,
};

const shown = (value: string): string => (value === '' ? '–' : value);

/** `realm: asterisk was due, example.com was sent.` */
export function differenceLines(differences: readonly DigestDifference[]): string[] {
  return differences.map(({ part, between, first, second }) =>
    BETWEEN[between](PARTS[part], shown(first), shown(second)),
  );
}

/** One line an attempt, all parameters in the same order. */
export function attemptLines(attempts: readonly DigestAttempt[]): string[] {
  return attempts.map((a, at) => {
    const nc = a.nc === '' ? '' : `, nc ${a.nc}`;
    return `${at + 1}. user ${shown(a.username)}, realm ${shown(a.realm)}, uri ${shown(a.uri)}, nonce ${shown(a.nonce)}${nc}, ${a.algorithm}, response ${shown(a.response)}….`;
  });
}

export function who({ username, client }: DigestParties): string {
  return username === '' ? client : `"${username}" (${client})`;
}
