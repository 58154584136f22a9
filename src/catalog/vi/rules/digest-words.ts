import type { DigestAttempt, DigestDifference, DigestParties } from '../../../model/auth-args.ts';
import { digestTable } from '../../digest-table.ts';

const PARTS: Readonly<Record<DigestDifference['part'], string>> = {
  header: 'header',
  realm: 'realm',
  nonce: 'nonce',
  nc: 'bộ đếm nonce (nc)',
  algorithm: 'thuật toán',
  qop: 'qop',
  opaque: 'opaque',
  response: 'số chữ số hex của response',
  uri: 'uri',
  username: 'tên đăng nhập',
};

const BETWEEN: Readonly<
  Record<DigestDifference['between'], (part: string, first: string, second: string) => string>
> = {
  challenge: (part, first, second) => `${part}: cần ${first}, đã gửi ${second}.`,
  request: (part, first, second) =>
    `${part}: trong yêu cầu là ${first}, trong thông tin đăng nhập là ${second}.`,
  attempts: (part, first, second) => `${part}: trước là ${first}, sau là ${second}.`,
  challenges: (part, first, second) =>
    `${part} của challenge: trước là ${first}, sau là ${second}.`,
};

const shown = (value: string): string => (value === '' ? '–' : value);

/** `realm: cần asterisk, đã gửi example.com.` */
export function differenceLines(differences: readonly DigestDifference[]): string[] {
  return differences.map(({ part, between, first, second }) =>
    BETWEEN[between](PARTS[part], shown(first), shown(second)),
  );
}

/** What the attempts have in common once, then of each what differs. */
export function attemptLines(attempts: readonly DigestAttempt[]): string[] {
  const { common, rows } = digestTable(attempts, 'tên');
  const lead = attempts.length === 1 ? 'Lần' : 'Giống nhau ở các lần';
  const places = attempts.map(({ place }) => place).join(', ');
  return [
    ...(common === '' ? [] : [`${lead} ${places}: ${common}.`]),
    ...rows.map(({ place, differs }) => `Lần ${place}: ${differs}.`),
  ];
}

export function who({ username, client }: DigestParties): string {
  return username === '' ? client : `"${username}" (${client})`;
}
