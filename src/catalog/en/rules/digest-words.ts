import type { DigestAttempt, DigestDifference, DigestParties } from '../../../model/auth-args.ts';
import { digestTable } from '../../digest-table.ts';

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

/** What the attempts have in common once, then of each what differs. */
export function attemptLines(attempts: readonly DigestAttempt[]): string[] {
  const { common, rows } = digestTable(attempts, 'user');
  const lead = attempts.length === 1 ? 'Attempt' : 'Alike in attempts';
  const places = attempts.map(({ place }) => place).join(', ');
  return [
    ...(common === '' ? [] : [`${lead} ${places}: ${common}.`]),
    ...rows.map(({ place, differs }) => `Attempt ${place}: ${differs}.`),
  ];
}

export function who({ username, client }: DigestParties): string {
  return username === '' ? client : `"${username}" (${client})`;
}
